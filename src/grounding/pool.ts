import { FACT_KEYS, maskValue, type FactKey } from '../model/facts.ts';
import type { ComputedValue } from '../model/letter.ts';
import { chinaDay, isDay, showMoment, type Day, type Moment } from '../model/moment.ts';
import { parseFen } from '../model/money.ts';
import type { Reading } from '../model/reading.ts';
import type { CaseSnapshot, ExhibitSummary } from '../model/snapshot.ts';
import { groundsOn } from '../law/rules/grounds.ts';
import { isStatable, rulesOn } from '../law/rules/index.ts';
import { type LawDays, sayNumbers } from '../law/rules/numbers.ts';
import { bareWords, readTokens } from './tokens.ts';

/** Everything a text may rest on, in the form it is compared in. */
export interface Pool {
  days: Set<Day>;
  /** `2026-09-01 17:39`, and with seconds. */
  moments: Set<string>;
  times: Set<string>;
  amounts: Set<string>;
  numbers: Set<string>;
  counts: Set<string>;
  /** Facts with their middle hidden, as redacted texts show them. */
  masks: string[];
  /** Folded texts in which a quotation may stand. */
  texts: string[];
  exhibits: Map<number, ExhibitSummary>;
  snapshot: CaseSnapshot;
}

/** What templates say of themselves: the hotline, the period a notice sets, periods and rates by their names. */
const CONSTANTS = ['12315', '三日内', '{SUB-05.return}内', '一年期贷款市场报价利率'];

function readingTexts(reading: Reading): string[] {
  const rows = (reading.bill?.rows ?? []).flatMap((row) => [
    row.counterparty,
    row.product,
    row.status,
    row.method,
    row.tradeNo,
    row.merchantOrderNo,
  ]);
  return [
    ...reading.fields.flatMap((field) => [field.value, field.text]),
    ...(reading.lines ?? []).map((line) => line.text),
    (reading.lines ?? []).map((line) => line.text).join(''),
    ...(reading.messages ?? []).flatMap((message) => [message.text, message.sender ?? '']),
    ...(reading.promises ?? []).map((promise) => promise.text),
    ...rows,
    ...(reading.parts ?? []).flatMap((part) => readingTexts(part.reading)),
  ];
}

function readingTimes(reading: Reading): (Moment | Day)[] {
  const fields = reading.fields
    .filter((field) => ['paidAt', 'orderedAt', 'failedAt', 'promisedBy'].includes(field.key))
    .map((field) => field.value);
  const times = [
    ...fields,
    ...(reading.messages ?? []).map((message) => message.at),
    ...(reading.bill?.rows ?? []).map((row) => row.at),
    ...(reading.promises ?? []).flatMap((promise) => [promise.said, promise.by]),
    reading.media?.recordedAt,
  ].filter((time) => time !== undefined) as (Moment | Day)[];
  return [...times, ...(reading.parts ?? []).flatMap((part) => readingTimes(part.reading))];
}

/** All words that one exhibit shows. */
export function exhibitTexts(exhibit: ExhibitSummary): string[] {
  return [...(exhibit.reading ? readingTexts(exhibit.reading) : []), exhibit.note ?? ''];
}

function addTime(pool: Pool, at: Moment | Day): void {
  pool.days.add(chinaDay(at));
  if (isDay(at)) return;
  const shown = showMoment(at);
  for (const length of [16, 19]) {
    if (shown.length < length) continue;
    pool.moments.add(shown.slice(0, length));
    pool.times.add(shown.slice(11, length));
  }
}

/** A text that may be quoted, and the values in it. */
function addText(pool: Pool, text: string): void {
  if (text === '') return;
  pool.texts.push(bareWords(text));
  for (const token of readTokens(text)) {
    if (token.kind === 'date') {
      pool.days.add(token.value);
      if (token.time) pool.moments.add(`${token.value} ${token.time}`);
    }
    if (token.kind === 'amount') pool.amounts.add(token.value);
    if (token.kind === 'number') pool.numbers.add(token.value);
    if (token.kind === 'time') pool.times.add(token.value);
    if (token.kind === 'count') pool.counts.add(token.value);
  }
}

const MOMENTS: readonly FactKey[] = ['paidAt', 'orderedAt', 'failedAt', 'promisedBy'];

/**
 * Gathers all that the case and the rulebook can show.
 * @param days whose law the text states
 */
export function gatherPool(snapshot: CaseSnapshot, values: readonly ComputedValue[], days: LawDays): Pool {
  const pool: Pool = {
    days: new Set([snapshot.today]),
    moments: new Set(),
    times: new Set(),
    amounts: new Set(),
    numbers: new Set(),
    counts: new Set(),
    masks: [],
    texts: [],
    exhibits: new Map(),
    snapshot,
  };
  for (const key of FACT_KEYS) {
    const fact = snapshot.facts[key];
    if (!fact || fact.status === 'conflict' || fact.value === '') continue;
    if (MOMENTS.includes(key)) addTime(pool, fact.value);
    else if (key === 'amount' || key === 'refunded') pool.amounts.add(String(parseFen(fact.value)));
    else addText(pool, fact.value);
    pool.numbers.add(fact.value.toLowerCase());
    pool.masks.push(maskValue(fact.value).toLowerCase());
  }
  for (const exhibit of snapshot.exhibits) {
    if (exhibit.withdrawn || exhibit.foreign) continue;
    pool.exhibits.set(exhibit.no, exhibit);
    for (const text of exhibitTexts(exhibit)) addText(pool, text);
    for (const field of exhibit.reading?.fields ?? []) {
      if (field.key === 'amount' || field.key === 'refunded') pool.amounts.add(String(parseFen(field.value)));
      if (field.key === 'cardCode') pool.masks.push(maskValue(field.value).toLowerCase());
    }
    for (const row of exhibit.reading?.bill?.rows ?? []) {
      pool.amounts.add(String(row.amount));
      if (row.refunded) pool.amounts.add(String(row.refunded));
    }
    if (exhibit.reading) for (const time of readingTimes(exhibit.reading)) addTime(pool, time);
  }
  for (const contact of snapshot.contacts) {
    for (const text of [contact.said, contact.with, contact.reference, contact.sentNo, contact.reading.promise?.text])
      addText(pool, text ?? '');
    for (const time of [
      contact.at,
      contact.promisedBy,
      contact.filedOn,
      contact.receivedOn,
      contact.acceptedOn,
      contact.sentOn,
      contact.arrivedOn,
      contact.reading.promise?.by,
    ]) {
      if (time) addTime(pool, time);
    }
  }
  for (const letter of snapshot.letters) addTime(pool, letter.writtenAt);
  for (const rule of snapshot.platformRules) for (const text of [rule.quote, rule.clause ?? '']) addText(pool, text);
  for (const value of values) addText(pool, value.text);
  for (const text of CONSTANTS) addText(pool, sayNumbers(text, days));
  for (const ground of groundsOn(days)) addText(pool, ground.says);
  for (const rule of rulesOn(days.today))
    if (isStatable(rule) && rule.quote) for (const part of rule.quote.split('…')) pool.texts.push(bareWords(part));
  return pool;
}
