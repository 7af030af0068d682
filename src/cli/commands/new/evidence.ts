import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { wantedProof } from '../../../clerk/cases/wanted-proof.ts';
import type { Dispute } from '../../../model/dispute.ts';
import { CATEGORIES } from '../../../model/evidence.ts';
import type { Context } from '../../context.ts';
import { groundOf, splitPaths } from '../../paths.ts';
import type { Prompter } from '../../prompter.ts';
import { askLabels, takeIn } from '../../take-in.ts';
import { paint } from '../../views/paint.ts';

/** Says what belongs in each category for this dispute, and what to capture before it is gone. */
export function sayWanted(context: Context, dispute: Dispute | undefined): void {
  const { proof, capture } = wantedProof(dispute);
  const colors = paint(context.io.color.stderr);
  context.io.say('');
  context.io.say(colors.bold('接下来是证据。这类纠纷需要：'));
  for (const { category, items } of proof) {
    context.io.say(`  ${CATEGORIES[category].label}`);
    for (const item of items) context.io.say(`    · ${item.what}${item.required ? '' : colors.dim('（有更好）')}`);
  }
  context.io.say(colors.bold('趁对方还没删，先截下来：'));
  for (const row of capture) context.io.say(`  · ${row.what} ${colors.dim(row.why)}`);
  context.io.say('');
}

/**
 * The files before the questions: what they show need not be asked.
 * @returns paths that are there; none when there are no files yet
 */
export async function askFirstFiles({ world, prompter }: Context): Promise<string[]> {
  const ground = groundOf(world);
  const answer = await (
    await prompter()
  ).input({
    message: '截图、账单在哪个文件夹？拖进来，先从里面读（还没有就直接回车）',
    validate: (text) => {
      const lost = splitPaths(text, ground).filter((path) => !ground.exists(path));
      return lost.length === 0 ? undefined : `没有这个文件或文件夹：${lost.join('、')}`;
    },
  });
  return splitPaths(answer, ground);
}

/** Takes paths until an empty answer. */
export async function askEvidence(context: Context, prompter: Prompter, file: OpenCase): Promise<void> {
  for (;;) {
    const answer = await prompter.input({ message: '把文件或文件夹拖到这里（没有了就直接回车）' });
    const paths = splitPaths(answer, groundOf(context.world));
    if (paths.length === 0) return;
    const taken = await takeIn(context, file, paths, { read: true });
    await askLabels(context, file, taken.added);
  }
}
