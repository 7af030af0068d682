import type { FactKey } from '../../model/facts.ts';
import { CODES } from '../page/code-rest.ts';
import { isLogin } from '../page/form/login.ts';
import { LABEL_TABLE, labelRow, likelyRow } from '../page/labels/labels.ts';
import { isNoGoods, isNoName } from '../page/names.ts';
import { part as partOf, type Cell } from '../page/page.ts';
import type { Value } from '../page/values/joined.ts';
import { isForeignMoney } from '../page/values/foreign.ts';
import { readValue } from '../page/values/read-value.ts';
import { placeOf, type ScoredLine } from '../reader.ts';
import type { Stretch } from './stretches.ts';

/** Parts of which a page has one; a name or a sum may stand there twice, and says the same. */
export const ONE_A_PAGE = new Set<FactKey>([
  'amount',
  'orderNo',
  'tradeNo',
  'orderedAt',
  'paidAt',
  'cardCode',
  'account',
]);
const LATIN_WORD = /^[A-Za-z]{2}/;
const NAMES = new Set<FactKey>(['merchant', 'payee', 'platform', 'product']);
/** Letters that the second reader may take from a value for its label, or the other way round. */
const BESIDE_LABEL = 2;
/** A value runs over no more lines. */
const MOST_RUNS = 3;

/** Does a known label of no fact stand before this line or begin it, as 收单机构 before a wallet's company? */
export function isOfNothing(lines: readonly ScoredLine[], at: number): boolean {
  const own = /^([^:：]{2,20})[:：]/.exec(lines[at]!.text)?.[1];
  if (own !== undefined && labelRow(own)?.means === 'none') return true;
  const place = placeOf(lines[at]!)!;
  const before = lines.filter((line) => {
    const box = placeOf(line)!;
    return (
      Math.abs(box.y + box.height / 2 - place.y - place.height / 2) < place.height / 2 && box.x + box.width <= place.x
    );
  });
  const label = before.toSorted((a, b) => placeOf(b)!.x - placeOf(a)!.x)[0];
  return label !== undefined && likelyRow(label.text)?.means === 'none';
}

/** In heights of a line: lines of one name overlap, or nearly, and are as high and begin where it does. */
const NEXT_LINE = { below: 0.05, above: -0.5, left: 0.4, height: 0.2 };

/** Stands under a line, with nothing beside it, one that is no row of its own and may be the rest of the same name? */
export function mayGoOn(lines: readonly ScoredLine[], at: number): boolean {
  const place = placeOf(lines[at]!)!;
  const { height } = place;
  const isNear = (a: number, b: number, most: number): boolean => Math.abs(a - b) <= most * height;
  return lines.some((line) => {
    const box = placeOf(line)!;
    const gap = (box.y - place.y - height) / height;
    const isAlone = lines.every((other) => {
      const { y, height: high } = placeOf(other)!;
      return other === line || Math.abs(y + high / 2 - box.y - box.height / 2) > box.height / 2;
    });
    return (
      gap > NEXT_LINE.above &&
      gap <= NEXT_LINE.below &&
      isNear(box.x, place.x, NEXT_LINE.left) &&
      isNear(box.height, height, NEXT_LINE.height) &&
      isAlone &&
      // Steam is the label of an account where a colon follows.
      !/[:：]/.test(line.text) &&
      likelyRow(line.text) === undefined
    );
  });
}

/** Where a sum is glued to a number, nobody can say where it ends. */
const isGlued = (number: string, line: string): boolean =>
  line.includes(number) && /^[.,]\d/.test(line.slice(line.indexOf(number) + number.length));

/** A piece of the first reader's value that ends or begins in the middle of a word is no other reading of it. */
export function tornFrom(key: FactKey, whole: string, piece: string): boolean {
  const at = whole.indexOf(piece);
  // Nor is a clause of an error's words.
  if (key === 'failure') return at !== -1;
  const isWord = (i: number): boolean => /[\p{L}\p{N}]/u.test(whole[i] ?? '');
  return at !== -1 && (isWord(at - 1) || isWord(at + piece.length));
}

/**
 * Where a value ends and begins that the second reader cut a letter beside: a code is never cut in its middle, nor a
 * word of Latin letters, and behind a label that is known the value begins where the label ends.
 */
function wholeWords(key: FactKey, text: string, from: number, to: number): [from: number, to: number] {
  const letters = CODES.has(key) ? /[A-Za-z0-9_*＊•-]/ : /[A-Za-z]/;
  const joins = (at: number): boolean => letters.test(text[at] ?? '');
  let [start, end] = [from, to];
  const leading = LABEL_TABLE.leading(text);
  // QQ is a label of accounts, and how the name of other goods begins.
  const isLabel =
    leading && (!NAMES.has(key) || leading.row.means === key) && !LATIN_WORD.test(text.slice(leading.length - 1));
  const label = isLabel ? leading.length : 0;
  if (label > 0 && start !== label && Math.abs(start - label) <= BESIDE_LABEL) start = label;
  while (start > label && joins(start) && joins(start - 1)) start--;
  while (joins(end - 1) && joins(end)) end++;
  return [start, end];
}

/** Of a line without a label that says what is being done, no word names anybody: 前面还有12人排队. */
const isNotice = (text: string): boolean => isNoName(text) && !/[:：】\]」]/.test(text);

/** What a stretch says as a value of a part; undefined where it is none. */
export function valueIn(key: FactKey, { runs }: Stretch, lines: readonly ScoredLine[]): Value | undefined {
  if (runs.length > MOST_RUNS) return undefined;
  const cells = runs.map(({ line, from, to }): Cell => {
    const whole = lines[line]!;
    const cell = { text: whole.text, scores: whole.scores, place: placeOf(whole), line: whole };
    return partOf(cell, ...wholeWords(key, whole.text, from, to));
  });
  const value = readValue(key, cells);
  return value && !isRefused(key, value.value, runs, lines) ? value : undefined;
}

/** What stands around a value, or its own words, say that it is none of this part. */
function isRefused(key: FactKey, value: string, runs: Stretch['runs'], lines: readonly ScoredLine[]): boolean {
  const textOf = ({ line }: Stretch['runs'][number]): string => lines[line]!.text;
  if (runs.some((run) => likelyRow(textOf(run).slice(0, run.from).trim())?.means === 'none')) return true;
  if (key === 'amount' && runs.some((run) => isForeignMoney(textOf(run), run.from, run.to))) return true;
  if (ONE_A_PAGE.has(key) && runs.some((run) => isGlued(value, textOf(run)))) return true;
  if (key === 'failure') return isLogin(value);
  if (key === 'product') return isNoGoods(value);
  const isName = key === 'merchant' || key === 'platform' || key === 'payee';
  return isName && (isNoName(value) || runs.some((run) => isNotice(textOf(run))));
}
