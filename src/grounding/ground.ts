import { type DocumentId } from '../model/dispute.ts';
import { FACT_KEYS, FACTS, type FactKey } from '../model/facts.ts';
import { type ComputedValue } from '../model/letter.ts';
import { type Finding } from '../model/outcome.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { checkBindings, type Misplaced } from './bindings.ts';
import { checkDrift } from './drift.ts';
import { checkExpected } from './expected.ts';
import { checkLaws } from './laws.ts';
import { lawDaysOf } from '../law/route/law-days.ts';
import { checkNames } from './names.ts';
import { exhibitTexts, gatherPool, type Pool } from './pool.ts';
import { bareWords, readTokens, type Token } from './tokens.ts';
import { exhibitLabel } from '../letters/story/exhibits.ts';

export interface GroundOptions {
  document?: DocumentId;
  /** Values that were counted when the letter was composed. */
  values?: readonly ComputedValue[];
  /** The text as it was composed, when a person has changed it since. */
  base?: string;
}

const QUOTED: readonly FactKey[] = ['product', 'merchant', 'platform', 'failure', 'promise', 'refusal', 'payee'];

const WHYS: Record<Token['kind'], string> = {
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
    const value = pool.snapshot.facts[key]?.value ?? '';
    if (Math.abs(value.length - token.value.length) > 2 || value.length < 6) continue;
    const same = [...value.toLowerCase()].filter((char, i) => char === token.value[i]).length;
    if (same >= value.length * 0.6) return `${FACTS[key].label}${value}`;
  }
  return '';
}

/**
 * Words of the case that stand in quotation marks, exactly: what is in them, be it
 * `证据9` or an article, is not the writer's own.
 */
function quotedSpans(text: string, pool: Pool): { start: number; end: number }[] {
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

/** `证据2 支付凭证…` at the start of a line must name what exhibit 2 is, with its own numbers. */
function checkExhibitLines(text: string, pool: Pool, tokens: readonly Token[]): Misplaced[] {
  const found: Misplaced[] = [];
  for (const line of text.matchAll(/^(?:\d{1,2}\.\s|[-\s])*(?:新增)?证据\s*(\d{1,4})[\s：:、]+([^\n]+)$/gm)) {
    const exhibit = pool.exhibits.get(Number(line[1]));
    if (!exhibit) continue;
    const at = line.index + line[0].indexOf('证据');
    const label = exhibitLabel(exhibit).replace(/截图$/, '');
    if (!line[2]!.startsWith(label)) {
      found.push({
        start: at,
        end: at + `证据${line[1]}`.length,
        why: `证据${exhibit.no}是${exhibitLabel(exhibit)}`,
        suggestion: exhibitLabel(exhibit),
      });
      continue;
    }
    const own = new Set<string>();
    for (const words of exhibitTexts(exhibit)) for (const token of readTokens(words)) own.add(token.value);
    const facts = FACT_KEYS.flatMap((key) => {
      const fact = pool.snapshot.facts[key];
      return fact && (fact.sources.length === 0 || fact.sources.some((source) => source.exhibit === exhibit.no))
        ? [fact.value.toLowerCase()]
        : [];
    });
    const end = line.index + line[0].length;
    for (const token of tokens) {
      if (token.kind !== 'number' || token.start < at || token.end > end || token.value.includes('*')) continue;
      if (!own.has(token.value) && !facts.some((fact) => fact.includes(token.value)))
        found.push({ start: token.start, end: token.end, why: `证据${exhibit.no}里没有这个号码`, suggestion: '' });
    }
  }
  return found;
}

/**
 * Reads a text against the case: every amount, date, time, number, name in its
 * place, quotation, exhibit and article must stand in a fact, an exhibit, a
 * contact, a rule, or among the values that were counted.
 * @returns findings of kind `ungrounded`, by place; offsets are UTF-16
 */
export function groundText(text: string, snapshot: CaseSnapshot, options: GroundOptions = {}): Finding[] {
  const days = lawDaysOf(snapshot);
  const drafted = options.base ? [{ text: options.base, from: '起草' }] : [];
  const pool = gatherPool(snapshot, [...(options.values ?? []), ...drafted], days);
  const tokens = readTokens(text);
  const names = [
    snapshot.facts.merchant,
    snapshot.facts.platform,
    snapshot.facts.sellerName,
    snapshot.facts.platformOperator,
    snapshot.facts.buyerName,
    snapshot.facts.product,
    snapshot.facts.payee,
  ].flatMap((fact) => fact?.value || []);
  const loose: Misplaced[] = tokens
    .filter((token) => !standsIn(token, pool))
    .map((token) => ({ start: token.start, end: token.end, why: WHYS[token.kind], suggestion: nearest(token, pool) }));
  const quoted = quotedSpans(text, pool);
  const own = (one: Misplaced): boolean => !quoted.some((span) => span.start <= one.start && one.end <= span.end);
  const all = [
    ...[...loose, ...checkNames(text, pool), ...checkLaws(text, days), ...checkExhibitLines(text, pool, tokens)].filter(
      own,
    ),
    ...checkBindings(text, pool, options.values ?? []),
    ...checkExpected(text, snapshot),
    ...(options.base === undefined ? [] : checkDrift(options.base, text, names)),
  ];
  const findings: Finding[] = [];
  for (const one of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (findings.some((finding) => one.start < finding.end && finding.start < one.end)) continue;
    // A day still to come is the writer's own proposal: said, not stopped.
    const token = tokens.find((each) => each.start === one.start && each.kind === 'date');
    const ahead = token !== undefined && token.value > snapshot.today && one.why === WHYS.date;
    findings.push({
      kind: 'ungrounded',
      severity: ahead ? 'warning' : 'error',
      start: one.start,
      end: one.end,
      text: text.slice(one.start, one.end),
      suggestion: one.suggestion,
      why: ahead ? '这个日期不是算出来的，确认是你要定的日期' : one.why,
    });
  }
  return findings;
}
