import { viewCase } from '../../../clerk/cases/case-view.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import type { TakenIn } from '../../../clerk/intake/take-in-paths.ts';
import { usageError } from '../../../model/errors.ts';
import { KINDS } from '../../../model/evidence.ts';
import { chinaDay } from '../../../model/moment.ts';
import type { Context } from '../../context.ts';
import { sayClosed } from '../../say-closed.ts';
import { askConflicts, askLabels, refusalError, takeIn, takeInStdin } from '../../take-in.ts';
import { askPurchase } from '../../ask-purchase.ts';
import { coverageBrief, nextLines } from '../../views/case.ts';
import { paint } from '../../views/paint.ts';
import { offerAnswers, sayAnswers } from '../followup/from-picture.ts';
import type { AddArgs, AddOptions } from './options.ts';

export async function run(context: Context, [paths]: AddArgs, options: AddOptions): Promise<void> {
  if (paths.includes('-') && (paths.length > 1 || !options.name)) {
    throw usageError(
      'STDIN_USAGE',
      '从标准输入收入时只能写一个 -，并用 --name 给出文件名',
      '例如：kameng add - --name 聊天.txt',
    );
  }
  await context.withCase(async (file) => {
    sayClosed(context, file);
    const how = { labels: labelsOf(options), read: options.read ?? true, password: options.password };
    const taken =
      paths[0] === '-' ? await takeInStdin(context, file, options.name!, how) : await takeIn(context, file, paths, how);
    if (context.interactive && !options.as && !options.kind) await askLabels(context, file, taken.added);
    if (context.interactive) {
      await askConflicts(context, file, taken.reconciliation?.conflicts ?? []);
      await askPurchase(context, file);
      await offerAnswers(context, file, taken.added);
    } else if (!context.options.json) sayAnswers(context, file, taken.added);
    show(context, file, taken);
    const refused = refusalError(taken);
    if (refused) throw refused;
  });
}

/** A kind that was said brings its category. */
const labelsOf = ({ as, kind, note }: AddOptions) => ({
  ...(as ? { category: as } : kind ? { category: KINDS[kind].category } : {}),
  ...(kind ? { kind } : {}),
  ...(note ? { note } : {}),
});

function show(context: Context, file: OpenCase, { added, duplicates, refused }: TakenIn): void {
  const view = viewCase(file);
  if (context.options.json) {
    context.io.json({ ...view, added, duplicates, refused });
    return;
  }
  context.io.data(`收入 ${added.length} 件，重复 ${duplicates.length} 件，未收入 ${refused.length} 件`);
  const colors = paint(context.io.color.stdout);
  for (const line of coverageBrief(view.coverage, colors, context.io.width.stdout)) context.io.data(line);
  const look = { today: chinaDay(context.now()), width: context.io.width.stdout, most: 1 };
  for (const line of nextLines(view.next, colors, look)) context.io.data(line);
}
