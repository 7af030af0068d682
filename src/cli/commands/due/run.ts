import { resolve } from 'node:path';
import type { ChalkInstance } from 'chalk';
import { deadlinesOfCases, deadlinesOfRule, writeCalendar, type CaseDeadline } from '../../../clerk/cases/due-days.ts';
import { CHANNELS } from '../../../model/dispute.ts';
import { usageError } from '../../../model/errors.ts';
import { epochOf, isDay, type Moment } from '../../../model/moment.ts';
import type { Deadline } from '../../../model/outcome.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { typedTime } from '../../understand.ts';
import { clip, paint, showDue } from '../../views/paint.ts';
import { cellsOf } from '../../views/cells.ts';
import { columns } from '../../views/wrap.ts';
import type { DueOptions } from './options.ts';

export async function run(context: Context, _args: [], options: DueOptions): Promise<void> {
  const { rule, start, ics } = options;
  if ((rule === undefined) !== (start === undefined)) {
    throw usageError('DUE_USAGE', '--rule 和 --start 要一起写', '例如：kameng due --rule REG-01 --start 2026-11-23');
  }
  const due =
    rule === undefined ? fromCases(context) : deadlinesOfRule(rule, await startOf(context, start!), context.now());
  if (ics !== undefined) {
    const path = resolve(context.world.cwd, ics);
    await writeCalendar(due, context.now(), path);
    context.io.say(`已写成日历文件：${path}`);
  }
  if (context.options.json) context.io.json({ due });
  else show(context, due, options);
}

/** A date as it is kept goes to the counting as it stands, which says what is amiss with it. */
const startOf = async (context: Context, start: string): Promise<string> =>
  /^\d{4}-\d{2}-\d{2}/.test(start) ? start : typedTime(context, '--start', start, 'back');

function fromCases(context: Context): CaseDeadline[] {
  const { due, troubles, doubts, awaited } = deadlinesOfCases(context.world, context.now, context.options.case);
  for (const trouble of troubles) context.io.warn(`kameng: ${trouble.message}`);
  for (const doubt of doubts) context.io.warn(`kameng: ${doubt}`);
  for (const { title, claimed, channel } of awaited) {
    const state = claimed ? `${CHANNELS[channel].label}称已解决` : '记了已解决';
    context.io.say(
      `${clip(title, 40)}：${state}，还没写钱到账，日子照算。到账了：kameng facts refunded=金额；` +
        `没到账：kameng followup --channel ${channel} --result none`,
    );
  }
  return due;
}

/** Of what has passed so much is news. */
const PASSED_DAYS = 30;
/** Of many days those that are far away can wait. */
const SOON_ROWS = 8;
const SOON_DAYS = 366;

/** What is to come first, the nearest on top; what has passed below it, the latest first. */
function show(context: Context, due: readonly CaseDeadline[], { all, why }: DueOptions): void {
  const { io } = context;
  if (due.length === 0) {
    io.say('没有带日期的事');
    return;
  }
  const colors = paint(io.color.stdout);
  const ahead = due.filter((one) => one.left >= 0);
  const passed = due.filter((one) => one.left < 0).toReversed();
  const coming = all || ahead.length <= SOON_ROWS ? ahead : ahead.filter((one) => one.left <= SOON_DAYS);
  const gone = all ? passed : passed.filter((one) => one.left >= -PASSED_DAYS);
  const rows = [...coming, ...gone].map((one) => [showDue(one.due), leftWords(one, context.now(), colors), '']);
  const used = columns(rows, Infinity).reduce((most, line) => Math.max(most, cellsOf(line)), 0);
  const several = new Set(due.map((one) => one.caseId)).size > 1;
  [...coming, ...gone].forEach((one, i) => {
    const note = why ? `${colors.dim(`（${one.rule}）`)}${noteOf(one)}` : colors.dim(one.certain ? '' : '（估算）');
    const what = `${printable(one.what)}${note}`;
    // Which case it is of fills what is left of the line.
    const room = Math.max(16, io.width.stdout - used - cellsOf(what) - 2);
    rows[i]![2] = several && one.case ? `${what}  ${colors.dim(clip(one.case, Math.min(40, room)))}` : what;
  });
  for (const line of columns(rows, io.width.stdout)) io.data(line);
  if (!why && due.some((one) => noteOf(one) !== '')) io.say('每个日子怎么算出来的：kameng due --why');
  const folded = [
    ...(ahead.length > coming.length ? [`更远的 ${ahead.length - coming.length} 个`] : []),
    ...(passed.length > gone.length ? [`更早的 ${passed.length - gone.length} 个`] : []),
  ];
  if (folded.length > 0) io.say(`另有${folded.join('、')}：kameng due --all`);
}

/** How long there still is; the last day of a moment is over when its hour is. */
function leftWords(one: Deadline, now: Moment, colors: ChalkInstance): string {
  if (one.left < 0) return colors.red(`已过 ${-one.left} 天`);
  if (one.left > 0) return `还有 ${one.left} 天`;
  return !isDay(one.due) && epochOf(one.due) < epochOf(now) ? colors.red('今天已过') : colors.yellow('今天');
}

/** What the day rests on, where it is not plain. */
function noteOf(one: Deadline): string {
  const notes = [];
  if (one.startsWith !== undefined) notes.push(`自${one.startsWith}起，按 ${showDue(one.start)} 算`);
  if (one.nominal !== one.due) notes.push(`按日数算到 ${showDue(one.nominal)}`);
  if (!one.certain && !one.note?.includes('放假安排')) notes.push('估算：当年的放假安排没有收录');
  if (one.note) notes.push(printable(one.note));
  return notes.length > 0 ? `  ${notes.join('；')}` : '';
}
