import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import { AGREES, heardAs } from '../../model/reading.ts';
import { CODES } from '../page/code-rest.ts';
import type { Found } from '../page/found.ts';
import { placeOf, type ScoredLine } from '../reader.ts';
import { isOfWallets } from '../wallets.ts';
import { alike, type Heard, lettersIn, lettersOf, meets, READ_BY_BOTH, RIVALLED, SURE } from './heard.ts';
import type { PartRun } from './model.ts';
import type { Part } from './parts.ts';
import { seenAlone, withoutFarTimes } from './seen-alone.ts';
import { isOfNothing, ONE_A_PAGE, tornFrom, valueIn } from './stretch-values.ts';
import { stretchesIn } from './stretches.ts';
import { partsModel } from './weights.ts';

/** Values of which every letter counts. */
const EXACT = new Set<FactKey>([...CODES, 'product', 'merchant', 'payee', 'platform']);
/** No yes, however many of its letters are the same. */
const NEARLY = 0.8;
/** No yes either, where it lets a name of goods go on: it may have been cut where its line ended. */
const GOES_ON = 0.6;
/**
 * Where it takes neither a letter less nor one more for the same, it agrees from here on, however unsure it is: nearly all
 * such values were right on sets that it had not learnt. Left out are sums and numbers of wallets, of which a page has
 * others, and platforms, of which it knows too few.
 */
const TO_THE_LETTER = 0.5;
const TOLD_BY_LETTERS = new Set<FactKey>(['orderNo', 'merchantOrderNo', 'cardCode', 'account', 'orderedAt', 'paidAt']);
/** Where these end is told by what stands beside them: not so in text that was laid out. */
const TOLD_BY_PLACE = new Set<FactKey>(['merchant', 'payee', 'product']);
/** A page of more, or longer, lines is a table or a text, and not what it was taught with. */
const MOST_LINES = 300;
const LONGEST_LINE = 300;
/** Below this the second reader takes words for something else. */
const DIFFERS = 0.3;
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

/**
 * What the second reader says to the values of the first, and which it adds.
 * @param isPlaced do the lines stand where they stood on the page?
 */
export function heardTwice(
  found: readonly Found[],
  lines: readonly ScoredLine[],
  runs: readonly PartRun[],
  kind: Kind,
  isPlaced = true,
): Found[] {
  const placed = lines.map((line) => ({ text: line.text, box: placeOf(line)! }));
  const stretches = stretchesIn(runs, placed);
  const heard = { lines, runs, stretches, kind, isPlaced };
  const judged = found
    .flatMap((field) => (READ_BY_BOTH.has(field.key) && !field.unheard ? judge(field, heard) : [field]))
    .flatMap((field) => (mayBeOfShop(field, heard) ? ofShop(field, found, kind) : [field]))
    .map((field) => (isRivalled(field, heard) ? { ...field, second: RIVALLED } : field));
  const kept = judged.flatMap((field) => {
    if (!isDoubted(field)) return [field];
    const isOffered = field.spokenFor || (field.key === 'platform' && kind === 'order');
    return isOffered && !isAnothersNumber(field, heard) ? [{ ...field, by: 'guess' as const }] : [];
  });
  const all = [...kept, ...seenAlone(kept, heard)];
  return withoutFarTimes([...all, ...goodsOf(judged.filter(isDoubted), all, kind)], kind);
}

/**
 * What only stands where such values do, and the second takes for something else, was wrong in three of four cases:
 * nobody needs to be asked about it, but for names of platforms on orders, half of which were right.
 */
const isDoubted = ({ by, known, second = 1 }: Found): boolean =>
  (by === 'guess' || (by === 'position' && !known)) && second < DIFFERS;

/**
 * Of an order's goods the second reader knows those that look like others. Where neither found any else, what stands in
 * their place is shown: on a set that nobody had learnt 34 of 53 were right.
 */
function goodsOf(doubted: readonly Found[], found: readonly Found[], kind: Kind): Found[] {
  if (kind !== 'order' || found.some(({ key }) => key === 'product')) return [];
  return doubted.filter(({ key }) => key === 'product').map((field) => ({ ...field, by: 'guess' as const }));
}

/** What stands behind a label, or in a column with a head, is none. */
const SAYS_SO = new Set<Found['by']>(['label', 'column']);
/** The page's title, that of a talk with its button beside it, and a sentence that was understood are like labels. */
function isNoLabel({ key, by, spokenFor }: Found, kind: Kind): boolean {
  // A title between a picture, a count and a price is as large as a heading.
  if (key === 'product' && spokenFor) return true;
  if (key === 'platform' || key === 'failure') return by === 'title' || by === 'sentence';
  return kind === 'chat' && by === 'title';
}

/** An order's number is a trade's where a known label calls it so, or its form is a wallet's. */
function isSaid(part: Part, { key, by, value }: Found, kind: Kind): boolean {
  if (key === 'tradeNo' && part === 'orderNo' && by !== 'label' && by !== 'column' && !isOfWallets(value)) return false;
  // The only time of what is taken for a voucher: of an order's page it is the order's.
  if (key === 'paidAt' && part === 'orderedAt' && by === 'position') return false;
  return alike(part, key as Part, kind);
}

/**
 * How far the second reader takes the same letters for the same, those counted that it holds for part of the value and
 * the first left out. What stands behind no label, and is one to the second, is dropped.
 */
function judge(field: Found, { lines, runs, stretches, kind, isPlaced }: Heard): Found[] {
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
  if (label / count >= IS_LABEL && !SAYS_SO.has(field.by) && !isNoLabel(field, kind)) return [];
  const beyond = stretches
    .filter((one) => alike(one.part, field.key as Part, kind) && one.runs.some((run) => meets(own, run)))
    .flatMap((one) => one.runs)
    .reduce((sum, { line, from, to }) => {
      const left = lettersIn(lines[line]!.text, from, to).filter((at) => !own.get(line)?.has(at));
      return sum + left.length;
    }, 0);
  // With a letter that the second reader leaves out it is another number, another name.
  const most = field.key === 'product' && beyond > 0 ? GOES_ON : EXACT.has(field.key) && said < count ? NEARLY : 1;
  // Goods that go on to the second reader are not known whole.
  const { known, ...rest } = field;
  const kept = known && !(field.key === 'product' && beyond > 0) ? { ...rest, known } : rest;
  const toTheLetter = said === count && beyond === 0 && same / count >= TO_THE_LETTER;
  const least =
    toTheLetter && (TOLD_BY_LETTERS.has(field.key) || (isPlaced && TOLD_BY_PLACE.has(field.key))) ? AGREES : 0;
  return [{ ...kept, second: Math.max(least, Math.min(most, Math.round((same / (count + beyond)) * 100) / 100)) }];
}

/** Where a wallet or nobody knows whose page it is, a number of the shop is easily taken for the order's. */
function mayBeOfShop(field: Found, { lines, runs, kind }: Heard): boolean {
  if (field.key !== 'orderNo' || (kind !== 'payment' && kind !== 'other')) return false;
  const own = lettersOf(field, lines);
  const met = runs.filter((run) => meets(own, run));
  return met.length > 0 && met.every(({ part, sure }) => part === 'merchantOrderNo' && sure >= SURE);
}

/** What only looks like a wallet's number, and is the order's to a reader that is sure of it, hardly ever was one. */
function isAnothersNumber(field: Found, { lines, runs }: Heard): boolean {
  if (field.key !== 'tradeNo' || isOfWallets(field.value)) return false;
  const own = lettersOf(field, lines);
  const met = runs.filter((run) => meets(own, run));
  return met.length > 0 && met.every(({ part, sure }) => part === 'orderNo' && sure >= SURE);
}

/** Small shops hand their own order number to the wallet; so on a voucher it may be both. */
function ofShop(field: Found, found: readonly Found[], kind: Kind): Found[] {
  // The first reader may have read it as both already.
  const isThere = found.some(({ key, value }) => key === 'merchantOrderNo' && value === field.value);
  const own = isThere ? [] : [{ ...field, key: 'merchantOrderNo' as const }];
  return kind === 'payment' ? [...own, { ...field, confidence: Math.min(0.8, field.confidence) }] : own;
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
