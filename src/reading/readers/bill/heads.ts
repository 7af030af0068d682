import { TABLE_COLUMNS } from '../../../knowledge/built/table-columns.ts';
import { anyOf } from '../../../knowledge/patterns.ts';
import type { TablePart } from '../../../knowledge/schema/tables.ts';
import type { Cell } from './cells.ts';
import { columnName, type Header } from './columns.ts';
import { GENERAL } from './general.ts';
import { isAmount, isClock, isDay } from './values.ts';

const { columns, aside } = TABLE_COLUMNS;

const TIMES: readonly TablePart[] = ['paidAt', 'at'];
const NAMED: readonly TablePart[] = ['counterparty', 'product', 'merchantOrderNo', 'tradeNo', 'type', 'note'];

/** What a name says of its column: the part, and how good a name for it this is; the least is the best. */
interface Named {
  part: TablePart;
  rank: number;
}

/** Ranks of names that only hold a telling word begin behind those that are known whole. */
const BY_WORDS = 1000;
const WHOLE = new Map<string, Named[]>();
for (const { part, names } of columns)
  for (const [rank, name] of names.entries()) WHOLE.set(name, [...(WHOLE.get(name) ?? []), { part, rank }]);
const LIKE = columns.map(({ part, like }) => ({ part, words: (like ?? []).map((word) => new RegExp(word)) }));
const ASIDE = anyOf(aside);
/** Keys of objects that say nothing without the object they stand in. */
const BARE_KEY = /^(?:id|no|sn|name|text|title|value|time|date|amount|price|total|fee|status|type|nick)$/;
/** Names of columns are short, hold no number and end no sentence. */
const NO_NAME = /\d{2}|[。！？!?:：;；，,]|.{25}/;

/** A unit in brackets behind a name says nothing of the part: 金额(元), 支出（人民币）. */
const withoutUnit = (name: string): string =>
  name.replace(/\((?:元|人民币|rmb|cny|¥|单位:?元)\)|[/:](?:元|rmb|cny)?$|:$/g, '') || name;

/** Money that is counted in 分, as programs keep it: 金额(分), `payFeeInCent`, `amount_fen`. */
const IN_FEN = /\(单?位?[:：]?分\)$|(?:[_-]?in)?[_-]?(?:cents?|fen)$|(?<=[额款价费])[_/]?分$/;

/** The parts that a column of this name can play; of a key within objects (`seller.shopName`) the last says most. */
function partsNamed(cell: string): readonly Named[] {
  const name = withoutUnit(columnName(cell).toLowerCase()).replace(IN_FEN, '');
  if (name === '' || NO_NAME.test(name)) return [];
  const last = name.slice(name.lastIndexOf('.') + 1);
  const whole = (last === name || !BARE_KEY.test(last) ? WHOLE.get(last) : undefined) ?? WHOLE.get(columnName(cell));
  if (whole) return whole;
  const words = name.replace(/[._-]/g, '');
  if (ASIDE.test(words)) return [];
  for (const { part, words: own } of LIKE) {
    const rank = own.findIndex((word) => word.test(words));
    if (rank >= 0) return [{ part, rank: BY_WORDS + rank }];
  }
  return WHOLE.get(last) ?? [];
}

const DATE_PARTS = new Set<TablePart>(['at', 'paidAt']);
const MONEY_PARTS = new Set<TablePart>(['amount', 'out', 'in']);

/** Can what stands in this column be that? Half of what is filled in must; an empty column can be anything. */
function fits(part: TablePart, place: number, sample: readonly (readonly Cell[])[]): boolean {
  const test = DATE_PARTS.has(part) ? isDay : part === 'clock' ? isClock : MONEY_PARTS.has(part) ? isAmount : undefined;
  if (!test) return true;
  const filled = sample.flatMap((cells) => (cells[place]?.text.trim() ? [cells[place]] : []));
  return filled.filter(test).length * 2 >= filled.length;
}

/**
 * Reads a row as the head of any table of payments: a time, an amount, and somebody or something that was paid. Columns
 * have their part by their names, and by what stands under them as far as that is known.
 * @param sample rows under it
 */
export function generalHeaderOf(
  cells: readonly string[],
  sample: readonly (readonly Cell[])[] = [],
): Header | undefined {
  if (cells.filter((cell) => cell.trim() !== '').length < 3) return undefined;
  const named = cells.flatMap((cell, place) => partsNamed(cell).map((one) => ({ ...one, place })));
  const places: Header['places'] = {};
  const taken = new Set<number>();
  const give = (part: TablePart): void => {
    const best = named
      .filter((one) => mayBe(one, part) && !taken.has(one.place) && fits(part, one.place, sample))
      .toSorted((a, b) => a.rank - b.rank || a.place - b.place)[0];
    if (!best) return;
    places[part] = best.place;
    taken.add(best.place);
  };
  // A time without a day beside a day is its clock, whatever it is called.
  const mayBe = (one: Named, part: TablePart): boolean =>
    one.part === part || (part === 'clock' && sample.length > 0 && TIMES.includes(one.part));
  TIMES.forEach(give);
  // A clock stands beside a day: with nothing known of the values, where the name of the other column says day.
  const day = TIMES.find((part) => places[part] !== undefined);
  if (day && (sample.length > 0 || /日期?$|date$/.test(columnName(cells[places[day]!]!).toLowerCase()))) give('clock');
  for (const { part } of columns)
    if (places[part] === undefined && part !== 'clock' && !TIMES.includes(part)) give(part);
  // A bank's 用途 beside its 摘要 tells what the money was for: where no column is called a note, it is one.
  if (places.note === undefined) {
    const second = named.find((one) => one.part === 'product' && !taken.has(one.place));
    if (second) places.note = second.place;
  }
  const has = (parts: readonly TablePart[]): boolean => parts.some((part) => places[part] !== undefined);
  if (!has(TIMES) || !has(['amount', 'out']) || !has(NAMED)) return undefined;
  const width = cells.findLastIndex((name) => name.trim() !== '') + 1;
  const inFen = [...MONEY_PARTS].some((part) => isInFen(cells[places[part] ?? -1]));
  return { layout: GENERAL, places, width, cells: cells.length, general: true, ...(inFen ? { inFen } : {}) };
}

const isInFen = (name = ''): boolean => IN_FEN.test(columnName(name).toLowerCase());

/** A head in two rows as one: what spans several columns goes with each of the names under it. */
export function joinHeads(upper: readonly string[], lower: readonly string[]): string[] {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [own, under] = [(upper[i] ?? '').trim(), (lower[i] ?? '').trim()];
    if (own !== '') over = own;
    return own === '' && under !== '' ? `${over}${under}` : `${own}${under}`;
  });
}

/** Words of names that a time stands under: a line without one holds no head. */
export const mayNameTime = (line: string): boolean => /[时日]|date|time|when|created|paid/i.test(line);
