import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerReading } from '../../../../src/model/contact.ts';
import { addDays, chinaDay, chinaMoment, type Day, epochOf, type Moment } from '../../../../src/model/moment.ts';
import { addWorkdays } from '../../../../src/calendar/calendar.ts';

/**
 * A line of a set: when it was said in 2026 (`0303T10:00`), the words, what they
 * are. `v` vague, `r:ground|ground` refusal, `p=when|when` promise, `s` settled,
 * `-` none of them, joined by commas; `~` before one: a careful person may read
 * it either way. When: a day or a moment, `+5w` working days, `+3d` days, `+48h`,
 * `+10m`, `?` no day named. A line that begins with `!` is known to be misread.
 */
export interface FreshRow {
  set: string;
  at: Moment;
  said: string;
  label: string;
  misread: boolean;
}

export const FRESH_ROWS: readonly FreshRow[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.txt'))
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .flatMap((name) => readFileSync(join(import.meta.dirname, name), 'utf8').split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [when, said, label] = line.replace(/^!/, '').split('\t') as [string, string, string];
      return { set: name, at: `2026-${when.slice(0, 2)}-${when.slice(2)}:00+08:00`, said, label, misread: line.startsWith('!') };
    }));

function resolve(when: string, at: Moment): Day | Moment | null {
  if (when === '?') return null;
  const m = /^\+(\d+)([wdhm])$/.exec(when);
  if (!m) return /T\d\d:\d\d$/.test(when) ? `${when}:00+08:00` : when;
  const n = Number(m[1]);
  if (m[2] === 'w') return addWorkdays(chinaDay(at), n);
  if (m[2] === 'd') return addDays(chinaDay(at), n);
  return chinaMoment(epochOf(at) + n * (m[2] === 'h' ? 3_600_000 : 60_000));
}

/** What is wrong in a reading of a row: the flags first, then the day, then the ground; nothing when it is right. */
export function mistakesIn(row: FreshRow, reading: AnswerReading): string[] {
  // What the judge doubts is asked, and stated by nobody.
  if (reading.doubted) return [];
  const open = new Set<string>();
  const wanted = new Map<string, string>();
  for (const part of row.label.split(',')) {
    const bare = part.replace(/^~/, '');
    if (bare === '-') continue;
    if (bare !== part) open.add(bare[0]!);
    wanted.set(bare[0]!, bare.slice(2));
  }
  // A promise without a day still lets the speaker off; the day decides.
  if (reading.promise?.by === null) open.add('v');
  const flags = { v: reading.vague, r: reading.refusal, p: reading.promise !== null, s: reading.settled };
  const mistakes = Object.entries(flags).filter(([flag, is]) => !open.has(flag) && is !== wanted.has(flag)).map(([flag, is]) => `${is ? '+' : '-'}${flag}`);
  const whens = wanted.get('p');
  if (reading.promise && whens && !open.has('p') && whens !== '~') {
    const { by } = reading.promise;
    if (!whens.split('|').some((when) => resolve(when, row.at) === by)) mistakes.push(`by ${by}, not ${whens}`);
  }
  const grounds = wanted.get('r');
  if (reading.refusal && grounds && !grounds.split('|').includes(reading.ground ?? '')) mistakes.push(`on ${reading.ground}, not ${grounds}`);
  return mistakes;
}
