import { WAYS_OF_PAYING } from '../../knowledge/built/paid-by.ts';
import { DEMANDS, DISPUTES, type Demand, type Dispute } from '../../model/dispute.ts';
import { FACT_KEYS, factSpec, maskValue, type FactKey, standingValue } from '../../model/facts.ts';
import { type ComputedValue } from '../../model/letter.ts';
import { formatYuan, parseFen, type Fen } from '../../model/money.ts';
import { chinaDay, isDay, showDay, showMoment, type Day, type Moment } from '../../model/moment.ts';
import { countedExhibits, type CaseSnapshot } from '../../model/snapshot.ts';
import { hideMarkup } from '../template/marks.ts';

/** Choices as letters call them. */
const CHOICES: Partial<Record<FactKey, Record<string, string>>> = {
  paidBy: Object.fromEntries(WAYS_OF_PAYING.map(({ id, name }) => [id, name])),
  goods: { code: '卡密', topup: '充值', membership: '会员', account: '账号', wallet: '平台余额' },
  site: { marketplace: '平台内店铺', own_site: '自建网站', self_operated: '平台自营' },
  seller: { known: '已知', unreachable: '无法取得联系', unknown: '未公示' },
  purpose: { own_use: '个人使用', resale: '转售' },
  redeemed: { yes: '已兑换', no: '未兑换', unknown: '不清楚' },
  signs: {
    vanished: '付款后无法与卖家取得联系',
    fake_identity: '卖家公示的身份信息核实不符',
    many_victims: '另有其他买家反映相同情况',
    blocked_buyer: '卖家将本人拉黑',
    false_claims: '商品页面的说明与实际不符',
  },
};

/** `2026-09-01T17:39:39+08:00` → `2026年9月1日17:39`, a day → `2026年9月1日`. */
export function letterTime(at: Moment | Day): string {
  if (isDay(at)) return showDay(at);
  return `${showDay(chinaDay(at))}${showMoment(at).slice(11, 16)}`;
}

const person = (name: string): boolean =>
  name.length <= 4 && !/公司|商行|工作室|店|网|厂|中心|平台|旗舰|数码|科技|卡/.test(name);

/** What `--redacted` and public texts hide, on top of what no reader needs in clear. */
const REDACTED: readonly FactKey[] = [
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
  'account',
  'contactPhone',
  'sellerPhone',
  'sellerAddress',
  'buyerPhone',
  'buyerAddress',
  'buyerIdNo',
];

function spacedPattern(code: string): RegExp | undefined {
  const bare = code.replace(/[^\p{L}\p{N}]/gu, '');
  if (bare.length < 4) return undefined;
  const spaced = [...bare].join('[\\s\\-_.·—－]*');
  // A short number also stands inside longer ones: only on its own is it this value.
  return new RegExp(bare.length < 10 ? `(?<![A-Za-z0-9])${spaced}(?![A-Za-z0-9])` : spaced, 'giu');
}

/** How a document calls those it speaks of: `本人`, `贵方`, `贵平台`. */
export interface Voice {
  self: string;
  merchant: string;
  platform: string;
  /** Whoever answered in a chat. */
  other: string;
}

export const PLAIN_VOICE: Voice = { self: '本人', merchant: '商家', platform: '平台', other: '对方' };

/** Reads facts out of a snapshot in the words of a letter; nothing else hands values to a template. */
export interface Values {
  snapshot: CaseSnapshot;
  redacted: boolean;
  voice: Voice;
  /** The bare value; absent while it is unknown or in conflict. */
  raw(key: FactKey): string | undefined;
  /** As it stands in a letter, with markup hidden. */
  show(key: FactKey): string | undefined;
  /** Any other words of the case, with markup hidden and card codes masked. */
  literal(text: string): string;
  money(key: 'amount' | 'refunded'): Fen | undefined;
  /** Notes a value that was counted, so that its reader can trace it. */
  count(text: string, from: string): void;
  computed: ComputedValue[];
  dispute?: Dispute;
  demand?: Demand;
}

/** Codes that may still be worth money: the fact and whatever exhibits show. */
function openCodes(snapshot: CaseSnapshot): string[] {
  const fields = snapshot.exhibits.flatMap((exhibit) => exhibit.reading?.fields ?? []);
  const facts = snapshot.facts.cardCode;
  const all = [
    facts?.value,
    ...(facts?.candidates ?? []).map((one) => one.value),
    ...fields.filter((field) => field.key === 'cardCode').map((field) => field.value),
  ];
  return [...new Set(all.filter((code) => code !== undefined && code !== ''))] as string[];
}

/**
 * @param clearCode the reader needs the card code and it is redeemed: leave it readable
 */
export function readValues(
  snapshot: CaseSnapshot,
  options: { redacted: boolean; clearCode: boolean; voice: Voice },
): Values {
  const raw = (key: FactKey): string | undefined => {
    // `none` is an answer to a question, and nothing to tell.
    const value = standingValue(snapshot.facts, key);
    return value === 'none' ? undefined : value;
  };
  const hidden: [RegExp, string][] = [];
  if (!options.clearCode || options.redacted) {
    for (const code of openCodes(snapshot)) {
      // `卡号----密码`: either half may stand alone in a talk.
      for (const part of [code, ...code.split(/[\s|,，;；/]+|-{2,}/)]) {
        const pattern = spacedPattern(part);
        if (pattern) hidden.push([pattern, maskValue(part)]);
      }
    }
  }
  if (options.redacted) {
    const people = (['buyerName', 'sellerName', 'payee'] as const)
      .map(raw)
      .filter((name) => name !== undefined && name.length >= 2 && person(name)) as string[];
    for (const name of people)
      hidden.push([
        new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gu'),
        `${name[0]}${'*'.repeat(name.length - 1)}`,
      ]);
    for (const key of REDACTED) {
      const pattern = spacedPattern(raw(key) ?? '');
      if (pattern) hidden.push([pattern, maskValue(raw(key)!)]);
    }
    hidden.push([/(?<!\d)1[3-9]\d{9}(?!\d)/g, '1**********']);
  }
  const literal = (text: string): string =>
    hideMarkup(hidden.reduce((out, [pattern, mask]) => out.replace(pattern, mask), text));
  const show = (key: FactKey): string | undefined => {
    const value = raw(key);
    if (value === undefined) return undefined;
    if (key === 'dispute') return DISPUTES[value as Dispute].label;
    if (key === 'demand') return DEMANDS[value as Demand].label;
    const choices = CHOICES[key];
    if (choices)
      return value
        .split(',')
        .map((one) => choices[one] ?? one)
        .join('、');
    const type = factSpec(key).type;
    if (type === 'money') return `${value}元`;
    if (type === 'moment') return letterTime(value);
    return literal(value);
  };
  const computed: ComputedValue[] = [];
  return {
    snapshot,
    redacted: options.redacted,
    voice: options.voice,
    raw,
    show,
    literal,
    computed,
    count: (text, from) => void computed.push({ text, from }),
    money: (key) => parseFen(raw(key) ?? ''),
    dispute: (snapshot.dispute ?? raw('dispute')) as Dispute | undefined,
    demand: raw('demand') as Demand | undefined,
  };
}

/** An object for templates: it has its own values and nothing behind them. */
export function bareObject<T extends object>(values: T): T {
  const bare = Object.assign(Object.create(null) as T, values);
  // Handlebars names the object in its error for a missing value.
  return Object.defineProperty(bare, Symbol.toPrimitive, { value: () => 'values' });
}

/** All known facts in the words of a letter, for templates; unknown ones are absent. */
export function shownFacts(values: Values): Record<string, string> {
  const shown = bareObject<Record<string, string>>({});
  for (const key of FACT_KEYS) {
    const text = values.show(key);
    if (text !== undefined) shown[key] = text;
  }
  return shown;
}

/** `（证据1、证据3）` for exhibits that count; empty when there is none. */
export function proofMark(values: Values, numbers: Iterable<number>): string {
  const counted = new Set(countedExhibits(values.snapshot).map((exhibit) => exhibit.no));
  const named = [...new Set(numbers)].filter((no) => counted.has(no)).sort((a, b) => a - b);
  return named.length === 0 ? '' : `（${named.map((no) => `证据${no}`).join('、')}）`;
}

/** Exhibits that a fact was read from. */
export function sourcesOf(values: Values, ...keys: FactKey[]): number[] {
  return keys.flatMap((key) =>
    values.raw(key) === undefined ? [] : values.snapshot.facts[key]!.sources.map((source) => source.exhibit),
  );
}

export const yuan = (fen: Fen): string => `${formatYuan(fen)}元`;
