import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import {
  type Channel,
  CHANNEL_IDS,
  CHANNELS,
  type Dispute,
  DOCUMENT_IDS,
  type DocumentId,
} from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { type FactKey, factSpec, type PaidBy, type SITES } from '../../model/facts.ts';
import { toYuan } from '../../model/money.ts';
import { chinaDay, type Day, isDay, type Moment, parseTime, showDay } from '../../model/moment.ts';

export type Site = (typeof SITES)[number];
export type SellerState = 'known' | 'unreachable' | 'unknown';
export type Purpose = 'own_use' | 'resale';
export type Goods = 'code' | 'topup' | 'membership' | 'account' | 'wallet';
export type GoodsLawful = 'yes' | 'doubtful' | 'no';
export type Buyer = 'adult' | 'minor';
export type { PaidBy };
export type Sign = 'vanished' | 'fake_identity' | 'many_victims' | 'blocked_buyer' | 'false_claims';

export const FILING_STATUSES = ['filed', 'accepted', 'refused', 'ended', 'settled'] as const;
export type FilingStatus = (typeof FILING_STATUSES)[number];

/** A complaint handed in at one door and what became of it; `ended`: closed without agreement. */
export interface Filing {
  channel: Channel;
  on: Day;
  status: FilingStatus;
  /** Id of the refusal's ground, or the words of the refusal. */
  ground?: string;
  /** The day of acceptance, refusal, end or settlement. */
  answeredOn?: Day;
  /** The answer is a paper, as the refusal of an office has to be. */
  inWriting?: boolean;
  /** A step against what the door had answered (复议, 监督): the document that took it. It opens no complaint anew. */
  stage?: DocumentId;
  /** The day the other side promised to perform, or paid a part: it admits the debt (民法典195). */
  promisedOn?: Day;
}

/** All that routing looks at. What is undefined was not said, and may be asked. */
export interface Situation {
  today: Day;
  dispute?: Dispute;
  /** Yuan, `"96.50"`. */
  amount?: string;
  paidAt?: Day | Moment;
  /** When the buyer learned of the harm; the day of payment stands in for it. */
  knownAt?: Day | Moment;
  paidBy?: PaidBy;
  site?: Site;
  seller?: SellerState;
  purpose?: Purpose;
  goods?: Goods;
  /** Nothing that law forbids to sell or to hold: cheats, shared or real-name accounts, stolen cards. */
  goodsLawful?: GoodsLawful;
  buyer?: Buyer;
  /** The seller is outside the mainland. */
  abroad?: boolean;
  /** The buyer typed the account to be charged wrongly. */
  ownMistake?: boolean;
  product?: string;
  quantity?: number;
  signs?: Sign[];
  filings: Filing[];
}

const CHOICE_KEYS = ['dispute', 'paidBy', 'site', 'seller', 'purpose', 'goods', 'goodsLawful', 'buyer'] as const;
const TRUTH_KEYS = ['abroad', 'ownMistake'] as const;
const KEYS = [
  'today',
  'amount',
  'paidAt',
  'knownAt',
  'product',
  'quantity',
  'signs',
  'filings',
  ...CHOICE_KEYS,
  ...TRUTH_KEYS,
] as const;
const FILING_KEYS = ['channel', 'on', 'status', 'ground', 'answeredOn', 'inWriting', 'promisedOn', 'stage'] as const;
/** The steps that can be taken against what a door answered. */
const stepsAgainst = (channel: Channel): DocumentId[] =>
  DOCUMENT_IDS.filter((id) => DOCUMENT_TRAITS[id].against?.includes(channel));
const MAX_FILINGS = 1000;

function fail(code: string, message: string, ...hints: string[]): never {
  throw new KamengError(code, message, { hints });
}

function asObject(json: unknown, name: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    fail('SITUATION_SHAPE', `${name}应当是一个 JSON 对象`);
  return json as Record<string, unknown>;
}

function refuseUnknownKeys(object: Record<string, unknown>, known: readonly string[], name: string): void {
  const unknown = Object.keys(object).find((key) => !known.includes(key));
  if (unknown !== undefined)
    fail('KEY_UNKNOWN', `${name}里没有“${unknown.slice(0, 40)}”这一项`, `可用：${known.join('、')}`);
}

function choose<T extends string>(value: unknown, choices: readonly string[], label: string): T {
  if (typeof value === 'string' && choices.includes(value)) return value as T;
  return fail('CHOICE_INVALID', `${label}没有“${String(value).slice(0, 40)}”这一项`, `可选：${choices.join('、')}`);
}

const choicesOf = (key: FactKey): readonly string[] => factSpec(key).choices!;

function readTime(value: unknown, label: string): Day | Moment {
  const time = typeof value === 'string' ? parseTime(value) : undefined;
  if (!time) {
    return fail(
      'TIME_INVALID',
      `${label}不是有效的日期或时间：${String(value).slice(0, 40)}`,
      '写成 2026-09-01，或带时区的 2026-09-01T17:39:39+08:00',
    );
  }
  if (time.moment !== undefined && !time.zoned)
    return fail('ZONE_MISSING', `${label}有时刻但没有时区：${String(value)}`, '在末尾加上 +08:00');
  return time.moment ?? time.day;
}

function readDay(value: unknown, label: string): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  return fail('DAY_INVALID', `${label}不是存在的日期：${String(value).slice(0, 40)}`, '写成 2026-09-01');
}

function readTruth(value: unknown, label: string): boolean {
  if (typeof value === 'boolean') return value;
  // As the facts of a case write it.
  if (value === 'yes' || value === 'no') return value === 'yes';
  return fail('TRUTH_INVALID', `${label}应当是 true 或 false`);
}

function readFiling(json: unknown, place: number): Filing {
  const name = `第 ${place} 条投诉记录`;
  const object = asObject(json, name);
  refuseUnknownKeys(object, FILING_KEYS, name);
  const filing: Filing = {
    channel: choose(object.channel, CHANNEL_IDS, `${name}的渠道`),
    on: readDay(object.on, `${name}的提交日期`),
    status: object.status === undefined ? 'filed' : choose(object.status, FILING_STATUSES, `${name}的状态`),
  };
  if (object.ground !== undefined) {
    if (typeof object.ground !== 'string') fail('TEXT_INVALID', `${name}的理由应当是文字`);
    filing.ground = object.ground.slice(0, 500);
  }
  if (object.answeredOn !== undefined) filing.answeredOn = readDay(object.answeredOn, `${name}的答复日期`);
  if (object.promisedOn !== undefined) filing.promisedOn = readDay(object.promisedOn, `${name}的承诺日期`);
  if (object.stage !== undefined) filing.stage = choose(object.stage, stepsAgainst(filing.channel), `${name}的步骤`);
  if (object.inWriting !== undefined) filing.inWriting = readTruth(object.inWriting, `${name}的 inWriting`);
  return filing;
}

export function isOpen(filing: Filing): boolean {
  return filing.status === 'filed' || filing.status === 'accepted';
}

/**
 * Refuses what cannot have happened.
 * @throws KamengError PAID_IN_FUTURE, FILING_IN_FUTURE, FILING_BEFORE_PURCHASE, ANSWER_BEFORE_FILING, ANSWER_IN_FUTURE, FILING_OPEN_TWICE
 */
export function checkSituation(situation: Situation): Situation {
  const { today, filings } = situation;
  const paidOn = situation.paidAt === undefined ? undefined : chinaDay(situation.paidAt);
  if (paidOn !== undefined && paidOn > today)
    fail('PAID_IN_FUTURE', `付款日期 ${showDay(paidOn)}在今天之后`, '核对付款时间，或用 today 说明按哪一天算');
  if (situation.knownAt !== undefined && chinaDay(situation.knownAt) > today)
    fail('KNOWN_IN_FUTURE', '发现问题的日期在今天之后', '核对发现问题的时间');
  const open = new Set<string>();
  for (const filing of filings) {
    if (filing.on > today)
      fail('FILING_IN_FUTURE', `提交日期 ${showDay(filing.on)}在今天之后`, '还没提交的不要记成已提交');
    if (paidOn !== undefined && filing.on < paidOn) {
      fail('FILING_BEFORE_PURCHASE', `提交日期 ${showDay(filing.on)}早于付款日期 ${showDay(paidOn)}`, '核对这两个日期');
    }
    if (filing.answeredOn !== undefined && filing.answeredOn < filing.on) {
      fail(
        'ANSWER_BEFORE_FILING',
        `答复日期 ${showDay(filing.answeredOn)}早于提交日期 ${showDay(filing.on)}`,
        '核对这两个日期',
      );
    }
    if (filing.answeredOn !== undefined && filing.answeredOn > today)
      fail('ANSWER_IN_FUTURE', `答复日期 ${showDay(filing.answeredOn)}在今天之后`, '核对答复日期');
    const door = `${filing.channel} ${filing.stage ?? ''}`;
    if (isOpen(filing) && open.has(door)) {
      fail(
        'FILING_OPEN_TWICE',
        `同一渠道有两件未结的投诉：${CHANNELS[filing.channel].label}`,
        '先说明前一件的结果：refused、ended 或 settled',
      );
    }
    if (isOpen(filing)) open.add(door);
  }
  return situation;
}

/**
 * The parsed JSON of `route --facts` as a situation.
 * @param today the day when the JSON names none, China
 * @throws KamengError with one clear message for the first thing that is wrong
 */
export function parseSituation(json: unknown, today: Day): Situation {
  const object = asObject(json, '事实');
  refuseUnknownKeys(object, KEYS, '事实');
  const situation: Situation = {
    today: object.today === undefined ? today : readDay(object.today, 'today'),
    filings: [],
  };
  const choices: Partial<Record<(typeof CHOICE_KEYS)[number], string>> = {};
  for (const key of CHOICE_KEYS) {
    if (object[key] !== undefined) choices[key] = choose(object[key], choicesOf(key), factSpec(key).label);
  }
  Object.assign(situation, choices);
  for (const key of TRUTH_KEYS) {
    if (object[key] !== undefined) situation[key] = readTruth(object[key], factSpec(key).label);
  }
  if (object.amount !== undefined) situation.amount = toYuan(String(object.amount));
  if (object.paidAt !== undefined) situation.paidAt = readTime(object.paidAt, '付款时间');
  if (object.knownAt !== undefined) situation.knownAt = readTime(object.knownAt, '发现问题的时间');
  if (object.product !== undefined) {
    if (typeof object.product !== 'string') fail('TEXT_INVALID', '商品应当是文字');
    situation.product = object.product.slice(0, 500);
  }
  if (object.quantity !== undefined) {
    if (!Number.isSafeInteger(object.quantity) || (object.quantity as number) < 1)
      fail('NUMBER_INVALID', '数量应当是大于 0 的整数');
    situation.quantity = object.quantity as number;
  }
  if (object.signs !== undefined) {
    if (!Array.isArray(object.signs)) fail('SITUATION_SHAPE', 'signs 应当是一个列表');
    const signs = object.signs.map((sign) => choose<Sign | 'none'>(sign, choicesOf('signs'), factSpec('signs').label));
    situation.signs = [...new Set(signs)].filter((sign) => sign !== 'none');
  }
  if (object.filings !== undefined) {
    if (!Array.isArray(object.filings)) fail('SITUATION_SHAPE', 'filings 应当是一个列表');
    if (object.filings.length > MAX_FILINGS)
      fail('TOO_MANY', `投诉记录太多：${object.filings.length} 条，最多 ${MAX_FILINGS} 条`);
    situation.filings = object.filings.map((filing, i) => readFiling(filing, i + 1));
  }
  return checkSituation(situation);
}
