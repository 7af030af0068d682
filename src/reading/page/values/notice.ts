import { addDays, chinaDay, type Day, epochOf, type Moment, parseTime } from '../../../model/moment.ts';
import { type Fen, parseFen } from '../../../model/money.ts';
import { foreignMoneyIn } from './foreign.ts';
import { beforePayee, paidByOf } from '../../wallets.ts';

/** What a bank's message says of one movement of money. */
export interface Notice {
  /** 分; none where it was money of another country. */
  amount?: Fen;
  /** The sum as it is written: `1,208.00`. */
  written?: string;
  /** As it is written: `美元59.99`. */
  foreign?: string;
  direction: 'out' | 'in';
  refund: boolean;
  /** A day only where the year is known. */
  at?: Moment;
  day?: Day;
  /** As the message has it, where it has no year and nothing else gives one: `11月3日 20:15`. */
  yearless?: string;
  /** Whom it names as paid; a wallet alone is nobody. */
  payee?: string;
  /** The words that say how it was paid: the wallet it went through, or the card. */
  method: string;
}

const BANK = String.raw`[^【】\[\]]{0,12}(?:银行|信用卡|农商行|农信|信用社)[^【】\[\]]{0,8}`;
const SIGNED = new RegExp(String.raw`【${BANK}】|\[${BANK}\]`);
/** Whose account: the last figures of its number. */
const ACCOUNT = /(?:尾号为?|账户|帐户|账号|卡号?|信用卡)[^\d,，。]{0,6}(\d{4})(?!\d)/;
/** Begins so: with its sign, or with whose account it is. */
const BEGINS = new RegExp(
  [
    String.raw`^(?:【${BANK}】|\[${BANK}\])`,
    '^(?:尊敬的.{0,8}[，,:：!！])?(?:您|贵|尾号|账户|帐户|卡|\\d{1,2}[日月])',
  ].join('|'),
);
const LONGEST = 400;

/** Is this the text of a message that a bank sent, whatever it is about? */
export function isBankMessage(text: string): boolean {
  const said = text.trim();
  return said.length <= LONGEST && BEGINS.test(said) && (SIGNED.test(said) || ACCOUNT.test(said));
}

/** Codes to confirm with, statements of what is due, advertising: no money moved. */
const NOTHING_MOVED = new RegExp(
  [
    '验证码|校验码|动态(?:密)?码|动态密码|口令',
    '应还|还款日|最低还款|即将|将于|限额',
    '立减|满\\d|优惠|拒收请回|退订',
    '失败|未成功|余额不足',
  ].join('|'),
);

const SUM = String.raw`(?:人民币|RMB|CNY|[¥￥])?\s*[-−–]?\s*(\d[\d,]*\.\d{1,2}|\d[\d,]*(?=\s*元))\s*元?`;
/** Between a verb and its sum: a name in brackets, or a few words that are no other sum's. */
const GAP = String.raw`(?:[（(][^（()）]{1,40}[）)])?[^\d\s,，。;；余额]{0,8}`;
const OUT = new RegExp(`(?:支出|消费|支付|支取|转出|扣款|扣费|付款|交易|汇出|转账|代扣|扣除|支出金额)${GAP}${SUM}`);
const IN = new RegExp(`(?:收入|转入|存入|入账|到账|汇入|退款|退货|退回|返还)${GAP}${SUM}`);
const GIVEN_BACK = /退款|退货|退回|撤销|冲正/;
const MOVED = /支出|消费|支付|支取|转出|扣款|扣费|付款|交易/;

/**
 * What a bank's message says was taken or came in.
 * @param received when the phone got it, which says the year that the words leave away
 * @returns undefined where no money moved
 */
export function readNotice(text: string, received?: Moment): Notice | undefined {
  const said = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (!isBankMessage(said) || NOTHING_MOVED.test(said)) return undefined;
  const [taken, given] = [OUT.exec(said), IN.exec(said)];
  const foreign = MOVED.test(said) ? foreignMoneyIn(said)[0] : undefined;
  // 退款收入(财付通-…)68.00元: what comes in may name how it had been paid.
  const isIn = given !== null && (taken === null || given.index <= taken.index);
  const match = isIn ? given : taken;
  const amount = foreign === undefined && match ? parseFen(match[1]!.replaceAll(',', '')) : undefined;
  if (amount === undefined && foreign === undefined) return undefined;
  const payee = payeeIn(said);
  return {
    ...(amount === undefined ? { foreign } : { amount, written: match![1]! }),
    direction: isIn ? 'in' : 'out',
    refund: isIn && GIVEN_BACK.test(said),
    ...whenIn(said, received),
    ...(payee === undefined ? {} : { payee }),
    method: THROUGH.exec(said)?.[0] ?? `银行卡（尾号${ACCOUNT.exec(said)?.[1] ?? '未写'}）`,
  };
}

const THROUGH = /财付通|微信支付|支付宝/;
const WALLET = '(?:财付通|支付宝|微信支付|微信|网联|银联|京东支付|美团支付|云闪付|抖音支付|快钱|易宝|拉卡拉)';
/** A name ends where the sentence goes on with what was done. */
const NAME = String.raw`([A-Za-z][A-Za-z\d .&*'/-]{1,40}|[^\s,，。;；:：()（）\[\]【】]{2,30}?)`;
const ENDS = String.raw`(?=快捷|网上|消费|支付|完成|扣款|代扣|转账|交易|支出|付款|[\s,，。;；()（）\[\]【】]|$)`;
const PAYEES: readonly RegExp[] = [
  new RegExp(`${WALLET}[-－—]${NAME}${ENDS}`),
  new RegExp(
    `(?:商户(?:名称|名)?|收款(?:人|方|户名|商户)|对方(?:户名|账户)?|交易对手)(?:为|是|[:：])?\\s*${NAME}${ENDS}`,
  ),
  new RegExp(`元(?:给|至|到)${NAME}${ENDS}`),
  new RegExp(`在【?${NAME}】?(?:快捷|网上)?(?:消费|支付|付款)`),
  /元\s*\(([^()\d]{2,30})\)/,
  new RegExp(`向${NAME}(?:转账|付款|支付|汇款)`),
];
/** What stands in such places and names nobody. */
const NOBODY = /^(?:境外|境内|商户|网上|手机|柜台|他行|本行|本人|您|快捷|网联|消费|支付|交易|人民币|pos)/i;

function payeeIn(text: string): string | undefined {
  for (const words of PAYEES) {
    let name = words.exec(text)?.[1] ?? '';
    // 网联付款 财付通-微信支付-…: one wallet behind another.
    for (let last = ''; last !== name;) {
      last = name;
      name = name
        .replace(beforePayee(), '')
        .replace(/[ .-]+$/, '')
        .trim();
    }
    const isWallet = new RegExp(`^${WALLET}$`).test(name) || (paidByOf(name) !== undefined && name.length <= 4);
    if (name.length >= 2 && !NOBODY.test(name) && !isWallet && /\p{L}/u.test(name)) return name;
  }
  return undefined;
}

const WHEN = new RegExp(
  [
    String.raw`(?:(?<year>(?:20)?\d{2})\s*[年\-/.]\s*)?(?<month>\d{1,2})\s*[月\-/]\s*(?<day>\d{1,2})\s*日?\s*`,
    String.raw`(?:(?<hour>\d{1,2})\s*[:：时点]\s*(?<minute>\d{1,2})(?:\s*[:：分]\s*(?<second>\d{2}))?)?`,
  ].join(''),
);
/** `12日13:42`, or the clock alone: the rest is when the message came. */
const SHORT_WHEN = /(?:(?<!月\s*)(?<![\d.])(?<day>\d{1,2})日\s*)?(?<![\d:])(?<hour>\d{1,2}):(?<minute>\d{2})(?!\d)/;
const LEAP_YEAR = 2024;

type Time = ReturnType<typeof parseTime>;
const two = (digits: string | number | undefined): string => String(digits ?? '').padStart(2, '0');

function whenIn(text: string, received: Moment | undefined): Pick<Notice, 'at' | 'day' | 'yearless'> {
  const match = WHEN.exec(text);
  if (!match) return whenInShort(text, received);
  const { year, month, day, hour, minute, second } = match.groups!;
  const clock = hour === undefined ? '' : ` ${hour}:${two(minute)}${second === undefined ? '' : `:${second}`}`;
  const inYear = (of: string | number): Time => parseTime(`${of}-${two(month)}-${two(day)}${clock}`);
  if (year !== undefined) return timed(inYear(year.length === 2 ? `20${year}` : year));
  if (received === undefined) return inYear(LEAP_YEAR) ? { yearless: match[0].trim() } : {};
  const own = Number(received.slice(0, 4));
  return timed(lastBefore([inYear(own), inYear(own - 1)], received));
}

function whenInShort(text: string, received: Moment | undefined): Pick<Notice, 'at' | 'day' | 'yearless'> {
  if (received === undefined) return {};
  const today = chinaDay(received);
  const match = SHORT_WHEN.exec(text)?.groups;
  if (!match) return { day: today };
  const { day, hour, minute } = match;
  const days =
    day === undefined
      ? [today, addDays(today, -1)]
      : [today, addDays(`${today.slice(0, 8)}01`, -1)].map((one) => `${one.slice(0, 8)}${two(day)}`);
  return timed(
    lastBefore(
      days.map((one) => parseTime(`${one} ${two(hour)}:${minute}`)),
      received,
    ),
  );
}

/** A message comes when the money moved or soon after: the last of these times that is not long after it came. */
function lastBefore(times: readonly Time[], received: Moment): Time {
  const until = epochOf(received) + LATE;
  return times.find((time) => time !== undefined && epochOf(time.moment ?? time.day) <= until);
}

/** The clocks of a bank and of a phone differ by so much, in milliseconds. */
const LATE = 10 * 60_000;

const timed = (time: Time): Pick<Notice, 'at' | 'day'> =>
  time === undefined ? {} : time.moment === undefined ? { day: time.day } : { at: time.moment, day: time.day };
