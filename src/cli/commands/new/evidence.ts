import type { Conflict } from '../../../clerk/cases/check-case.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { wantedProof } from '../../../clerk/cases/wanted-proof.ts';
import type { Dispute } from '../../../model/dispute.ts';
import { CATEGORIES } from '../../../model/evidence.ts';
import type { Context } from '../../context.ts';
import { groundOf, splitPaths } from '../../paths.ts';
import type { Prompter } from '../../prompter.ts';
import { askLabels, takeIn } from '../../take-in.ts';
import { paint } from '../../views/paint.ts';
import { hanging } from '../../views/wrap.ts';

/** The question below what is wanted. */
const BESIDES = 3;

/**
 * Says what belongs in each category for this dispute, and what to capture before it is gone; on a small screen with
 * fewer words, so that the first of it does not scroll away.
 */
export function sayWanted({ io }: Context, dispute: Dispute | undefined): void {
  const { proof, capture } = wantedProof(dispute);
  const colors = paint(io.color.stderr);
  const item = (text: string): string[] => hanging('  · ', text, io.width.stderr);
  const wanted = [
    colors.bold('接下来是证据。这类纠纷需要：'),
    ...proof.flatMap(({ category, items }) => [
      `  ${CATEGORIES[category].label}`,
      ...items.flatMap(({ what, required }) => item(`${what}${required ? '' : colors.dim('（有更好）')}`)),
    ]),
    colors.bold('趁对方还没删，先截下来：'),
  ];
  const named = (what: string): string => what.split('：')[0]!;
  const ways = [
    capture.flatMap(({ what, why }) => item(`${what} ${colors.dim(why)}`)),
    capture.flatMap(({ what }) => item(what)),
    item(capture.map(({ what }) => named(what)).join('；')),
  ];
  const room = (io.height ?? Infinity) - BESIDES - wanted.length;
  const fitting = ways.find((lines) => lines.length <= room) ?? ways.at(-1)!;
  io.say('');
  for (const line of [...wanted, ...fitting]) io.say(line);
  io.say('');
}

/**
 * The files before the questions: what they show need not be asked.
 * @returns paths that are there; none when there are no files yet
 */
export async function askFirstFiles({ io, world, prompter }: Context): Promise<string[]> {
  const ground = groundOf(world);
  io.say('照片还在手机上的，先直接回车，答完问题再从手机收：kameng receive');
  const answer = await (
    await prompter()
  ).input({
    message: '截图、账单在哪个文件夹？拖到这里（还没有就直接回车）',
    validate: (text) => {
      const lost = splitPaths(text, ground).filter((path) => !ground.exists(path));
      return lost.length === 0 ? undefined : `没有这个文件或文件夹：${lost.join('、')}`;
    },
  });
  return splitPaths(answer, ground);
}

/** What a dialogue took in. */
export interface Dropped {
  paths: string[];
  added: number[];
  /** What does not fit together now. */
  conflicts: readonly Conflict[];
}

/** Takes paths until an empty answer. */
export async function askEvidence(context: Context, prompter: Prompter, file: OpenCase): Promise<Dropped> {
  const dropped: Dropped = { paths: [], added: [], conflicts: [] };
  for (;;) {
    const answer = await prompter.input({ message: '把文件或文件夹拖到这里（没有了就直接回车）' });
    const paths = splitPaths(answer, groundOf(context.world));
    if (paths.length === 0) return dropped;
    const taken = await takeIn(context, file, paths, { read: true });
    await askLabels(context, file, taken.added);
    dropped.paths.push(...paths);
    dropped.added.push(...taken.added);
    dropped.conflicts = taken.reconciliation?.conflicts ?? dropped.conflicts;
  }
}
