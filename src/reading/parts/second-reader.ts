import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import { epochOf } from '../../model/moment.ts';
import { heardAs } from '../../model/reading.ts';
import { CODES } from '../page/code-rest.ts';
import { foundOf, type Found } from '../page/found.ts';
import { SERVES } from '../page/names.ts';
import type { Value } from '../page/values/joined.ts';
import { placeOf, type ScoredLine } from '../reader.ts';
import { isOfWallets, isSpoiltWalletNumber, isWalletNumber } from '../wallets.ts';
import { PARTS, type Part } from './parts.ts';
import type { PartRun } from './model.ts';
import { ONE_A_PAGE, isOfNothing, tornFrom, valueIn } from './stretch-values.ts';
import { stretchesIn, type Stretch } from './stretches.ts';
import { partsModel } from './weights.ts';

/** Of a page's letters the second reader says what they are, whatever the first made of them. */
const READ_BY_BOTH = new Set<FactKey>(
  PARTS.filter((part) => part !== 'none' && part !== 'label' && part !== 'paidBy' && part !== 'quantity'),
);
/** What it finds where the first found none; how many of a thing nobody is asked. */
const OFFERED_KEYS: readonly FactKey[] = [...READ_BY_BOTH, 'quantity'];
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
const MOMENTS = new Set<FactKey>(['orderedAt', 'paidAt']);
/** A time in a talk is when something was said, and its words say what somebody means. */
const NEVER_OF_TALKS = new Set<FactKey>(['orderedAt', 'paidAt', 'failure']);
/** To what a value comes down beside another that the second reader is as sure of: no yes and no no. */
const RIVALLED = 0.5;
/** No yes, however many of a number's letters are the same. */
const NEARLY = 0.8;
/** A page of more, or longer, lines is a table or a text, and not what it was taught with. */
const MOST_LINES = 300;
const LONGEST_LINE = 300;
/** Below this the second reader takes words for something else. */
const DIFFERS = 0.3;
/** From here on what it found speaks for the kind of a page. */
const SURE = 0.9;
/** From here on a value that only the second reader sees is offered. */
const OFFERED = 0.6;
/** A value that to the second reader is so much a label is one. */
const IS_LABEL = 0.8;

/**
 * What a reader of another make takes the letters of a page for; undefined where the lines have no places or are of
 * no page. Pure but for the weights, which are read once.
 */
export function hear(lines: readonly ScoredLine[], width: number): PartRun[] | undefined {
  const boxes = lines.map(placeOf);
  if (lines.length === 0 || lines.length > MOST_LINES || boxes.some((box) => box === undefined)) return undefined;
  return partsModel().runsOf(
    lines.map(({ text }, i) => ({ text: text.length > LONGEST_LINE ? '' : text, box: boxes[i]! })),
    width,
  );
}

/** What it is sure to have found: speaks for the kind of a page whose labels nobody wrote down. */
export function partsIn(runs: readonly PartRun[]): ReadonlySet<Part> {
  return new Set(runs.filter(({ part, sure }) => part !== 'label' && sure >= SURE).map(({ part }) => part));
}

/** What the second reader says to the values of the first, and which it adds. */
export function heardTwice(
  found: readonly Found[],
  lines: readonly ScoredLine[],
  runs: readonly PartRun[],
  kind: Kind,
): Found[] {
  const placed = lines.map((line) => ({ text: line.text, box: placeOf(line)! }));
  const stretches = stretchesIn(runs, placed);
  const heard = { lines, runs, stretches, kind };
  const judged = found
    .flatMap((field) => (READ_BY_BOTH.has(field.key) ? judge(field, heard) : [field]))
    .flatMap((field) => (mayBeOfShop(field, heard) ? ofShop(field, kind) : [field]))
    .map((field) => (isRivalled(field, heard) ? { ...field, second: RIVALLED } : field));
  // What only stands where such values do, and the second takes for something else, was wrong in three of four cases:
  // nobody needs to be asked about it, but for names of platforms on orders, half of which were right.
  const kept = judged.flatMap((field) => {
    const { by, spokenFor, second = 1 } = field;
    if ((by !== 'guess' && by !== 'position') || second >= DIFFERS) return [field];
    return spokenFor || (field.key === 'platform' && kind === 'order') ? [{ ...field, by: 'guess' as const }] : [];
  });
  return withoutFarTimes([...kept, ...added(kept, heard)]);
}

/** An order that nobody pays within a day is closed; nobody pays before he orders. */
const LONGEST_UNPAID = 24 * 3600_000;
const CLOCKS_APART = 2 * 60_000;

/** Of the times of an order and its payment on one page, those that only the second reader sees must fit together. */
function withoutFarTimes(fields: readonly Found[]): Found[] {
  const times = (key: FactKey): number[] => fields.filter((one) => one.key === key).map(({ value }) => epochOf(value));
  const fits = (ordered: number, paid: number): boolean =>
    paid - ordered > -CLOCKS_APART && paid - ordered < LONGEST_UNPAID;
  return fields.map((field) => {
    if (field.alone === undefined || !MOMENTS.has(field.key) || !field.value.includes('T')) return field;
    const own = epochOf(field.value);
    const fitting =
      field.key === 'paidAt'
        ? times('orderedAt').every((ordered) => fits(ordered, own))
        : times('paidAt').every((paid) => fits(own, paid));
    return fitting ? field : { ...field, certain: false };
  });
}

/** All that the second reader heard on a page. */
interface Heard {
  lines: readonly ScoredLine[];
  runs: readonly PartRun[];
  stretches: readonly Stretch[];
  kind: Kind;
}

function alike(a: Part, b: Part, kind: Kind): boolean {
  const groups = kind === 'payment' ? [...ALIKE, ...ALIKE_ON_VOUCHERS] : ALIKE;
  return a === b || groups.some((group) => group.includes(a) && group.includes(b));
}

/** An order's number is a trade's where a known label calls it so, or its form is a wallet's. */
function isSaid(part: Part, { key, by, value }: Found, kind: Kind): boolean {
  if (key === 'tradeNo' && part === 'orderNo' && by !== 'label' && by !== 'column' && !isOfWallets(value)) return false;
  // The only time of what is taken for a voucher: of an order's page it is the order's.
  if (key === 'paidAt' && part === 'orderedAt' && by === 'position') return false;
  return alike(part, key as Part, kind);
}

/** Letters and digits of a line. */
const lettersIn = (text: string, from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).filter((i) => /[\p{L}\p{N}]/u.test(text[i] ?? ''));

/** The letters that a value was read from, line by line. */
function lettersOf(field: Found, lines: readonly ScoredLine[]): Map<number, Set<number>> {
  const own = new Map<number, Set<number>>();
  for (const cell of field.cells) {
    const line = lines.indexOf(cell.line);
    const from = line === -1 ? -1 : cell.line.text.indexOf(cell.text);
    if (from === -1) continue;
    const letters = own.get(line) ?? new Set();
    for (const at of lettersIn(cell.line.text, from, from + cell.text.length)) letters.add(at);
    own.set(line, letters);
  }
  return own;
}

const meets = (own: ReadonlyMap<number, ReadonlySet<number>>, { line, from, to }: PartRun): boolean =>
  [...(own.get(line) ?? [])].some((at) => at >= from && at < to);

/**
 * How far the second reader takes the same letters for the same, those counted that it holds for part of the value and
 * the first left out. What stands behind no label, and is one to the second, is dropped.
 */
function judge(field: Found, { lines, runs, stretches, kind }: Heard): Found[] {
  const own = lettersOf(field, lines);
  const count = [...own.values()].reduce((sum, letters) => sum + letters.size, 0);
  if (count === 0) return [field];
  let [same, said, label] = [0, 0, 0];
  for (const run of runs.filter((one) => meets(own, one))) {
    const inside = [...own.get(run.line)!].filter((at) => at >= run.from && at < run.to).length;
    if (isSaid(run.part, field, kind)) {
      same += inside * run.sure;
      said += inside;
    }
    if (run.part === 'label') label += inside * run.sure;
  }
  if (label / count >= IS_LABEL && field.by !== 'label' && field.by !== 'column') return [];
  const beyond = stretches
    .filter((one) => alike(one.part, field.key as Part, kind) && one.runs.some((run) => meets(own, run)))
    .flatMap((one) => one.runs)
    .reduce((sum, { line, from, to }) => {
      const left = lettersIn(lines[line]!.text, from, to).filter((at) => !own.get(line)?.has(at));
      return sum + left.length;
    }, 0);
  // Of a number every letter counts: with one that the second reader leaves out it is another.
  const most = CODES.has(field.key) && said < count ? NEARLY : 1;
  return [{ ...field, second: Math.min(most, Math.round((same / (count + beyond)) * 100) / 100) }];
}

/** Where a wallet or nobody knows whose page it is, a number of the shop is easily taken for the order's. */
function mayBeOfShop(field: Found, { lines, runs, kind }: Heard): boolean {
  if (field.key !== 'orderNo' || (kind !== 'payment' && kind !== 'other')) return false;
  const own = lettersOf(field, lines);
  const met = runs.filter((run) => meets(own, run));
  return met.length > 0 && met.every(({ part, sure }) => part === 'merchantOrderNo' && sure >= SURE);
}

/** Small shops hand their own order number to the wallet; so on a voucher it may be both. */
function ofShop(field: Found, kind: Kind): Found[] {
  const own = { ...field, key: 'merchantOrderNo' as const };
  return kind === 'payment' ? [own, { ...field, confidence: Math.min(0.8, field.confidence) }] : [own];
}

/** Is the second reader as sure of another value for a part of which a page has but one? Then neither stands. */
function isRivalled(field: Found, { lines, stretches }: Heard): boolean {
  if (!ONE_A_PAGE.has(field.key) || heardAs(field) !== 'agrees') return false;
  const own = lettersOf(field, lines);
  return stretches.some((one) => {
    if (one.part !== field.key || one.sure < SURE || isOfNothing(lines, one.runs[0]!.line)) return false;
    if (one.runs.some((run) => meets(own, run))) return false;
    const value = valueIn(field.key, one, lines);
    return value !== undefined && value.value !== field.value && !tornFrom(field.key, field.value, value.value);
  });
}

/** Values of facts that the first reader found none of, or takes other letters for. */
function added(found: readonly Found[], { lines, stretches, kind }: Heard): Found[] {
  const out: Found[] = [];
  for (const key of OFFERED_KEYS) {
    if (kind === 'chat' && NEVER_OF_TALKS.has(key)) continue;
    const same = found.filter((field) => field.key === key);
    if (same.some((field) => heardAs(field) === 'agrees')) continue;
    const taken = found
      .filter((field) => alike(field.key as Part, key as Part, kind))
      .map((one) => lettersOf(one, lines));
    // A time that a known label gives to one thing is not that of another.
    const told = found
      .filter((field) => MOMENTS.has(key) && MOMENTS.has(field.key) && field.key !== key && field.by === 'label')
      .map((one) => lettersOf(one, lines));
    const free = stretches
      .filter((one) => one.part === key && one.sure >= OFFERED)
      .filter(({ runs: [first] }) => !isOfNothing(lines, first!.line))
      .filter((one) => key !== 'account' || !one.runs.some(({ line }) => SERVES.test(lines[line]!.text)))
      .filter((one) => same.length > 0 || !taken.some((own) => one.runs.some((run) => meets(own, run))))
      .filter((one) => !told.some((own) => one.runs.some((run) => meets(own, run))))
      .toSorted((a, b) => b.sure - a.sure);
    const values = free.flatMap((one) => {
      const value = valueIn(key, one, lines);
      return value ? [{ value, alone: one.sure }] : [];
    });
    const seen = values.find(({ value }) =>
      same.every((field) => field.value !== value.value && !tornFrom(key, field.value, value.value)),
    );
    if (seen) out.push(offered(key, seen.value, Math.round(seen.alone * 1000) / 1000, kind));
  }
  return out;
}

/**
 * A value that only the second reader sees. A number in the whole form of a wallet's own is the wallet's by its digits
 * too: then two things say so.
 */
function offered(key: FactKey, value: Value, alone: number, kind: Kind): Found {
  const isWallets =
    key === 'tradeNo' && isWalletNumber(value.value, kind) && !isSpoiltWalletNumber(value.value) && !value.doubtful;
  return isWallets
    ? { ...foundOf(key, value, 'position', 9), second: alone }
    : { ...foundOf(key, value, 'guess', 9), alone };
}
