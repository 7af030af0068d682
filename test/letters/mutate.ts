import { STATUTES } from '../../src/law/rules/statutes.ts';
import { fold, readTokens } from '../../src/grounding/tokens.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';

export interface Mutation {
  kind: 'digit' | 'date' | 'swap' | 'name' | 'stranger' | 'article' | 'exhibit' | 'quote' | 'amount';
  text: string;
  /** Where the first change is. */
  at: number;
  was: string;
  now: string;
}

const put = (text: string, start: number, end: number, now: string): string =>
  text.slice(0, start) + now + text.slice(end);
const NUMERALS = '一二三四五六七八九';

/** Every single change of a value in a letter that a careless or dishonest hand could make. */
export function mutationsOf(text: string, snapshot: CaseSnapshot): Mutation[] {
  const found: Mutation[] = [];
  const add = (kind: Mutation['kind'], start: number, end: number, now: string): void => {
    const was = text.slice(start, end);
    if (was !== now) found.push({ kind, text: put(text, start, end, now), at: start, was, now });
  };
  const tokens = readTokens(text);
  const outside = (at: number): boolean =>
    !tokens.some((token) => token.kind === 'quote' && at >= token.start && at < token.end);
  for (const token of tokens) {
    if (token.kind === 'exhibit') {
      const no = Number(token.value);
      add('exhibit', token.start, token.end, `证据${no + 1}`);
      if (no > 1) add('exhibit', token.start, token.end, `证据${no - 1}`);
      continue;
    }
    if (token.kind === 'quote') {
      const at = token.start + Math.floor((token.end - token.start) / 2);
      if (/\p{Script=Han}/u.test(text[at] ?? '')) add('quote', at, at + 1, text[at] === '不' ? '可' : '不');
      continue;
    }
    if (token.kind === 'count' || token.text.includes('*')) continue;
    for (let at = token.start; at < token.end; at++) {
      const char = fold(text[at]!);
      if (/\d/.test(char)) add('digit', at, at + 1, String((Number(char) + 1) % 10));
    }
  }
  const dates = tokens.filter((token) => token.kind === 'date');
  for (let i = 1; i < dates.length; i++) {
    const [a, b] = [dates[i - 1]!, dates[i]!];
    if (a.value === b.value) continue;
    add('date', b.start, b.end, a.text);
    const swapped = put(put(text, b.start, b.end, a.text), a.start, a.end, b.text);
    found.push({ kind: 'swap', text: swapped, at: a.start, was: a.text, now: b.text });
  }
  const amounts = tokens.filter((token) => token.kind === 'amount' && outside(token.start));
  for (let i = 1; i < amounts.length; i++) {
    const [a, b] = [amounts[i - 1]!, amounts[i]!];
    if (a.value !== b.value) add('amount', b.start, b.end, a.text);
  }
  for (const key of ['merchant', 'platform', 'sellerName', 'platformOperator', 'buyerName', 'payee'] as const) {
    const name = snapshot.facts[key]?.value;
    if (!name) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const i = at + Math.floor(name.length / 2);
      add('name', i, i + 1, text[i] === '山' ? '水' : '山');
      add('stranger', at, at + name.length, '北方云海');
    }
  }
  const titles: string[] = Object.values(STATUTES).map((statute) => statute.name);
  for (const match of text.matchAll(/第([一二三四五六七八九十百]+)条/g)) {
    const last = match.index + match[0].length - 2;
    const now = NUMERALS[(NUMERALS.indexOf(text[last]!) + 1) % NUMERALS.length]!;
    add('article', last, last + 1, text[last] === '十' ? '十一' : now);
  }
  for (const match of text.matchAll(/《([^》]+)》/g)) {
    if (!titles.includes(match[1]!)) continue;
    add(
      'article',
      match.index + 1,
      match.index + 1 + match[1]!.length,
      titles.find((title) => title !== match[1])!,
    );
  }
  return found;
}
