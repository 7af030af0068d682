import { timelineOf, type Happening } from '../../../clerk/cases/timeline.ts';
import { chinaDay, daysBetween, showMoment, type Day } from '../../../model/moment.ts';
import type { Context } from '../../context.ts';
import { clip, paint } from '../../views/paint.ts';
import { hanging } from '../../views/wrap.ts';
import type { TimelineOptions } from './options.ts';

/** Which sign stands on the line for what happened. */
const SIGNS: Record<Happening['kind'], string> = {
  purchase: '●',
  message: '·',
  exhibit: '＋',
  letter: '✎',
  contact: '◆',
};
const MOST_CELLS = 160;
/** Of a talk in a row the first and the last are shown; what lies between is a line. */
const TALK = { whole: 6, first: 2, last: 2 };

export async function run(context: Context, _args: [], { all }: TimelineOptions): Promise<void> {
  await context.withCase((file) => {
    const happenings = timelineOf(file);
    if (context.options.json) context.io.json({ timeline: happenings });
    else if (happenings.length === 0) context.io.say('还没有记录');
    else for (const line of draw(runsOf(happenings), context, all === true)) context.io.data(line);
  });
}

/** What follows on each other on one day and is of one kind. */
function runsOf(happenings: readonly Happening[]): Happening[][] {
  const runs: Happening[][] = [];
  for (const one of happenings) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.kind === one.kind && chinaDay(last.at) === chinaDay(one.at)) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs;
}

interface Row {
  clock: string;
  sign: string;
  text: string;
  proof: string;
}

function rowOf({ at, kind, text, exhibits }: Happening): Row {
  return {
    clock: at === chinaDay(at) ? '     ' : showMoment(at).slice(11, 16),
    sign: SIGNS[kind],
    text: clip(text, MOST_CELLS),
    proof: exhibits.length > 0 && kind !== 'exhibit' ? `  证据 ${exhibits.join('、')}` : '',
  };
}

/** A run as it is shown: many exhibits in one line, the middle of a long talk in one. */
function rowsOf(run: readonly Happening[], all: boolean): Row[] {
  const [first] = run;
  if (all || !first) return run.map(rowOf);
  if (first.kind === 'exhibit' && run.length > 2)
    return [{ ...rowOf(first), text: `收入证据 ${spans(run.flatMap((one) => one.exhibits))}，共 ${run.length} 件` }];
  if (first.kind === 'message' && run.length > TALK.whole)
    return [
      ...run.slice(0, TALK.first).map(rowOf),
      {
        clock: '     ',
        sign: '┆',
        text: `另 ${run.length - TALK.first - TALK.last} 条：kameng timeline --all`,
        proof: '',
      },
      ...run.slice(-TALK.last).map(rowOf),
    ];
  return run.map(rowOf);
}

/** `1–6、9`. */
function spans(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const no of numbers.toSorted((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last && no === last[1] + 1) last[1] = no;
    else parts.push([no, no]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、');
}

/** A line down the screen: the day once, what happened on it beside its sign, and how long nothing did. */
function draw(runs: readonly Happening[][], { io }: Context, all: boolean): string[] {
  const colors = paint(io.color.stdout);
  const shade = {
    purchase: colors.bold,
    message: colors.dim,
    exhibit: colors.dim,
    letter: colors.cyan,
    contact: colors.green,
  };
  const lines: string[] = [];
  let before: Day | undefined;
  for (const run of runs) {
    const { at, kind } = run[0]!;
    const day = chinaDay(at);
    if (day !== before) {
      const gap = before === undefined ? 0 : daysBetween(before, day);
      if (gap > 1) lines.push(colors.dim(`            ┆  ${gap} 天后`));
      lines.push(`${day}  ┬`);
      before = day;
    }
    for (const { clock, sign, text, proof } of rowsOf(run, all)) {
      const first = `     ${colors.dim(clock)}  ${shade[kind](sign)} `;
      lines.push(...hanging(first, `${text}${proof && colors.dim(proof)}`, io.width.stdout));
    }
  }
  lines.push(colors.dim(`            ● 交易  ◆ 联系  ✎ 文书  ＋ 收入证据`));
  return lines;
}
