import { factSpec, type FactKey } from '../../model/facts.ts';
import { parseTime } from '../../model/moment.ts';
import { formatYuan, parseFen } from '../../model/money.ts';
import { BEFORE_PAYEE, paidByOf } from '../wallets.ts';
import { type Cell } from './page.ts';

/** A value in the form of `normalizeFact`, and how far its shape alone can be trusted. */
export interface Value {
  value: string;
  /** The words it was read from. */
  text: string;
  cells: readonly Cell[];
  /** Scores of the characters that make the value; empty for text that was not recognised. */
  scores: readonly number[];
  /** Its shape leaves open whether a character was lost or mistaken. */
  doubtful: boolean;
}

interface Joined {
  text: string;
  scores: number[];
  cells: readonly Cell[];
}

/** Reads the words beside a label as a value of this fact, or says that they are none. */
export function readValue(key: FactKey, cells: readonly Cell[]): Value | undefined {
  const type = factSpec(key).type;
  if (type === 'money') return readMoney(join(cells, ''));
  if (type === 'moment') return readMoment(join(cells, ' '));
  if (type === 'number') return readNumber(join(cells, ''));
  if (key === 'paidBy') return readWallet(join(cells, ' '));
  if (type !== 'text') return undefined;
  return (READ_TEXT[key] ?? readText)(join(cells, CODE_KEYS.has(key) ? '' : joint(cells)));
}

const CODE_KEYS = new Set<FactKey>(['orderNo', 'tradeNo', 'merchantOrderNo', 'cardCode', 'contactPhone']);

/** Chinese goes on without a space on the next line, Latin with one. */
function joint(cells: readonly Cell[]): string {
  const [first, second] = cells;
  return first && second && /[A-Za-z0-9]$/.test(first.text) && /^[A-Za-z0-9]/.test(second.text) ? ' ' : '';
}

export function join(cells: readonly Cell[], between: string): Joined {
  const text = cells.map((cell) => cell.text).join(between);
  const scores = cells.flatMap((cell, i) => {
    const own = cell.scores ?? [];
    return i === 0 || own.length === 0 ? [...own] : [...Array.from(between, () => 1), ...own];
  });
  return { text, scores: scores.length === text.length ? scores : [], cells };
}

function valueOf(joined: Joined, value: string, from: number, to: number, doubtful = false): Value {
  const text = joined.text.slice(from, to);
  const scores = decisive(text, joined.scores.slice(from, to), /^\d/.test(value));
  return { value, text: joined.text.trim(), cells: joined.cells, scores, doubtful };
}

/** The scores that matter: a misread comma or 日 changes no value, a letter, a digit or a space between words does. */
export function decisive(text: string, scores: readonly number[], isNumber = false): number[] {
  const matters = isNumber ? /[A-Za-z0-9.]/ : /[\p{L}\p{N}\s]/u;
  return scores.filter((_, i) => matters.test(text[i] ?? ''));
}

const MONEY =
  /([-−–+＋]?)\s*((?:[¥￥Y]|RMB|CNY|人民币)?)\s*([-−–]?)\s*(\d{1,3}(?:[,，]\d{3})+|\d+)([.．]\s?\d{1,2})?(?![\d.])/;

/** An amount is only one when nothing but its sign, currency and unit stands with it. */
export function readMoney(joined: Joined): Value | undefined {
  const match = MONEY.exec(joined.text);
  if (!match) return undefined;
  // What stands in brackets behind it speaks of something else: postage, coupons.
  const rest = (joined.text.slice(0, match.index) + joined.text.slice(match.index + match[0].length))
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[\s元圆整:：]|RMB|CNY|人民币|[¥￥]/g, '');
  if (rest !== '' && !/^(?:支出|已付|共|合计|实付)$/.test(rest)) return undefined;
  const digits = match[4]!.replace(/[,，]/g, '');
  const cents = (match[5] ?? '').replace(/[.．\s]/g, '');
  const fen = parseFen(cents ? `${digits}.${cents}` : digits);
  if (!fen) return undefined;
  // The dot is the first thing that a blurred picture loses: 30.00 becomes 3000.
  const dotMayBeLost = cents === '' && digits.length >= 3;
  const from = match.index + match[1]!.length;
  const start = from + joined.text.slice(from, match.index + match[0].length).search(/\d/);
  return valueOf(
    joined,
    formatYuan(fen),
    start,
    match.index + match[0].length,
    dotMayBeLost || cents.length === 1 || (digits.length > 1 && digits.startsWith('0')),
  );
}

const MOMENT =
  /(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d{3})\s*日?\s*(?:(上午|下午|晚上|中午|凌晨|AM|PM)?\s*(\d{1,2})\s*[:：时]\s*(\d{2})(?:\s*[:：分]\s*(\d{2}))?)?\s*(AM|PM)?/i;
/** Day and hour run together when the space was not seen: `2026-09-0702:20`. */
const RUN_TOGETHER = /(20\d{2}[-/.]\d{2}[-/.]\d{2})(\d{2}:\d{2})/;

export function readMoment(joined: Joined): Value | undefined {
  const text = joined.text.replace(RUN_TOGETHER, '$1 $2');
  const match = MOMENT.exec(text);
  if (!match) return undefined;
  const [, year, month, day, before, hour, minute, second, after] = match;
  const half = (before ?? after ?? '').toUpperCase();
  let hours = Number(hour);
  if (/下午|晚上|PM/.test(half) && hours < 12) hours += 12;
  if (/中午/.test(half) && hours < 3) hours += 12;
  if (/上午|凌晨|AM/.test(half) && hours === 12) hours = 0;
  const clock = hour === undefined ? '' : ` ${hours}:${minute}${second === undefined ? '' : `:${second}`}`;
  const time = parseTime(`${year}-${month}-${day}${clock}`);
  if (!time) return undefined;
  const from = match.index;
  const to = text === joined.text ? from + match[0].length : joined.text.length;
  return valueOf(joined, time.moment ?? time.day, from, to);
}

function readNumber(joined: Joined): Value | undefined {
  const match = /^[x×X*]?\s*(\d{1,5})\s*(?:件|个|张|份|次|组|套|笔)?$/.exec(joined.text.trim());
  return match && Number(match[1]) > 0 ? valueOf(joined, String(Number(match[1])), 0, joined.text.length) : undefined;
}

function readWallet(joined: Joined): Value | undefined {
  const wallet = paidByOf(joined.text);
  return wallet ? valueOf(joined, wallet, 0, joined.text.length) : undefined;
}

const ORDER_NO = /(?<![A-Za-z0-9])[A-Za-z]{0,6}[-_]?\d[A-Za-z0-9_-]{5,45}(?![A-Za-z0-9])/;

/** An order's number: at least six digits, no words. */
export function readOrderNo(joined: Joined): Value | undefined {
  const compact = withoutSpaces(joined);
  const match = ORDER_NO.exec(compact.text);
  if (!match) return undefined;
  const number = match[0].replace(/[-_]+$/, '');
  const digits = number.replace(/\D/g, '').length;
  if (digits < 6 || parseTime(number) || /^1[3-9]\d{9}$/.test(number)) return undefined;
  if (compact.text.length > number.length + 6) return undefined;
  return { ...valueOf(compact, number, match.index, match.index + number.length), text: joined.text.trim() };
}

function readTradeNo(joined: Joined): Value | undefined {
  const compact = withoutSpaces(joined);
  const match = /(?<![A-Za-z0-9])[A-Za-z]{0,8}\d[A-Za-z0-9]{9,45}(?![A-Za-z0-9])/.exec(compact.text);
  if (!match || compact.text.length > match[0].length + 6) return undefined;
  if (match[0].replace(/\D/g, '').length < 8) return undefined;
  return {
    ...valueOf(compact, match[0], match.index, match.index + match[0].length, tradeNoDoubtful(match[0])),
    text: joined.text.trim(),
  };
}

/** Both wallets' numbers have 28 digits and carry the day; one that begins like them and is otherwise was misread. */
function tradeNoDoubtful(number: string): boolean {
  const walletLike = /^4200\d/.test(number) || /^20[2-9]\d[01]\d[0-3]\d22/.test(number);
  if (!walletLike) return false;
  if (!/^\d{28}$/.test(number)) return true;
  const day = number.startsWith('4200') ? number.slice(10, 18) : number.slice(0, 8);
  return parseTime(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`) === undefined;
}

const CARD = /(?<![A-Za-z0-9])(?=[A-Za-z0-9-]*[A-Za-z0-9]{3})[A-Za-z0-9]{3,}(?:[-–—_][A-Za-z0-9]{3,})*(?![A-Za-z0-9])/;

/** A card's code: groups of letters and digits, eight or more in all. */
export function readCardCode(joined: Joined): Value | undefined {
  const compact = withoutSpaces(joined);
  const match = CARD.exec(compact.text);
  if (!match) return undefined;
  const code = match[0].replace(/[–—_]/g, '-');
  const bare = code.replaceAll('-', '');
  const mixed = /\d/.test(bare) || code.includes('-');
  if (bare.length < 8 || bare.length > 40 || !mixed || compact.text.length > code.length + 4) return undefined;
  return { ...valueOf(compact, code, match.index, match.index + match[0].length), text: joined.text.trim() };
}

function readPhone(joined: Joined): Value | undefined {
  const compact = withoutSpaces(joined);
  const match = /(?<!\d)(?:\+?86-?)?(1[3-9]\d{9})(?!\d)/.exec(compact.text);
  return match
    ? valueOf(compact, match[1]!, match.index + match[0].length - 11, match.index + match[0].length)
    : undefined;
}

/** Labels that turn out to be a status or an emptiness, not a name. */
const EMPTY = /^(?:[-—/.…无]*|暂无|未填写|未知|N\/A|null|undefined|请输入.*|点击.*|加载中.*)$/i;

function readText(joined: Joined): Value | undefined {
  const text = joined.text.replace(/^[\s:：>›·|]+|[\s>›＞|]+$/g, '');
  if (EMPTY.test(text) || text.length < 2 || text.length > 120 || !/[\p{L}\d]/u.test(text)) return undefined;
  const from = joined.text.indexOf(text);
  return valueOf(joined, text.replace(/\s+/g, ' '), from, from + text.length);
}

/** A name is no number, no date and no sentence. */
function readName(joined: Joined): Value | undefined {
  const bank = BEFORE_PAYEE.exec(joined.text);
  const value = readText(
    bank ? { ...joined, text: joined.text.slice(bank[0].length), scores: joined.scores.slice(bank[0].length) } : joined,
  );
  // A masked name names nobody.
  if (
    !value ||
    value.value.length > 40 ||
    /[*＊]/.test(value.value) ||
    /^[\d\s.,:¥￥*+-]+$/.test(value.value) ||
    /[。！？!?]/.test(value.value)
  )
    return undefined;
  return value;
}

/** `月卡 x 1`, `年卡×2`: how many is no part of the name. */
const HOW_MANY = /(?:\s+[x×X*＊]\s?|×\s?|(?<=\p{Script=Han})[x*＊]\s?)\d{1,3}$/u;

/** What vouchers write where the goods should stand when the shop told the wallet none. */
export const GENERIC_GOODS = new RegExp(
  `^(?:${[
    '(?:数字|网络|虚拟|电子|在线|线上|其他|普通)?(?:商品|产品|服务|货品|货物|道具|物品)',
    '(?:话费|点卡|会员|游戏|账户|账号|在线|余额)?充值',
    '.{0,6}(?:订单|交易|收款|付款|支付|购物|消费|网购)',
    '扫码.{0,4}|转账|话费|购买|商户单号.*',
  ].join('|')})$`,
);

/** Vouchers often say a number where the goods should stand. */
function readProduct(joined: Joined): Value | undefined {
  const count = HOW_MANY.exec(joined.text);
  const value = readText(count && count.index > 0 ? until(joined, count.index) : joined);
  return value &&
    !/^[A-Za-z]{0,6}[-_]?\d[\dA-Za-z_-]{7,}$/.test(value.value) &&
    !/\d{10,}/.test(value.value) &&
    !/(?:订单|商户|交易)(?:单|编)?号/.test(value.value)
    ? value
    : undefined;
}

/** An account or game id; a masked one cannot serve and is left. */
function readAccount(joined: Joined): Value | undefined {
  // `163884201 如有疑问请联系客服`: the sentence behind a number is no part of it.
  const alone = /^\s*[\w.@+-]{4,40}(?=\s+\p{Script=Han}{4})/u.exec(joined.text);
  const value = readText(alone ? until(joined, alone[0].length) : joined);
  if (
    !value ||
    value.value.length > 50 ||
    /[*＊•]{2,}/.test(value.value) ||
    /余额|零钱|银行|信用卡|储蓄卡|花呗/.test(value.value)
  )
    return undefined;
  return MISTAKEN_L.test(value.value) ? { ...value, doubtful: true } : value;
}

/** Among small letters I and l look the same. */
const MISTAKEN_L = /(?:^|[^A-Z])I[a-z]|[a-z]I(?![A-Z])/;

const READ_TEXT: Partial<Record<FactKey, (joined: Joined) => Value | undefined>> = {
  orderNo: readOrderNo,
  merchantOrderNo: readOrderNo,
  tradeNo: readTradeNo,
  cardCode: readCardCode,
  contactPhone: readPhone,
  merchant: readName,
  payee: readName,
  platform: readName,
  sellerName: readName,
  product: readProduct,
  account: readAccount,
};

function withoutSpaces(joined: Joined): Joined {
  const keep = [...joined.text].map((letter, i) => ({ letter, i })).filter(({ letter }) => !/\s/.test(letter));
  return {
    text: keep.map(({ letter }) => letter).join(''),
    scores: joined.scores.length === 0 ? [] : keep.map(({ i }) => joined.scores[i]!),
    cells: joined.cells,
  };
}

function until(joined: Joined, end: number): Joined {
  return { ...joined, text: joined.text.slice(0, end), scores: joined.scores.slice(0, end) };
}

export type { Joined };
