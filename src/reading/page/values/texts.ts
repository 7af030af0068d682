import { beforePayee } from '../../wallets.ts';
import { until, valueOf, type Joined, type Value } from './joined.ts';

/** Labels that turn out to be a status or an emptiness, not a name. */
const EMPTY = /^(?:[-—/.…无]*|暂无|未填写|未知|N\/A|null|undefined|请输入.*|点击.*|加载中.*)$/i;

/** Dots that lead from a label to its value, and lines between columns. */
const BEFORE = /^(?:[\s:：>›·|丨…⋯]|\.{2,}|\.(?!NET))+/i;
/** And what stands in the next column where that one is empty: a dash of its own. */
const BEHIND = /(?:[\s>›＞|丨，,、—–]|(?<=[\s\p{Script=Han}）)])[-~/]+)+$/u;

/** Words as they stand, without what belongs to the page: arrows, colons, leading dots. */
export function readText(joined: Joined): Value | undefined {
  const text = joined.text.replace(BEFORE, '').replace(BEHIND, '');
  if (EMPTY.test(text) || text.length < 2 || text.length > 120 || !/[\p{L}\d]/u.test(text)) return undefined;
  const from = joined.text.indexOf(text);
  return valueOf(joined, text.replace(/\s+/g, ' '), from, from + text.length);
}

/** A sentence that ends, or a next label: `月卡；服务`, `小店·付款时间：`. */
const NEXT = /[；;。]|[·•|](?=\s*\p{Script=Han}{2,8}[:：])/u;

/** The words up to where a sentence goes on with something else. */
function beforeNext(joined: Joined): Joined {
  const next = NEXT.exec(joined.text.trimStart());
  const cut = next && joined.text.length - joined.text.trimStart().length + next.index;
  return cut ? until(joined, cut) : joined;
}

/** `Northpixel ★ 96% (41,270)`, `Harbor Games 4.8 ★`: how others liked a seller is no part of the name. */
const RATED = /(?<=\S{2})(?:\s\d(?:\.\d)?\s*[★☆⭐]|\s*[★☆⭐]\s*\d|\s\d{1,3}(?:\.\d+)?\s?%|\s[1-5]\.\d(?=$|\s*\()).*$/u;

function beforeRating(joined: Joined): Joined {
  const rated = RATED.exec(joined.text);
  return rated ? until(joined, rated.index) : joined;
}

/** A name is no number, no date and no sentence. */
export function readName(words: Joined): Value | undefined {
  const joined = beforeRating(beforeNext(words));
  const bank = beforePayee().exec(joined.text);
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

/** A card's code, in groups or in one. */
const IS_CODE = /^(?=.{8})(?=.*\d|.*-.*-)(?=.*[A-Z])[A-Z0-9]{4,}(?:-[A-Z0-9]{4,})*$/;

/** An amount or a moment: of another label, or of none. */
const IS_MONEY_OR_TIME = new RegExp(
  [
    '^[-+]?\\s*[¥￥]\\s*\\d[\\d,.]*$',
    '^\\d[\\d,]*(?:\\.\\d{2})?\\s*元$',
    '^20\\d\\d\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?$',
  ].join('|'),
);

/** `激活密钥(联网绑定账`: what a bracket opens goes on where it is closed. */
const isOpen = (words: string): boolean =>
  [...words.normalize('NFKC')].reduce(
    (open, letter) => open + Number('([{【'.includes(letter)) - Number(')]}】'.includes(letter)),
    0,
  ) > 0;

/** Vouchers often say a number where the goods should stand. */
export function readProduct(words: Joined): Value | undefined {
  const joined = beforeNext(words);
  const count = HOW_MANY.exec(joined.text);
  const value = readText(count && count.index > 0 ? until(joined, count.index) : joined);
  return value &&
    !/^[A-Za-z]{0,6}[-_]?\d[\dA-Za-z_-]{7,}$/.test(value.value) &&
    !/\d{10,}/.test(value.value) &&
    !IS_MONEY_OR_TIME.test(value.value) &&
    !IS_CODE.test(value.value) &&
    !/(?:订单|商户|交易)(?:单|编)?号/.test(value.value)
    ? isOpen(value.value)
      ? { ...value, doubtful: true }
      : value
    : undefined;
}

/** `名：185850239`: the end of a label of which the table has only the beginning. */
function behindLabelEnd(joined: Joined): Joined {
  const end = /^\s*\p{Script=Han}{1,4}[:：]\s*/u.exec(joined.text)?.[0].length ?? 0;
  return end === 0 ? joined : { ...joined, text: joined.text.slice(end), scores: joined.scores.slice(end) };
}

/** An account or game id; a masked one cannot serve and is left. */
export function readAccount(words: Joined): Value | undefined {
  const joined = behindLabelEnd(beforeNext(words));
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
