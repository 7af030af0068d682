import { formatYuan, parseFen } from '../../../model/money.ts';
import { valueOf, type Joined, type Value } from './joined.ts';

const SIGN = String.raw`((?:(?:CN)?[¥￥Y]|RMB|CNY|人民币)?)`;
const MONEY = new RegExp(
  String.raw`([-−–+＋]?)\s*${SIGN}\s*([-−–]?)\s*(\d{1,3}(?:[,，]\s?\d{3})+|\d+)([.．]\s?\d{1,2})?(?![\d.])`,
);

/** An amount is only one when nothing but its sign, currency and unit stands with it. */
export function readMoney(joined: Joined): Value | undefined {
  const match = MONEY.exec(joined.text);
  if (!match) return undefined;
  // What stands in brackets behind it speaks of something else: postage, coupons.
  const rest = (joined.text.slice(0, match.index) + joined.text.slice(match.index + match[0].length))
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[\s元圆整:：]|RMB|CNY|人民币|[¥￥]/g, '');
  if (rest !== '' && !/^(?:支出|已付|共|合计|实付)$/.test(rest)) return undefined;
  const digits = match[4]!.replace(/[,，\s]/g, '');
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
