import { WAYS_OF_PAYING } from '../knowledge/built/paid-by.ts';
import { DEMAND_IDS, DISPUTE_IDS } from './dispute.ts';
import { KamengError } from './errors.ts';
import type { Box, GivenBy } from './evidence.ts';
import type { FactKey } from './fact-keys.ts';
import { toYuan } from './money.ts';
import { parseTime } from './moment.ts';

export { FACT_KEYS, type FactKey } from './fact-keys.ts';

/** A way of paying: a file in `knowledge/wallets` that is a choice. */
export type PaidBy = (typeof WAYS_OF_PAYING)[number]['id'];
export const PAID_BY_IDS: readonly PaidBy[] = WAYS_OF_PAYING.map(({ id }) => id);

/** Where it was bought; what each means for who answers stands in `knowledge/route`. */
export const SITES = [
  'marketplace',
  'own_site',
  'self_operated',
  'private_chat',
  'second_hand',
  'social_shop',
] as const;

/** How a fact's value is written: `moment` is a full moment or, when no time is known, a day. */
export type FactType = 'text' | 'number' | 'money' | 'moment' | 'choice' | 'list';

interface FactSpec {
  label: string;
  type: FactType;
  /** For `choice` and `list`. */
  choices?: readonly string[];
  /** Shown masked on screen and left out of what others see unless the reader needs it. */
  private?: boolean;
}

/**
 * Every fact a dispute can have. Keys are part of the JSON contract; the same
 * keys stand in `facts` of a case and in `fields` of an exhibit.
 */
export const FACTS = {
  dispute: { label: '纠纷类型', type: 'choice', choices: DISPUTE_IDS },
  platform: { label: '平台', type: 'text' },
  merchant: { label: '商家', type: 'text' },
  product: { label: '商品', type: 'text' },
  amount: { label: '实付金额', type: 'money' },
  refunded: { label: '已退金额', type: 'money' },
  quantity: { label: '数量', type: 'number' },
  paidAt: { label: '付款时间', type: 'moment' },
  orderedAt: { label: '下单时间', type: 'moment' },
  orderNo: { label: '订单号', type: 'text' },
  tradeNo: { label: '支付交易号', type: 'text' },
  merchantOrderNo: { label: '商户单号', type: 'text' },
  paidBy: { label: '付款方式', type: 'choice', choices: PAID_BY_IDS },
  payee: { label: '收款方', type: 'text' },
  payeeAccount: { label: '收款账号', type: 'text', private: true },
  cardCode: { label: '卡密', type: 'text', private: true },
  account: { label: '充值账号', type: 'text', private: true },
  contactPhone: { label: '下单联系方式', type: 'text', private: true },
  failure: { label: '故障提示', type: 'text' },
  failedAt: { label: '发现问题的时间', type: 'moment' },
  promise: { label: '对方承诺', type: 'text' },
  promisedBy: { label: '承诺期限', type: 'moment' },
  refusal: { label: '对方拒绝的理由', type: 'text' },
  demand: { label: '诉求', type: 'choice', choices: DEMAND_IDS },
  site: { label: '网站性质', type: 'choice', choices: SITES },
  seller: { label: '卖家身份', type: 'choice', choices: ['known', 'unreachable', 'unknown'] },
  purpose: { label: '购买用途', type: 'choice', choices: ['own_use', 'resale'] },
  goods: { label: '商品种类', type: 'choice', choices: ['code', 'topup', 'membership', 'account', 'wallet'] },
  goodsLawful: { label: '商品来路', type: 'choice', choices: ['yes', 'doubtful', 'no'] },
  buyer: { label: '付款人', type: 'choice', choices: ['adult', 'minor'] },
  abroad: { label: '卖家在境外', type: 'choice', choices: ['yes', 'no'] },
  ownMistake: { label: '自己填错账号', type: 'choice', choices: ['yes', 'no'] },
  signs: {
    label: '异常迹象',
    type: 'list',
    choices: ['vanished', 'fake_identity', 'many_victims', 'blocked_buyer', 'false_claims', 'none'],
  },
  redeemed: { label: '卡密是否已兑换', type: 'choice', choices: ['yes', 'no', 'unknown'] },
  sellerName: { label: '经营者名称', type: 'text' },
  sellerAddress: { label: '经营者地址', type: 'text' },
  sellerPhone: { label: '经营者电话', type: 'text' },
  sellerWechat: { label: '对方微信号', type: 'text' },
  sellerQQ: { label: '对方QQ号', type: 'text' },
  creditCode: { label: '统一社会信用代码', type: 'text' },
  legalRepresentative: { label: '法定代表人', type: 'text' },
  platformOperator: { label: '平台经营者名称', type: 'text' },
  platformAddress: { label: '平台经营者地址', type: 'text' },
  platformPhone: { label: '平台经营者电话', type: 'text' },
  policeOffice: { label: '办理的公安机关', type: 'text' },
  marketOffice: { label: '处理投诉的市场监管部门', type: 'text' },
  buyerName: { label: '投诉人姓名', type: 'text', private: true },
  buyerPhone: { label: '投诉人电话', type: 'text', private: true },
  buyerAddress: { label: '投诉人地址', type: 'text', private: true },
  buyerIdNo: { label: '投诉人证件号码', type: 'text', private: true },
  buyerSex: { label: '投诉人性别', type: 'choice', choices: ['male', 'female'], private: true },
  buyerBorn: { label: '投诉人出生日期', type: 'moment', private: true },
  guardianName: { label: '监护人姓名', type: 'text', private: true },
  recipientName: { label: '收到充值的人', type: 'text', private: true },
  recipientAddress: { label: '收到充值的人的住所', type: 'text', private: true },
} as const satisfies Record<FactKey, FactSpec>;

export function factSpec(key: FactKey): FactSpec {
  return FACTS[key];
}

/** `read` off exhibits · `given` by the user · `confirmed` a read value the user said yes to · `conflict` unsettled. */
export type FactStatus = 'read' | 'given' | 'confirmed' | 'conflict';

/** Where a value stands: the exhibit, the words there, and on a picture the place. */
export interface FactSource {
  exhibit: number;
  text: string;
  box?: Box;
  /** 0 to 1; 1 for text that was not recognised from pixels. */
  confidence?: number;
  /** How the value got its part there; absent in readings of earlier versions. */
  by?: GivenBy;
}

/**
 * What a fact rests on: one place that says itself what it is · two exhibits
 * that say the same · a person's word · nothing but a likely place, so that a
 * person is asked · sides that stand against each other.
 */
export type Standing = 'alone' | 'agreed' | 'confirmed' | 'asked' | 'disputed';

export interface Fact {
  /** The value as a string; empty while the status is `conflict`. Lists are joined with commas. */
  value: string;
  status: FactStatus;
  sources: FactSource[];
  /**
   * The values that stand against each other while the status is `conflict`; one without a source was typed.
   * Of a value that stands against the exhibits, what they said when it was settled. A single one was seen in a part
   * that does not stand by itself, and waits for a yes.
   */
  candidates?: { value: string; sources: FactSource[] }[];
  /** Why a typed value stands although exhibits say otherwise. */
  againstWhy?: string;
}

/** How firmly a fact stands. */
export function standingOf({ status, sources, candidates }: Fact): Standing {
  if (status === 'given' || status === 'confirmed') return 'confirmed';
  if (status === 'conflict') return isReadTwoWays(candidates ?? []) ? 'asked' : 'disputed';
  return new Set(sources.map(({ exhibit }) => exhibit)).size > 1 ? 'agreed' : 'alone';
}

/** One exhibit does not stand against itself: what it says, if anything, waits for a yes or a choice. */
function isReadTwoWays(candidates: NonNullable<Fact['candidates']>): boolean {
  const places = candidates.map(({ sources }) => new Set(sources.map(({ exhibit }) => exhibit)));
  if (candidates.length === 1) return places[0]!.size > 0;
  const [first] = places.flatMap((place) => [...place]);
  return places.length > 1 && places.every((place) => place.size === 1 && place.has(first!));
}

/** Facts as others see them, each with how firmly it stands. */
export function withStanding(facts: Facts): Partial<Record<FactKey, Fact & { standing: Standing }>> {
  return Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, { ...fact, standing: standingOf(fact) }]));
}

export type Facts = Partial<Record<FactKey, Fact>>;

/** The value of a fact that is known and without conflict; undefined else. */
export function standingValue(facts: Facts, key: FactKey): string | undefined {
  const fact = facts[key];
  return fact && fact.status !== 'conflict' && fact.value !== '' ? fact.value : undefined;
}

// Control characters, bidirectional marks and line separators never belong to a one-line value.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const MAX_TEXT = 500;

/**
 * Turns what a person typed into the form that facts carry.
 * @throws KamengError AMOUNT_INVALID, TIME_INVALID, CHOICE_INVALID, TEXT_EMPTY or TEXT_TOO_LONG
 */
export function normalizeFact(key: FactKey, typed: string): string {
  const spec = factSpec(key);
  const text = typed.replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim();
  if (text === '') throw new KamengError('TEXT_EMPTY', `${spec.label}不能为空`, { hints: ['不清楚就不要写这一项'] });
  if (text.length > MAX_TEXT) {
    throw new KamengError('TEXT_TOO_LONG', `${spec.label}太长：${text.length} 字，最多 ${MAX_TEXT} 字`, {
      hints: ['写简短的名称，其余放进证据'],
    });
  }
  if (spec.type === 'money') return toYuan(text);
  if (spec.type === 'moment') {
    const time = parseTime(text);
    if (!time) {
      throw new KamengError('TIME_INVALID', `${spec.label}不是有效的日期或时间：${text}`, {
        hints: ['写成 2026-09-01 或 "2026-09-01 17:39"，按北京时间'],
      });
    }
    return time.moment ?? time.day;
  }
  if (spec.type === 'number' && !/^\d{1,6}$/.test(text)) {
    throw new KamengError('NUMBER_INVALID', `${spec.label}不是整数：${text}`, { hints: ['只写数字，例如 1'] });
  }
  if (spec.type === 'choice' || spec.type === 'list') {
    const items = spec.type === 'list' ? text.split(/[,，\s]+/).filter(Boolean) : [text];
    const wrong = items.find((item) => !spec.choices!.includes(item));
    if (wrong !== undefined) {
      throw new KamengError('CHOICE_INVALID', `${spec.label}没有“${wrong}”这一项`, {
        hints: [`可选：${spec.choices!.join('、')}`],
      });
    }
    return [...new Set(items)].join(',');
  }
  return text;
}

/** A value for the screen with its middle hidden: `RAMXZ-*****-2T76B`, `135****8162`. */
export function maskValue(value: string): string {
  const groups = value.split('-');
  if (groups.length > 2) {
    return groups.map((group, i) => (i === 0 || i === groups.length - 1 ? group : '*'.repeat(group.length))).join('-');
  }
  const shown = Math.min(4, Math.floor(value.length / 4));
  return value.slice(0, shown) + '*'.repeat(value.length - 2 * shown) + value.slice(value.length - shown);
}

/** What a person typed for a fact: the value that stands, or the side of a conflict that no exhibit shows. */
export function typedValue(fact: Fact | undefined): string | undefined {
  if (fact?.status === 'given' || fact?.status === 'confirmed') return fact.value;
  return fact?.status === 'conflict' ? fact.candidates?.find(({ sources }) => sources.length === 0)?.value : undefined;
}
