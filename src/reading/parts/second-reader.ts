import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import { foundOf, type Found } from '../page/found.ts';
import { isNoGoods, isNoName } from '../page/names.ts';
import { part as partOf, type Cell } from '../page/page.ts';
import { readValue } from '../page/values/read-value.ts';
import type { ScoredLine } from '../reader.ts';
import { PARTS, type Part } from './parts.ts';
import type { PartRun } from './model.ts';
import { partsModel } from './weights.ts';

/** Of a page's letters the second reader says what they are, whatever the first made of them. */
const READ_BY_BOTH = new Set<FactKey>(
  PARTS.filter((part) => part !== 'none' && part !== 'label' && part !== 'paidBy' && part !== 'quantity'),
);
/** Parts that are one where a page has but one of them. */
const ALIKE: readonly (readonly Part[])[] = [
  ['merchant', 'payee'],
  ['orderNo', 'merchantOrderNo'],
];
/** A voucher has but one time, and a number of the wallet may be called one of the order. */
const ALIKE_ON_VOUCHERS: readonly (readonly Part[])[] = [
  ['orderNo', 'merchantOrderNo', 'tradeNo'],
  ['paidAt', 'orderedAt'],
];
/** A page of more, or longer, lines is a table or a text, and not what it was taught with. */
const MOST_LINES = 300;
const LONGEST_LINE = 300;
/** Below this the second reader takes words for something else. */
const DIFFERS = 0.3;
/** Of the second reader's values only these are offered where the first found none. */
const SURE = 0.9;

/**
 * What a reader of another make takes the letters of a page for; undefined where the lines have no places or are none of
 * a page. Pure but for the weights, which are read once.
 */
export function hear(lines: readonly ScoredLine[], width: number): PartRun[] | undefined {
  const boxes = lines.map((line) => line.flat ?? line.box);
  if (lines.length === 0 || lines.length > MOST_LINES || boxes.some((box) => box === undefined)) return undefined;
  return partsModel().runsOf(
    lines.map(({ text }, i) => ({ text: text.length > LONGEST_LINE ? '' : text, box: boxes[i]! })),
    width,
  );
}

/** What it is sure to have found: speaks for the kind of a page whose labels nobody wrote down. */
export function partsIn(runs: readonly PartRun[]): ReadonlySet<Part> {
  return new Set(runs.filter(({ sure }) => sure >= SURE).map(({ part }) => part));
}

/** What the second reader says to the values of the first, and which it adds. */
export function heardTwice(
  found: readonly Found[],
  lines: readonly ScoredLine[],
  runs: readonly PartRun[],
  kind: Kind,
): Found[] {
  const judged = found.map((field) => (READ_BY_BOTH.has(field.key) ? judge(field, lines, runs, kind) : field));
  // What the first only guesses at, and the second takes for something else, nobody needs to be asked about.
  const kept = judged.filter(({ by, second = 1 }) => by !== 'guess' || second >= DIFFERS);
  return [...kept, ...added(kept, lines, runs, kind)];
}

function alike(a: Part, b: Part, kind: Kind): boolean {
  const groups = kind === 'payment' ? [...ALIKE, ...ALIKE_ON_VOUCHERS] : ALIKE;
  return a === b || groups.some((group) => group.includes(a) && group.includes(b));
}

/** What the second reader takes most of a value's letters for, and how surely. */
function judge(field: Found, lines: readonly ScoredLine[], runs: readonly PartRun[], kind: Kind): Found {
  const said = new Map<Part, number>();
  let letters = 0;
  for (const cell of field.cells) {
    const line = lines.indexOf(cell.line);
    const from = line === -1 ? -1 : cell.line.text.indexOf(cell.text);
    if (from === -1) continue;
    for (let i = from; i < from + cell.text.length; i++) {
      if (!/[\p{L}\p{N}]/u.test(cell.line.text[i]!)) continue;
      letters++;
      const run = runs.find((one) => one.line === line && i >= one.from && i < one.to);
      if (run) said.set(run.part, (said.get(run.part) ?? 0) + run.sure);
    }
  }
  if (letters === 0) return field;
  const own = [...said].filter(([part]) => alike(part, field.key as Part, kind)).reduce((sum, [, n]) => sum + n, 0);
  return { ...field, second: Math.round((own / letters) * 100) / 100 };
}

/** Values of facts that the first reader found none of. */
function added(found: readonly Found[], lines: readonly ScoredLine[], runs: readonly PartRun[], kind: Kind): Found[] {
  const has = (part: Part): boolean => found.some(({ key }) => alike(key as Part, part, kind));
  const out: Found[] = [];
  for (const key of READ_BY_BOTH) {
    if (has(key as Part)) continue;
    const own = runs.filter((run) => run.part === key && run.sure >= SURE);
    const cells = own.map(({ line, from, to }): Cell => {
      const whole = lines[line]!;
      return partOf({ text: whole.text, scores: whole.scores, place: whole.flat ?? whole.box, line: whole }, from, to);
    });
    if (cells.length === 0 || cells.length > 3) continue;
    const value = readValue(key, cells);
    if (!value || ((key === 'merchant' || key === 'platform') && isNoName(value.value))) continue;
    if (key === 'product' && isNoGoods(value.value)) continue;
    out.push(foundOf(key, value, 'guess', 9));
  }
  return out;
}
