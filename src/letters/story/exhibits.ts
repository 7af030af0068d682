import { CATEGORIES, KINDS, type Kind } from '../../model/evidence.ts';
import { type FactKey, standingValue } from '../../model/facts.ts';
import { letterTime, showMoment } from '../../model/moment.ts';
import { countedExhibits, type CaseSnapshot, type ExhibitSummary } from '../../model/snapshot.ts';
import { printable } from '../values/marks.ts';
import type { Values } from '../values/values.ts';

/** What a letter says of an exhibit: the values that let a reader find the order again. */
const KEYS: Partial<Record<Kind, readonly FactKey[]>> = {
  order: ['orderNo', 'product', 'amount', 'paidAt'],
  payment: ['tradeNo', 'merchantOrderNo', 'amount', 'paidAt'],
  bill: ['tradeNo', 'merchantOrderNo', 'amount', 'paidAt'],
  refund: ['refunded', 'tradeNo'],
  chat: ['promise', 'refusal'],
  chat_log: ['promise', 'refusal'],
  failure: ['failure', 'failedAt'],
  promise: ['promise'],
  recording: ['failure'],
};

const LABELS: Partial<Record<FactKey, string>> = {
  orderNo: '订单号',
  tradeNo: '交易单号',
  merchantOrderNo: '商户单号',
  amount: '金额',
  refunded: '退款金额',
  paidAt: '付款时间',
  product: '商品',
  failedAt: '时间',
};

/** `订单页面`, or what its category is called when nobody said what it is. */
export function exhibitLabel(exhibit: ExhibitSummary): string {
  if (exhibit.kind !== 'other') return KINDS[exhibit.kind].label;
  return CATEGORIES[exhibit.category].label;
}

/** `订单页面截图`, `支付凭证（PDF）`, `聊天记录`: what a person sees on opening it. */
export function exhibitName(exhibit: ExhibitSummary): string {
  const label = exhibitLabel(exhibit);
  if (exhibit.mediaType.startsWith('image/') && !label.endsWith('截图')) return `${label}截图`;
  if (exhibit.mediaType === 'application/pdf') return `${label}（PDF）`;
  return label;
}

/**
 * A value that this exhibit itself shows, never one that was typed or read elsewhere.
 * @returns undefined when it does not show one
 */
export function fieldOf(snapshot: CaseSnapshot, exhibit: ExhibitSummary, key: FactKey): string | undefined {
  // A guess is cited only where the case has come to the same.
  const read = exhibit.reading?.fields.find(
    (field) => field.key === key && field.certain && field.by !== 'guess',
  )?.value;
  if (read !== undefined) return read;
  // A row of a bill, or words that were read here with doubt and have been confirmed.
  const value = standingValue(snapshot.facts, key);
  if (value === undefined || value === 'none') return undefined;
  return snapshot.facts[key]!.sources.some((source) => source.exhibit === exhibit.no) ? value : undefined;
}

const isQuoted = (key: FactKey): boolean => key === 'failure' || key === 'promise' || key === 'refusal';

function showField(values: Values, no: number, key: FactKey, value: string): string {
  const mark = (text: string): string => values.mark(text, { from: 'exhibit', no, part: 'field', key });
  if (isQuoted(key)) return `“${mark(values.literal(value))}”`;
  const label = LABELS[key] ?? '';
  if (key === 'amount' || key === 'refunded') return `${label}${mark(`${printable(value)}元`)}`;
  if (key === 'paidAt' || key === 'failedAt') return `${label}${mark(showMoment(value))}`;
  const shown = mark(values.literal(value));
  return `${label}${key === 'product' ? `“${shown}”` : shown}`;
}

/** From the first to the last message of a talk: `2026年9月1日18:09至18:12`; undefined when none has a time. */
export function spanOfTalk(exhibit: ExhibitSummary): string | undefined {
  const times = (exhibit.reading?.messages ?? []).flatMap((message) => message.at ?? []).sort();
  if (times.length === 0) return undefined;
  const [first, last] = [letterTime(times[0]!), letterTime(times.at(-1)!)];
  // The same day is named once.
  const day = first.slice(0, first.indexOf('日') + 1);
  return first === last ? first : `${first}至${last.startsWith(day) ? last.slice(day.length) : last}`;
}

/** Said of a talk whose screen says 昨天: its days are not read but reckoned. */
const RECKONED = '日期按截图时间推算';

export interface NamedExhibit {
  no: number;
  name: string;
  /** `订单号…，金额…`; empty when the exhibit shows nothing that was read. */
  detail: string;
  /** Name with detail: `订单页面截图（订单号…，金额…）`. */
  text: string;
}

/** One exhibit as letters name it. */
export function nameExhibit(values: Values, exhibit: ExhibitSummary): NamedExhibit {
  const { no } = exhibit;
  const name = values.mark(exhibitName(exhibit), { from: 'exhibit', no, part: 'name' });
  const parts = (KEYS[exhibit.kind] ?? []).flatMap((key) => {
    const value = fieldOf(values.snapshot, exhibit, key);
    return value === undefined ? [] : { key, value };
  });
  // One sentence that promises and refuses is quoted once.
  const shown = parts
    .filter((one, place) => !isQuoted(one.key) || parts.findIndex(({ value }) => value === one.value) === place)
    .map(({ key, value }) => showField(values, no, key, value));
  const span = KINDS[exhibit.kind].category === 'communication' ? spanOfTalk(exhibit) : undefined;
  const said = span ? [values.mark(span, { from: 'exhibit', no, part: 'talk' })] : [];
  if (span && exhibit.reading?.shown) said.push(RECKONED);
  const detail = [...said, ...shown].join('，');
  return { no, name, detail, text: detail === '' ? name : `${name}（${detail}）` };
}

/**
 * The exhibits of the wanted kinds that count, by number.
 * @param cited numbers that the letter names anyway: what is named is listed
 */
export function nameExhibits(
  values: Values,
  kinds: readonly Kind[] | 'all',
  cited: readonly number[] = [],
): NamedExhibit[] {
  return countedExhibits(values.snapshot)
    .filter((exhibit) => kinds === 'all' || kinds.includes(exhibit.kind) || cited.includes(exhibit.no))
    .sort((a, b) => a.no - b.no)
    .map((exhibit) => nameExhibit(values, exhibit));
}

/** Exhibit numbers that a text names: `证据1、证据3`. */
export function namedExhibits(text: string): number[] {
  return [...new Set([...text.matchAll(/证据\s*(\d{1,4})/g)].map((match) => Number(match[1])))].sort((a, b) => a - b);
}
