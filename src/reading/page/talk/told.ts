import { formatYuan, parseFen } from '../../../model/money.ts';
import type { FactKey } from '../../../model/facts.ts';

/** A value that somebody names in a sentence of his own. */
export interface Told {
  key: FactKey & ('orderNo' | 'amount' | 'account' | 'cardCode');
  value: string;
  /** The words that name it. */
  text: string;
}

/** `15块8`, `43.6元`, `¥92.50`, behind a word for paying. */
const SUM = [
  String.raw`[¥￥]?\s?(\d{1,6}(?:,\d{3})*(?:\.\d{1,2})?)`,
  String.raw`(?!\d|%|[天日号月年个张点小时分折])(?:\s?块(\d)(?!\d))?`,
].join('');
const PAID = new RegExp(
  [
    '(?<!退|赔|补|优惠|便宜|再)(?:付款?|支付|花|扣|转账?|收|交|实付|应付|金额|总[价共]|一共|共计?)',
    `[了我款费去：:是为]{0,3}(?:支付宝|微信|云闪付)?\\s?${SUM}`,
  ].join(''),
);
/** An account that something goes to or that was bought, with the word for it. */
const ACCOUNT = new RegExp(
  [
    String.raw`(?:(?<![A-Za-z])U?ID|账号|帐号|账户|登录名|用户名|邮箱(?!密码)|手机号码?|(?:充`,
    String.raw`|绑)[到给]?\s?QQ)\s?(?:[是为:：]\s?)?([A-Za-z0-9](?:[\w.+*-]*[\w*])?(?:@[\w-]+`,
    String.raw`(?:\.[\w-]+)+)?)(?![A-Za-z0-9@])`,
  ].join(''),
  'i',
);
/** A code, behind the word for one. */
const CODE = new RegExp(
  [
    String.raw`(?:卡密|兑换码|激活码|密钥|序列号|卡号|CDK(?:EY)?|(?<=第.{1,2}个)码)\s?(?:[是为:：]\s?)?`,
    String.raw`([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)(?![A-Za-z0-9-])`,
  ].join(''),
);
/** Letters and figures by themselves that are no word, no sum and no telephone: most likely the number of the order. */
const NUMBER = /(?<![A-Za-z0-9@._-])(?=[A-Z-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*(?![A-Za-z0-9@_-]|\.\d)/g;
const LONG_ENOUGH = { number: 10, figures: 14, digits: 4, account: 5, code: 8 };

/** The numbers, sums, accounts and codes that a sentence names: whoever says them, others have to say them as well. */
export function toldIn(sentence: string): Told[] {
  const text = sentence.normalize('NFKC').trim();
  const [account, code] = [ACCOUNT.exec(text)?.[1], CODE.exec(text)?.[1]];
  const told: Told[] = [];
  const add = (key: Told['key'], value: string): void => void told.push({ key, value, text });
  const paid = PAID.exec(text);
  const fen = paid && parseFen(paid[1]!.replaceAll(',', '') + (paid[2] ? `.${paid[2]}` : ''));
  if (fen) add('amount', formatYuan(fen));
  if (account && account.length >= LONG_ENOUGH.account && /\d|@|_/.test(account)) add('account', account);
  if (code && code.replaceAll('-', '').length >= LONG_ENOUGH.code && /\d/.test(code)) add('cardCode', code);
  const number = [...text.matchAll(NUMBER)]
    .map(([one]) => one)
    .find((one) => isNumber(one) && one !== account && one !== code);
  if (number) add('orderNo', number);
  return told;
}

const isNumber = (run: string): boolean =>
  run.length >= LONG_ENOUGH.number &&
  run.replace(/\D/g, '').length >= LONG_ENOUGH.digits &&
  // Figures alone may be anybody's telephone or account, unless they are too many.
  (/[A-Z]/.test(run) || run.length >= LONG_ENOUGH.figures) &&
  // Groups of equal length are a card's.
  !(run.split('-').length > 2 && new Set(run.split('-').map(({ length }) => length)).size === 1);
