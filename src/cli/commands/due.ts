import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChalkInstance } from 'chalk';
import { overAllCases } from '../../clerk/cases/all-cases.ts';
import { explainWrite } from '../../clerk/intake/extract.ts';
import { findCase } from '../../clerk/cases/home.ts';
import { EXIT, usageError, type ExitCode } from '../../model/errors.ts';
import { chinaDay, epochOf, isDay, type Moment } from '../../model/moment.ts';
import { type Deadline } from '../../model/outcome.ts';
import { printable } from '../../model/text.ts';
import { countRule, deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { type Context } from '../context.ts';
import { clip, paint, showDue, table } from '../views/paint.ts';

interface CaseDeadline extends Deadline {
  case: string | null;
  caseId: string | null;
}

export async function run(
  context: Context,
  _args: readonly (string | string[])[],
  options: Record<string, unknown>,
): Promise<ExitCode> {
  const rule = options['rule'] as string | undefined;
  const start = options['start'] as string | undefined;
  if ((rule === undefined) !== (start === undefined)) {
    throw usageError('DUE_USAGE', '--rule 和 --start 要一起写', '例如：kameng due --rule REG-01 --start 2026-11-23');
  }
  const due =
    rule === undefined
      ? fromCases(context)
      : countRule(rule, start!, { today: chinaDay(context.now()) }).map((one) => ({
          ...one,
          case: null,
          caseId: null,
        }));
  if (typeof options['ics'] === 'string') await writeCalendar(context, due, resolve(context.world.cwd, options['ics']));
  if (context.options.json) context.io.json({ due });
  else show(context, due);
  return EXIT.done;
}

function fromCases(context: Context): CaseDeadline[] {
  const named = context.options.case;
  const only = named === undefined ? undefined : [findCase(context.world, named)];
  const results = overAllCases(
    context.world,
    context.now,
    (snapshot) => deadlinesOf(snapshot).map((deadline) => ({ ...deadline, case: snapshot.title, caseId: snapshot.id })),
    only,
  );
  for (const result of results) if (only && result.trouble) throw result.trouble;
  for (const result of results) if (result.trouble) context.io.warn(`kameng: ${result.trouble.message}`);
  return results.flatMap((result) => result.value ?? []).toSorted((a, b) => a.due.localeCompare(b.due));
}

function show(context: Context, due: readonly CaseDeadline[]): void {
  const { io } = context;
  if (due.length === 0) {
    io.say('没有带日期的事');
    return;
  }
  const colors = paint(io.color.stdout);
  const rows = due.map((one) => [
    showDue(one.due),
    leftWords(one, context.now(), colors),
    `${one.case ? `${clip(one.case, 30)}：` : ''}${printable(one.what)}${colors.dim(`（${one.rule}）`)}${noteOf(one)}`,
  ]);
  for (const line of table(rows)) io.data(line);
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
  if (one.nominal !== one.due) notes.push(`按日数算到 ${showDue(one.nominal)}`);
  if (!one.certain && !one.note?.includes('放假安排')) notes.push('估算：当年的放假安排没有收录');
  if (one.note) notes.push(printable(one.note));
  return notes.length > 0 ? `  ${notes.join('；')}` : '';
}

async function writeCalendar(context: Context, due: readonly CaseDeadline[], path: string): Promise<void> {
  const { renderCalendar } = await import('../../papers/ics.ts');
  const text = await renderCalendar(
    due.map((deadline) => ({ case: { id: deadline.caseId ?? '', title: deadline.case ?? '' }, deadline })),
    context.now(),
  );
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
  context.io.say(`已写成日历文件：${path}`);
}
