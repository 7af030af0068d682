import { statusOf } from '../../../clerk/cases/case-view.ts';
import { printable } from '../../../model/text.ts';
import { askFact } from '../../ask-fact.ts';
import { askPurchase } from '../../ask-purchase.ts';
import { quote, sayCommand } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { sayAnswered } from '../../say-answered.ts';
import { readStep } from '../../step-command.ts';
import { askConflicts } from '../../take-in.ts';
import { splitAction } from '../../views/case.ts';
import { hanging } from '../../views/wrap.ts';
import { offerAnswers } from '../followup/from-picture.ts';
import { askEvidence } from '../new/evidence.ts';
import { guarded, launch } from './launch.ts';

/**
 * Does a step of this case, asking for what its command leaves open.
 * @param action the one that comes next when left out
 */
export async function doStep(context: Context, action?: string): Promise<void> {
  const step = action ?? (await context.withCase((file) => statusOf(file).next[0]?.action ?? ''));
  const { words, command: line } = splitAction(step);
  const meant = line === undefined ? undefined : readStep(context, line);
  if (!meant) {
    for (const text of hanging('', printable(words), context.io.width.stderr)) context.io.say(text);
    await launch(context, 'followup');
    return;
  }
  const { command, typed, facts } = meant;
  if (command.name === 'add') return addEvidence(context);
  if (facts.length > 0) {
    await guarded(context, () =>
      context.withCase(async (file) => {
        for (const key of facts) await askFact(context, file, key, { optional: true });
      }),
    );
    await context.withCase((file) => sayAnswered(context, file, facts));
    return;
  }
  if (command.name === 'followup' && typed['letter'] !== undefined) return handIn(context, typed);
  // Before it: what stands at the end is taken for the next thing to do.
  // The route asks first, and says what was answered.
  if (line !== undefined && !['followup', 'route'].includes(command.name))
    sayCommand(context, line.split(' ').slice(1));
  await launch(context, command.name, typed);
}

/** A letter that lies ready: it is logged once it is out, and shown again while it is not. */
async function handIn(context: Context, typed: Readonly<Record<string, string>>): Promise<void> {
  const no = typed['letter']!;
  const state = await (
    await context.prompter()
  ).select({
    message: `第 ${no} 号文书发出去、交出去了吗？`,
    choices: [
      { value: 'sent', name: '发了，记下来' },
      { value: 'show', name: '还没有，再看一遍' },
      { value: 'later', name: '还没有，先放着' },
    ],
  });
  if (state === 'sent') return launch(context, 'followup', typed);
  if (state === 'show') return launch(context, 'letter', { out: '-' }, [no]);
}

/** Asks for files and takes them in. */
export async function addEvidence(context: Context): Promise<void> {
  await guarded(context, async () => {
    const prompter = await context.prompter();
    await context.withCase(async (file) => {
      const { paths, added, conflicts } = await askEvidence(context, prompter, file);
      if (paths.length === 0) return;
      await askConflicts(context, file, conflicts);
      await askPurchase(context, file);
      sayCommand(context, ['add', ...paths.map(quote)]);
      await offerAnswers(context, file, added);
    });
  });
}
