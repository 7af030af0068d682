import { standingValue, FACTS, type FactKey } from '../model/facts.ts';
import { holdsValue, type Origin, type Stretch } from '../model/origin.ts';
import type { CaseSnapshot } from '../model/snapshot.ts';
import { lawDaysOf } from '../law/route/law-days.ts';
import { checkActs } from './acts.ts';
import { checkLaws } from './laws.ts';
import { type Misplaced, overlap } from './misplaced.ts';
import { NAMES } from './names.ts';
import { shows, standingAt, suggestionOf } from './standing.ts';
import { readTokens, type Token } from './tokens.ts';

/** Names of services that are numbers, and stand in a text like any other name. */
const NUMBERED_NAMES = ['12315'];

/** Origins as findings call them. */
const WHERES: Partial<Record<Origin['from'], string>> = {
  letter: '已写的文书',
  rule: '规则库',
  platformRule: '登记的平台规则',
  counted: '算出来的数',
};

function nameOf(origin: Origin): string {
  if (origin.from === 'fact') return `案卷里的${FACTS[origin.key].label}`;
  if (origin.from === 'exhibit') return `证据${origin.no}`;
  return origin.from === 'contact' ? `第 ${origin.no} 次联系的记录` : (WHERES[origin.from] ?? '案卷');
}

/** Compares every stretch that holds a value with what stands at its origin now. */
function checkValues(text: string, spans: readonly Stretch[], snapshot: CaseSnapshot): Misplaced[] {
  return spans.flatMap(({ start, end, origin }) => {
    if (!holdsValue(origin)) return [];
    const standing = standingAt(origin, snapshot);
    if (standing && shows(text.slice(start, end), standing)) return [];
    const why =
      origin.from === 'letter'
        ? '文书写了不等于发出；发出、送达、答复要先用 kameng followup 记下来'
        : standing
          ? `和${nameOf(origin)}不一样`
          : `${nameOf(origin)}里已经没有这一项`;
    return [{ start, end, why, suggestion: suggestionOf(standing) }];
  });
}

/** The characters of a token that make its value: digits, a whole quotation, a whole count. */
function valueOf(token: Token, text: string): number[] {
  const all = Array.from({ length: token.end - token.start }, (_, i) => token.start + i);
  const counts = token.kind === 'quote' ? /[\p{L}\p{N}]/u : token.kind === 'count' ? /./u : /[\p{N}*A-Za-z]/u;
  return all.filter((at) => counts.test(text[at]!));
}

/** Which of the stretches that hold values a place is in. */
function holderOf(spans: readonly Stretch[]): (at: number) => Stretch | undefined {
  const held = spans.filter((span) => holdsValue(span.origin));
  return (at) => held.find((span) => span.start <= at && at < span.end);
}

/** A number put where another kind of number belongs: a quantity before 元, anything but its own number behind 证据. */
function isMisused(token: Token, holders: readonly Stretch[], snapshot: CaseSnapshot): boolean {
  if (holders.some((span) => span.start <= token.start && token.end <= span.end)) return false;
  if (token.kind === 'amount') return !holders.every(({ origin }) => standingAt(origin, snapshot)?.as === 'money');
  return token.kind === 'exhibit' && !holders.every(({ origin }) => origin.from === 'exhibit' && origin.part === 'no');
}

/** @param own the user's template has it in its words; else a sentence of ours does */
const whyFixed = (own: boolean): string =>
  own
    ? '模板里写死的值，换一个案卷就不对；改用 {{ }}，确实固定的写进 template.json 的 fixed'
    : '这个值没有出处，案卷、证据和规则里都没有它';

/** Values in words that nobody's value stands behind: of a drafter, of a template. */
function checkWords(
  text: string,
  spans: readonly Stretch[],
  snapshot: CaseSnapshot,
  fixed: readonly string[],
): Misplaced[] {
  const holder = holderOf(spans);
  const allowed = [...NUMBERED_NAMES, ...fixed];
  const fixedAt = allowed.flatMap((words) => placesOf(text, words));
  // What a person wrote was read as text when it was written.
  const written = spans.filter(({ origin }) => origin.from === 'person');
  const own = spans.some(({ origin }) => origin.from === 'template' && origin.own);
  const found: Misplaced[] = [];
  for (const token of readTokens(text)) {
    if (fixedAt.some((place) => place.start <= token.start && token.end <= place.end)) continue;
    if (written.some((span) => overlap(span, token))) continue;
    const holders = valueOf(token, text).map(holder);
    const known = [...new Set(holders.filter((span) => span !== undefined))];
    if (holders.includes(undefined) || isMisused(token, known, snapshot))
      found.push({ start: token.start, end: token.end, why: whyFixed(own), suggestion: '' });
  }
  return [...found, ...(own ? checkNames(text, spans, snapshot, fixedAt) : [])];
}

/** Names of the case that a user's template has in its own words. */
function checkNames(
  text: string,
  spans: readonly Stretch[],
  snapshot: CaseSnapshot,
  fixedAt: readonly { start: number; end: number }[],
): Misplaced[] {
  const words = spans.filter(({ origin }) => origin.from === 'template');
  const names = [...new Set(NAMES.flatMap((key: FactKey) => standingValue(snapshot.facts, key) ?? []))];
  return names
    .filter((name) => (name.match(/\p{L}/gu)?.length ?? 0) >= 3)
    .flatMap((name) => placesOf(text, name))
    .filter((place) => words.some((span) => span.start <= place.start && place.end <= span.end))
    .filter((place) => !fixedAt.some((other) => overlap(place, other)))
    .map((place) => ({ ...place, why: whyFixed(true), suggestion: '' }));
}

export function placesOf(text: string, words: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}

/**
 * Holds a composed text against the case by what each stretch of it came from.
 * @param fixed what the template states on its own account
 */
export function checkStretches(
  text: string,
  spans: readonly Stretch[],
  snapshot: CaseSnapshot,
  fixed: readonly string[],
): Misplaced[] {
  const holder = holderOf(spans);
  const laws = checkLaws(text, lawDaysOf(snapshot)).filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(text[at]!) && !holder(at)) return true;
    return false;
  });
  return [
    ...checkValues(text, spans, snapshot),
    ...checkWords(text, spans, snapshot, fixed),
    ...checkActs(text, spans, snapshot),
    ...laws,
  ];
}
