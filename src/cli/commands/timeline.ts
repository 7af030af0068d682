import { timelineOf, type Happening } from '../../clerk/cases/timeline.ts';
import { chinaDay, daysBetween, showMoment, type Day } from '../../model/moment.ts';
import type { Context } from '../context.ts';
import { clip, paint } from '../views/paint.ts';
import { hanging } from '../views/wrap.ts';

/** Which sign stands on the line for what happened. */
const SIGNS: Record<Happening['kind'], string> = {
  purchase: '●',
  message: '·',
  exhibit: '＋',
  letter: '✎',
  contact: '◆',
};
const MOST_CELLS = 160;

export async function run(context: Context): Promise<void> {
  await context.withCase((file) => {
    const happenings = timelineOf(file);
    if (context.options.json) context.io.json({ timeline: happenings });
    else if (happenings.length === 0) context.io.say('还没有记录');
    else for (const line of draw(happenings, context)) context.io.data(line);
  });
}

/** A line down the screen: the day once, what happened on it beside its sign, and how long nothing did. */
function draw(happenings: readonly Happening[], { io }: Context): string[] {
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
  for (const { at, kind, text, exhibits } of happenings) {
    const day = chinaDay(at);
    if (day !== before) {
      const gap = before === undefined ? 0 : daysBetween(before, day);
      if (gap > 1) lines.push(colors.dim(`            ┆  ${gap} 天后`));
      lines.push(`${day}  ┬`);
      before = day;
    }
    const clock = at === day ? '     ' : showMoment(at).slice(11, 16);
    const proof = exhibits.length > 0 && kind !== 'exhibit' ? colors.dim(`  证据 ${exhibits.join('、')}`) : '';
    const first = `     ${colors.dim(clock)}  ${shade[kind](SIGNS[kind])} `;
    lines.push(...hanging(first, `${clip(text, MOST_CELLS)}${proof}`, io.width.stdout));
  }
  lines.push(colors.dim(`            ● 交易  ◆ 联系  ✎ 文书  ＋ 收入证据`));
  return lines;
}
