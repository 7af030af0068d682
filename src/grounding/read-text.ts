import { FACT_KEYS, FACTS, factSpec, standingValue, type FactKey } from '../model/facts.ts';
import { parseFen } from '../model/money.ts';
import type { Misplaced } from './misplaced.ts';
import type { Pool } from './pool.ts';
import { bareWords, fold, type Token } from './tokens.ts';

/** Facts that stand in quotation marks. */
const QUOTED: readonly FactKey[] = ['product', 'merchant', 'platform', 'failure', 'promise', 'refusal', 'payee'];

export const WHYS: Record<Token['kind'], string> = {
  date: '案卷里没有这个日期',
  time: '案卷里没有这个时间',
  amount: '案卷里没有这个金额',
  number: '案卷里没有这个号码或者数字',
  exhibit: '案卷里没有这份证据',
  quote: '这段引语在证据、联系记录和规则里都没有',
  count: '案卷和规则里没有这个数',
};

function standsIn(token: Token, pool: Pool): boolean {
  switch (token.kind) {
    case 'date': {
      const days =
        token.value.length === 5
          ? [...pool.days].filter((day) => day.endsWith(token.value))
          : pool.days.has(token.value)
            ? [token.value]
            : [];
      return (
        days.length > 0 && (token.time === undefined || days.some((day) => pool.moments.has(`${day} ${token.time}`)))
      );
    }
    case 'time':
      return pool.times.has(token.value);
    case 'amount':
      return pool.amounts.has(token.value);
    case 'number':
      return (
        pool.numbers.has(token.value) ||
        pool.amounts.has(token.value) ||
        /^(?:1\*{10}|\*+)$/.test(token.value) ||
        (token.value.includes('*') && pool.masks.some((mask) => mask.includes(token.value)))
      );
    case 'count':
      return pool.counts.has(token.value);
    case 'exhibit':
      return pool.exhibits.has(Number(token.value));
    case 'quote': {
      const [head] = token.text.split('…');
      const words = token.text.endsWith('…') ? bareWords(head!) : token.value;
      return words === '' || pool.texts.some((text) => text.includes(words)) || words.includes('*');
    }
  }
}

/** A value of the case that differs in few places: what was probably meant. */
function nearest(token: Token, pool: Pool): string {
  if (token.kind !== 'number' || token.value.length < 6) return '';
  for (const key of FACT_KEYS) {
    // The buyer's own data is never offered for another's.
    if (key.startsWith('buyer')) continue;
    const value = pool.snapshot.facts[key]?.value ?? '';
    if (Math.abs(value.length - token.value.length) > 2 || value.length < 6) continue;
    const same = [...value.toLowerCase()].filter((char, i) => char === token.value[i]).length;
    if (same >= value.length * 0.6) return `${FACTS[key].label}${value}`;
  }
  return '';
}

/** Values that nothing in the case or the rulebook shows. */
export function checkTokens(tokens: readonly Token[], pool: Pool): Misplaced[] {
  return tokens
    .filter((token) => !standsIn(token, pool))
    .map((token) => ({ start: token.start, end: token.end, why: WHYS[token.kind], suggestion: nearest(token, pool) }));
}

/**
 * Words of the case that stand in quotation marks, exactly: what is in them, be it
 * `证据9` or an article, is not the writer's own.
 */
export function quotedSpans(text: string, pool: Pool): { start: number; end: number }[] {
  const words = [
    ...QUOTED.map((key) => pool.snapshot.facts[key]?.value),
    ...pool.snapshot.contacts.map((contact) => contact.said),
  ];
  const spans: { start: number; end: number }[] = [];
  for (const full of new Set(words)) {
    const value = (full ?? '')
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/[。．.；;，,\s]+$/u, '');
    if (value === '') continue;
    for (let at = text.indexOf(`“${value}`); at >= 0; at = text.indexOf(`“${value}`, at + 1)) {
      if (/^[。．.；;，,\s]*”/u.test(text.slice(at + 1 + value.length)))
        spans.push({ start: at, end: at + 2 + value.length });
    }
  }
  return spans;
}

/** What exhibits and the fact itself show for a key. */
function shownFor(pool: Pool, key: FactKey): string[] {
  const readings = [...pool.exhibits.values()].flatMap((exhibit) => exhibit.reading ?? []);
  const fields = readings.flatMap((reading) => reading.fields.filter((field) => field.key === key));
  const rows = readings.flatMap((reading) => reading.bill?.rows ?? []);
  const billed = key === 'tradeNo' || key === 'merchantOrderNo' ? rows.flatMap((row) => row[key] ?? []) : [];
  const fact = standingValue(pool.snapshot.facts, key);
  return [...new Set([...(fact === undefined ? [] : [fact]), ...fields.map((field) => field.value), ...billed])];
}

/** Facts that are numbers: behind the label of one only its own value may stand. */
const NUMBERED: readonly FactKey[] = [
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
  'amount',
  'refunded',
  'quantity',
  'account',
  'buyerIdNo',
];

/**
 * Finds a known number behind the name of another fact, as `订单号` before a trade
 * number. The names are those of the facts; for words that no composed text stands behind.
 */
export function checkLabels(text: string, pool: Pool, tokens: readonly Token[]): Misplaced[] {
  const folded = fold(text);
  return NUMBERED.flatMap((key) => {
    const shown = shownFor(pool, key);
    if (shown.length === 0) return [];
    const { label } = FACTS[key];
    return [...folded.matchAll(new RegExp(`(?<!商户)${label}[：:为\\s]*`, 'g'))].flatMap((match) => {
      const at = match.index + match[0].length;
      const token = tokens.find((one) => one.start === at && (one.kind === 'number' || one.kind === 'amount'));
      if (!token || token.text.includes('*')) return [];
      const same = shown.some((value) =>
        factSpec(key).type === 'money' || token.kind === 'amount'
          ? String(parseFen(value)) === token.value
          : value.toLowerCase() === token.value,
      );
      if (same) return [];
      return [
        { start: token.start, end: token.end, why: `这里应当是${label}，和案卷里的不一样`, suggestion: shown[0]! },
      ];
    });
  });
}
