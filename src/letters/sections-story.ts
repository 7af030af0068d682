import { type Dispute } from '../model/dispute.ts';
import { PROOF_CATEGORIES } from '../model/evidence.ts';
import { chinaDay, epochOf, showDay } from '../model/moment.ts';
import { countedExhibits } from '../model/snapshot.ts';
import { letterTime, proofMark, sourcesOf, type Values, yuan } from './context-values.ts';

/**
 * What happened, by dispute. `shown`: an exhibit has the words, so they are
 * quoted. `said`: only the buyer says it. `bare`: nothing is known of how it
 * showed. Slots: when, failure, proof, today, noun.
 */
const EVENTS: Record<Dispute, { shown: string; said: string; bare: string }> = {
  card_invalid: {
    shown: '{when}兑换该卡密时，页面提示“{failure}”{proof}，卡密无法使用。',
    said: '{when}兑换该卡密未能成功，情况为：{failure}{proof}。',
    bare: '{when}兑换该卡密未能成功{proof}，卡密无法使用。',
  },
  not_delivered: {
    shown: '{when}查询时，页面显示“{failure}”{proof}。截至{today}，所购商品仍未到账。',
    said: '{when}查询后发现：{failure}{proof}。截至{today}，所购商品仍未到账。',
    bare: '截至{today}，所购商品仍未到账{proof}。',
  },
  account_banned: {
    shown: '{when}使用所购{noun}时，页面提示“{failure}”{proof}，已无法正常使用。',
    said: '{when}使用所购{noun}时发现：{failure}{proof}，已无法正常使用。',
    bare: '所购{noun}已被限制，无法正常使用{proof}。',
  },
  not_as_described: {
    shown: '{when}使用所购{noun}时，页面提示“{failure}”{proof}，与购买时的商品描述不一致。',
    said: '{when}收到后发现与购买时的商品描述不一致：{failure}{proof}。',
    bare: '所购{noun}与购买时的商品描述不一致{proof}。',
  },
  service: {
    shown: '{when}使用所购{noun}时，页面提示“{failure}”{proof}，本人随后要求售后处理。',
    said: '{when}因以下问题要求售后处理：{failure}{proof}。',
    bare: '本人就该订单要求售后处理，截至{today}尚未解决{proof}。',
  },
  platform_fault: {
    shown: '{when}操作时，平台页面显示“{failure}”{proof}。',
    said: '争议事项：{failure}{proof}。',
    bare: '',
  },
  vanished: {
    shown: '{when}再次联系时，页面显示“{failure}”{proof}。截至{today}，本人无法与卖家取得联系，订单问题未获处理。',
    said: '付款后，{failure}{proof}。截至{today}，本人无法与卖家取得联系，订单问题未获处理。',
    bare: '截至{today}，本人无法与卖家取得联系，订单问题未获处理{proof}。',
  },
};

const NOUNS: Record<string, string> = { code: '卡密', topup: '充值', membership: '会员', account: '账号', wallet: '余额' };

/** `卡密`, `会员`, …: how the letter calls what was bought; `商品` while the kind is unknown. */
export function nounOf(values: Values): string {
  return NOUNS[values.raw('goods') ?? ''] ?? '商品';
}

const fill = (pattern: string, slots: Record<string, string>): string => pattern.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '');

/** When, where, from whom, what, for how much, under which number. */
export function tellPurchase(values: Values): string {
  const has = values.show;
  const at = has('paidAt') ?? has('orderedAt');
  const place = has('platform') ? `在“${has('platform')}”` : '';
  const same = values.raw('platform') !== undefined && values.raw('platform') === values.raw('merchant');
  const seller = has('merchant') && !same ? `向“${has('merchant')}”` : '';
  const count = Number(values.raw('quantity') ?? '1') > 1 ? `，数量${values.raw('quantity')}` : '';
  const means = values.raw('paidBy');
  const paid = has('amount') ? `，${means && means !== 'personal_transfer' ? `通过${has('paidBy')}` : means ? '以个人转账方式' : ''}实付${has('amount')}` : '';
  const order = has('orderNo') ? `，订单号${has('orderNo')}` : '';
  const payee = means === 'personal_transfer' && has('payee') ? `，收款方为“${has('payee')}”` : '';
  const proof = proofMark(values, sourcesOf(values, 'orderNo', 'amount', 'paidAt', 'orderedAt', 'tradeNo').filter((no) => inCategory(values, no, 'transaction')));
  return `${at ? `${at}，` : ''}本人${place}${seller}购买“${has('product') ?? '商品'}”${count}${paid}${order}${payee}${proof}。`;
}

function inCategory(values: Values, no: number, category: (typeof PROOF_CATEGORIES)[number]): boolean {
  return values.snapshot.exhibits.some((exhibit) => exhibit.no === no && exhibit.category === category);
}

/** What went wrong with it, and what the exhibits show of that. */
export function tellTrouble(values: Values): string {
  if (!values.dispute) return '';
  const event = EVENTS[values.dispute];
  const failure = values.show('failure');
  const defects = countedExhibits(values.snapshot).filter((exhibit) => exhibit.category === 'defect').map((exhibit) => exhibit.no);
  const quoted = failure !== undefined && proofMark(values, sourcesOf(values, 'failure')) !== '';
  const pattern = failure === undefined ? event.bare : quoted ? event.shown : event.said;
  const at = values.show('failedAt');
  return fill(pattern, {
    when: at ? `${at}，本人` : '本人',
    failure: (failure ?? '').replace(/[。．.]$/, ''),
    proof: proofMark(values, [...sourcesOf(values, 'failure'), ...defects]),
    today: showDay(values.snapshot.today),
    noun: nounOf(values),
  });
}

/** The first message of the buyer after paying, where a chat export shows it. */
function tellFirstMessage(values: Values): string {
  const paid = values.raw('paidAt') ?? values.raw('orderedAt');
  if (paid === undefined) return '';
  const first = countedExhibits(values.snapshot)
    .flatMap((exhibit) => (exhibit.reading?.messages ?? []).map((message) => ({ exhibit: exhibit.no, ...message })))
    .filter((message) => message.side === 'buyer' && message.at !== undefined && epochOf(message.at) > epochOf(paid))
    .sort((a, b) => epochOf(a.at!) - epochOf(b.at!))[0];
  if (!first) return '';
  return `${letterTime(first.at!)}，本人在聊天中提出上述问题${proofMark(values, [first.exhibit])}。`;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** What the other side promised and refused, where no logged contact says it already. */
export function tellAnswers(values: Values): string[] {
  const logged = values.snapshot.contacts.map((contact) => bare(contact.said ?? ''));
  const known = (text: string | undefined): boolean => text !== undefined && logged.some((said) => said.includes(bare(text)) || (said.length > 3 && bare(text).includes(said)));
  const told: string[] = [];
  const hasContacts = values.snapshot.contacts.some((contact) => contact.channel === 'merchant' || contact.channel === 'platform');
  if (!hasContacts) told.push(tellFirstMessage(values));
  const promise = values.show('promise');
  const by = values.raw('promisedBy');
  if (promise !== undefined && !known(values.raw('promise'))) {
    const limit = by ? `，期限为${values.show('promisedBy')}` : '';
    told.push(`对方表示“${promise}”${limit}${proofMark(values, sourcesOf(values, 'promise', 'promisedBy'))}。`);
  }
  if (by !== undefined && chinaDay(by) < values.snapshot.today && values.dispute) {
    told.push(`上述期限已过，截至${showDay(values.snapshot.today)}问题仍未解决。`);
  }
  const refusal = values.show('refusal');
  if (refusal !== undefined && !known(values.raw('refusal'))) {
    told.push(`对方以“${refusal.replace(/[。．.]$/, '')}”为由拒绝处理${proofMark(values, sourcesOf(values, 'refusal'))}。`);
  }
  const [paid, refunded] = [values.money('amount'), values.money('refunded')];
  if (paid !== undefined && refunded !== undefined && refunded > 0) {
    told.push(`本人已收到退款${yuan(refunded)}${refunded < paid ? `，尚余${yuan(paid - refunded)}未退` : ''}${proofMark(values, sourcesOf(values, 'refunded'))}。`);
  }
  return told.filter(Boolean);
}
