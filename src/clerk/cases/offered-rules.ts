import { WINDOW_PAGES } from '../../knowledge/built/windows.ts';
import type { TextLine } from '../../model/reading.ts';
import { readingsIn } from '../../model/reading.ts';
import {
  type CaseSnapshot,
  countedExhibits,
  type ExhibitSummary,
  type PlatformRule,
  type WindowStart,
} from '../../model/snapshot.ts';
import { type PrintedWindow, windowsIn } from '../../words/windows.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { standingOf } from '../../law/route/standing.ts';
import { addPlatformRule } from '../../casefile/platform-rules.ts';
import type { OpenCase } from './open-case.ts';
import { recordPlatformRules } from './platform-rules.ts';
import { snapshotOf } from './snapshot.ts';

/** A rule that a platform printed on an exhibit. It counts for nothing until somebody takes it over. */
export interface OfferedRule {
  key: PlatformRule['key'];
  number: number;
  unit: PrintedWindow['unit'];
  /** From when it runs; null: its words do not say. */
  start: WindowStart | null;
  quote: string;
  exhibit: number;
}

/** So many lines a paragraph of such words may have. */
const MOST_LINES = 6;
/** How far lines of one paragraph stand apart, and begin beside each other, in heights of a line. */
const APART = 1.2;
const ASIDE = 4;
const ENDS = /[。；;!！?？]\s*$/;

/**
 * The windows that platforms printed on the exhibits of a case, each once. None where one was recorded: the buyer has
 * decided; and none once the platform has the complaint, or the matter is over.
 */
export function offeredIn(snapshot: CaseSnapshot): OfferedRule[] {
  const filed = snapshot.contacts.some(({ channel }) => channel === 'platform' || channel === 'platform_operator');
  const recorded = snapshot.platformRules.some(({ key }) => key === 'report_window');
  if (filed || recorded || snapshot.closedAt !== undefined || standingOf(situationOf(snapshot)).settled) return [];
  const declined = new Set((snapshot.declinedRules ?? []).map((rule) => windowName({ ...rule, start: startOf(rule) })));
  const offered = new Map<string, OfferedRule>();
  for (const rule of countedExhibits(snapshot).flatMap(printedOn)) {
    const name = windowName(rule);
    if (!offered.has(name) && !declined.has(name)) offered.set(name, rule);
  }
  return [...offered.values()];
}

/** What is the same window wherever it is printed. */
const windowName = ({ number, unit, start }: Pick<PlatformRule, 'number' | 'unit'> & Pick<OfferedRule, 'start'>) =>
  [number, unit, start?.id].join(' ');

const startOf = ({ quote }: PlatformRule): WindowStart | null => windowsIn(quote)[0]?.start ?? null;

/** The same of a case that is open. */
export function offeredRules(file: OpenCase): OfferedRule[] {
  return offeredIn(snapshotOf(file));
}

/** The words in which an exhibit prints this very rule, for whoever does not want to copy them. */
export function printedQuote(file: OpenCase, rule: Omit<PlatformRule, 'quote'>): string | undefined {
  const exhibit = snapshotOf(file).exhibits.find(({ no }) => no === rule.exhibit);
  return exhibit && printedOn(exhibit).find((one) => isSame(one, rule))?.quote;
}

const isSame = (one: OfferedRule, { key, number, unit }: Omit<PlatformRule, 'quote'>): boolean =>
  one.key === key && one.number === number && one.unit === unit;

function printedOn({ no, kind, reading }: ExhibitSummary): OfferedRule[] {
  if (!reading || !WINDOW_PAGES.includes(kind)) return [];
  return readingsIn(reading)
    .flatMap(({ lines }) => windowsOf(lines ?? []))
    .map(({ number, unit, start, quote }) => ({
      key: 'report_window',
      number,
      unit,
      start: start ?? null,
      quote,
      exhibit: no,
    }));
}

/** Somebody says yes to it: from now on it is the platform's rule. */
export function takeOver(file: OpenCase, { key, number, unit, quote, exhibit }: OfferedRule): void {
  recordPlatformRules(file, [{ key, number, unit, quote, exhibit }]);
}

/** Somebody says no to it: it is not offered again, on whatever exhibit it stands. */
export function decline(file: OpenCase, { key, number, unit, quote, exhibit }: OfferedRule): void {
  addPlatformRule(file, { key, number, unit, quote, exhibit }, { declined: true });
}

/** The offer that somebody means by what it says and where. */
export function offerOf(file: OpenCase, rule: Omit<PlatformRule, 'quote'>): OfferedRule | undefined {
  return offeredRules(file).find((one) => isSame(one, rule) && (rule.exhibit ?? one.exhibit) === one.exhibit);
}

/** What the paragraphs of a page say: a line that begins in the middle of a sentence is not read without it. */
function windowsOf(lines: readonly TextLine[]): PrintedWindow[] {
  const paragraphs: TextLine[][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && last.length < MOST_LINES && runsOn(last.at(-1)!, line)) last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.flatMap((paragraph) => windowsIn(...paragraph.map(({ text }) => text)));
}

/** Is this line the one before it, gone on? */
function runsOn(before: TextLine, line: TextLine): boolean {
  if (ENDS.test(before.text)) return false;
  const [a, b] = [before.box, line.box];
  if (!a || !b) return false;
  const gap = b.y - (a.y + a.height);
  return (
    a.page === b.page &&
    b.y > a.y &&
    gap < APART * Math.min(a.height, b.height) &&
    Math.abs(a.x - b.x) < ASIDE * a.height &&
    Math.max(a.height, b.height) < 1.5 * Math.min(a.height, b.height)
  );
}
