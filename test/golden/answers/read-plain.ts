import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addWorkdays } from '../../../src/calendar/calendar.ts';
import { howAnswered, hear, resultOf } from '../../../src/clerk/cases/hear-answer.ts';
import type { AnswerReading } from '../../../src/model/contact.ts';
import { addDays, chinaDay, chinaMoment, epochOf, type Moment } from '../../../src/model/moment.ts';

/** When all of them were said; a Wednesday. */
export const PLAIN_AT: Moment = '2026-11-18T14:20:00+08:00';

/** What may follow from words: a row of `plain.tsv`, whose head says what the letters mean. */
export interface PlainRow {
  who: string;
  label: string;
  said: string;
  /** May be opened by who writes rules; of the others only sums are told. */
  open: boolean;
}

export const PLAIN_ROWS: readonly PlainRow[] = readFileSync(join(import.meta.dirname, 'plain.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line, at) => {
    const [who, label, said] = line.split('\t') as [string, string, string];
    return { who, label, said: said.replaceAll('⏎', '\n'), open: at % 2 === 0 };
  });

type Code = 's' | 'h' | 'r' | 'p' | 'i' | 'o' | 'v' | '-';
type Alternative = ReadonlyMap<Code, readonly string[]>;

function alternativesOf(label: string): Alternative[] {
  return label.split(';').map(
    (one) =>
      new Map(
        one.split(',').map((part) => {
          const [code, whens] = part.replace(/^~/, '').split('=') as [Code, string | undefined];
          return [code, whens?.split('|') ?? []] as const;
        }),
      ),
  );
}

function resolve(when: string): string | null {
  if (when === '?') return null;
  const m = /^\+(\d+)([wdhm])$/.exec(when);
  if (!m) return /T\d\d:\d\d$/.test(when) ? `${when}:00+08:00` : when;
  const n = Number(m[1]);
  if (m[2] === 'w') return addWorkdays(chinaDay(PLAIN_AT), n);
  if (m[2] === 'd') return addDays(chinaDay(PLAIN_AT), n);
  return chinaMoment(epochOf(PLAIN_AT) + n * (m[2] === 'h' ? 3_600_000 : 60_000));
}

/** `half` asks nobody: a part that is called done is nothing that may stand as done. */
export type Verdict = 'right' | 'soft' | 'asked' | 'unheard' | 'wrong';

export interface Judged {
  row: PlainRow;
  got: string;
  verdict: Verdict;
  /** What is wrong, in a word. */
  why?: string;
}

const shown = (reading: AnswerReading, result: string): string => {
  const { promise } = reading;
  return result === 'promise'
    ? `promise${promise?.offer ? '-offer' : promise?.if === undefined ? '' : '-if'} by ${promise?.by ?? 'none'}`
    : result;
};

function promiseTrouble(alternatives: readonly Alternative[], promise: AnswerReading['promise']): string | undefined {
  const trouble = alternatives.map((one) => {
    const hangs = promise?.if !== undefined;
    if (one.has('o')) return hangs && (promise.offer || promise.by === null) ? '' : 'condition lost';
    const code = one.has('i') ? 'i' : one.has('p') ? 'p' : undefined;
    if (code === undefined) return 'no promise';
    if (code === 'i' && promise?.if === undefined) return 'condition lost';
    const days = one.get(code)!.map(resolve);
    // Who is held to no day is never held to a wrong one.
    return promise?.by == null || days.includes(promise.by) ? '' : 'another day';
  });
  return trouble.includes('') ? undefined : trouble[0];
}

/** What the program makes of a row, held against its label. */
export function judge(row: PlainRow): Judged {
  const { reading } = hear({ said: row.said }, PLAIN_AT);
  const { open } = howAnswered(row.said, PLAIN_AT);
  const result = resultOf({}, reading);
  const alternatives = alternativesOf(row.label);
  const has = (code: Code): boolean => alternatives.some((one) => one.has(code));
  const nothing = has('-') || has('v');
  const judged = (verdict: Verdict, why?: string): Judged => ({
    row,
    got: `${shown(reading, result)}${open ? ' asked' : ''}${reading.like ? ` like ${reading.like}` : ''}`,
    verdict,
    ...(why === undefined ? {} : { why }),
  });
  if (result === 'none') return nothing ? judged(has('-') ? 'right' : 'soft') : judged('asked');
  if (open) return judged('asked');
  if (result === 'vague') return judged(has('v') ? 'right' : nothing ? 'soft' : 'unheard');
  if (result === 'claimed') return has('s') ? judged('right') : judged('wrong', 'not done');
  if (result === 'refused') return has('r') ? judged('right') : judged('wrong', 'no refusal');
  const trouble = promiseTrouble(alternatives, reading.promise);
  return trouble === undefined ? judged('right') : judged('wrong', trouble);
}

const CLASSES = { claimed: 's', refused: 'r', promise: 'pio', vague: 'v', none: '-' } as const;

/** Sums of a list, class by class: how often it was said, rightly, and how often it should have been. */
export function sums(judged: readonly Judged[]): string[] {
  const count = (verdict: Verdict): number => judged.filter((one) => one.verdict === verdict).length;
  const total = (['right', 'soft', 'asked', 'unheard', 'wrong'] as const).map((one) => `${one} ${count(one)}`);
  const lines = [`${judged.length} rows: ${total.join(', ')}`];
  for (const [name, codes] of Object.entries(CLASSES)) {
    const said = judged.filter(({ got }) => got.startsWith(name) && !got.includes('asked'));
    const meant = judged.filter(({ row }) => [...codes].includes(row.label.replace(/^~/, '')[0]!));
    const right = (ones: readonly Judged[]): number => ones.filter(({ verdict }) => verdict === 'right').length;
    const heard = meant.filter(({ got, verdict }) => got.startsWith(name) && verdict === 'right').length;
    lines.push(`  ${name}: stated ${said.length}, right ${right(said)}; meant ${meant.length}, heard ${heard}`);
  }
  return lines;
}
