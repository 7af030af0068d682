import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import type { Part } from '../parts/parts.ts';
import { leadingLabel } from '../page/labels/labels.ts';
import { pairsOn, type Pair } from '../page/labels/pairs.ts';
import type { LabelRow } from '../../knowledge/schema/pages.ts';
import { simplified } from '../../words/simplified.ts';
import { PAGE_MARKS } from './marks.ts';
import { disputeOf, saysFailure } from '../layouts/troubles.ts';
import { chatWeight, isPaced } from '../page/talk/talk-weight.ts';
import { headedTalk } from '../page/talk/named-lines.ts';
import type { Page } from '../page/page.ts';
import { failureOf, type FailureMessage } from '../page/form/failure.ts';
import { refundState } from '../page/form/refund.ts';
import { LINK, OF_PHONE, TILL } from '../page/names.ts';
import { isOfLinks } from '../page/links.ts';
import { hasVoucherNumber } from './voucher-number.ts';
import { isOfRules, outsideText } from './written.ts';

export interface Classification {
  kind: Kind;
  /** 0 to 1. */
  confidence: number;
}

/** With less than this nothing on the page says what it is. */
const ENOUGH = 2.5;
/** From here on more of the same adds no certainty. */
const PLENTY = 7;
const ORDER_BY_LABELS = 2;
/** So many different things stand on no page of talk. */
const FORM_PARTS = 5;
/** A page with hardly a line but what went wrong is there to say it. */
const SHORT_PAGE = 8;

/** What stands beside the number on an order page, and on a voucher, whatever words say it. */
const OF_ORDERS = ['orderedAt', 'product', 'merchant', 'quantity', 'cardCode', 'account'] as const;
const OF_VOUCHERS = ['merchantOrderNo', 'payee', 'paidAt', 'paidBy'] as const;
/** What the second reader hears on them; the first of each must be among it. */
const HEARD_ON: readonly [Kind, readonly Part[]][] = [
  ['order', ['orderNo', 'orderedAt', 'product', 'merchant', 'amount', 'account', 'cardCode']],
  ['payment', ['tradeNo', 'merchantOrderNo', 'payee', 'paidAt', 'paidBy', 'amount']],
];
/** Numbers, sums and times: a talk has one or two of them. */
const OF_FORMS = [
  ['orderNo', 'tradeNo', 'merchantOrderNo'],
  ['amount'],
  ['orderedAt', 'paidAt'],
  ['cardCode'],
] as const;
const MOST_HEARD = 4;
/** So many lines say of a page that it waits for the money. */
const AT_TILL = 2;
/** So many different things of a purchase make an order or a voucher of a page, whatever its number is called. */
const ENOUGH_PARTS = 3;
/** A page with so many of them has not failed because a row of it says that something is not to be had. */
const FULL_FORM = 4;
/** What looks like talk beside so much of a purchase may be its labels: 收单银行 ends as whoever agrees does. */
const AS_FORM = 2;
/** A sentence that denies and stands as a dialog's does, on a page with little else. */
const BY_SHAPE = 2.6;
/** A number that only wallets give. */
const OF_WALLET = 2.5;
/** Numbered paragraphs and nothing else, below a heading or two. */
const NUMBERED = 2.6;
/** What the second reader takes for the words of an error, on a page with little else. */
const FAILURE_HEARD = 2.5;
/** The one sum of a voucher, alone with its sign. */
const BOOKED_IN = /^[+＋]\s?[¥￥]?\s?\d[\d,]*\.\d{2}$/;
const BOOKED_OUT = /^[-−–]\s?[¥￥]?\s?\d[\d,]*\.\d{2}$/;
const BRACKETS = /^[【[「〔〖［]\s*|\s*[】\]」〕〗］]\s*[:：]?$/g;

/**
 * Which kind of page it is, by what it says and how that stands.
 * @param heard what the second reader found on the page, under labels that no table may have
 */
export function classify(page: Page, heard: ReadonlySet<Part>): Classification {
  const weights = weigh(page, heard);
  const [first, second] = [...weights].toSorted((a, b) => b[1] - a[1]);
  if (!first || first[1] < ENOUGH) return { kind: 'other', confidence: 0.2 };
  const strength = Math.min(1, first[1] / PLENTY);
  const lead = (first[1] - (second?.[1] ?? 0)) / first[1];
  return {
    kind: first[0],
    confidence: Math.round(Math.min(0.99, 0.4 + 0.35 * strength + 0.25 * Math.min(1, lead * 1.6)) * 100) / 100,
  };
}

type Add = (kind: Kind, weight: number) => void;
type Meant = ReadonlySet<LabelRow['means'] | undefined>;

/** What speaks for each kind. */
function weigh(page: Page, heard: ReadonlySet<Part>): Map<Kind, number> {
  const pairs = pairsOn(page);
  const cells = wordsOf(page, pairs);
  const whole = cells.join('\n');
  const weights = new Map<Kind, number>();
  const add: Add = (kind, weight) => void weights.set(kind, (weights.get(kind) ?? 0) + weight);
  for (const { kind, words, weight, over, upTo = 1 } of PAGE_MARKS) {
    const hits = over === 'page' ? Number(words.test(whole)) : cells.filter((cell) => words.test(cell)).length;
    if (hits > 0) add(kind, weight * Math.min(hits, upTo));
  }
  const meant: Meant = new Set([
    ...page.rows.flat().map(({ text }) => begunWith(text.trim())),
    ...pairs.map(({ row }) => row.means),
  ]);
  const parts = new Set<string>([...meant, ...heard].filter((part) => part !== undefined));
  const ofOrder = [...OF_ORDERS, 'orderNo', 'amount'].filter((part) => parts.has(part)).length;
  const ofVoucher = [...OF_VOUCHERS, 'tradeNo', 'amount'].filter((part) => parts.has(part)).length;
  weighLabels(meant, heard, add);
  weighNumbers({ parts, meant, heard, ofOrder, ofVoucher, ofWallet: hasVoucherNumber(page) }, add);
  const most = Math.max(ofOrder, ofVoucher);
  const measured = OF_FORMS.filter((alike) => alike.some((part) => parts.has(part))).length;
  const chat = chatWeight(page, measured >= ENOUGH_PARTS);
  if (most < ENOUGH_PARTS && isOfRules(page)) add('rule_page', NUMBERED);
  weighFailure(page, { most, cells: cells.length, talks: chat > 0, heard }, add);
  // A number of acceptance on a page of what was bought is the order's, whatever it is called.
  if (most >= ENOUGH_PARTS && !/12315|投诉|举报|消费者协会|监督管理/.test(whole)) weights.delete('filing_receipt');
  // Conditions stand below many an order, and a page of conditions has nothing that was bought.
  if (most >= FULL_FORM) weights.delete('rule_page');
  // Where the money is waited for, nothing was paid: it is the order's page, whatever numbers stand on it.
  if (AT_TILL <= cells.filter((cell) => TILL.test(cell)).length) {
    add('order', weights.get('payment') ?? 0);
    weights.delete('payment');
  }
  // Three signed amounts make no list; one belongs on any voucher.
  if ((weights.get('bill') ?? 0) < 3.6 && !/账单明细|流水证明|客户回单/.test(whole)) weights.delete('bill');
  // What a wallet books with a plus and calls a refund shares all else with the voucher of a payment.
  if (
    cells.some((cell) => BOOKED_IN.test(cell)) &&
    !cells.some((cell) => BOOKED_OUT.test(cell)) &&
    /退款/.test(whole)
  ) {
    add('refund', weights.get('payment') ?? 0);
    weights.delete('payment');
  }
  weighRefund(page, pairs, add);
  // Who talks names a number now and then, and never all that a form has.
  if (headedTalk(page)) add('chat', chat);
  else if (chat > 0 && heard.size < FORM_PARTS) add('chat', most >= FULL_FORM ? chat - AS_FORM : chat);
  return weights;
}

/** Which part a line begins with the label of; `store.example.com` and `Steam 钱包充值码` begin with none. */
function begunWith(text: string): LabelRow['means'] | undefined {
  const label = leadingLabel(text);
  if (!label || ADDRESS.test(text)) return undefined;
  const behind = text.slice(label.length).trimStart();
  return label.row.separator !== 'colon' || behind === '' || /^[:：]/.test(text.slice(label.length - 1).trimStart())
    ? label.row.means
    : undefined;
}

const ADDRESS = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,10}(?:[/?:]|$)/i;

/** The words of a page by which it may be known, labels in a line with their values apart. */
function wordsOf(page: Page, pairs: readonly Pair[]): string[] {
  // 当前状态 支付成功 on an order page makes no voucher of it.
  const states = new Set(
    pairs.filter(({ row }) => row.means === 'none').flatMap(({ value }) => value.map(({ line }) => line)),
  );
  const words = page.rows
    // 我的订单 among the links of a site says nothing of the page below them.
    .flatMap((row) => (isOfLinks(row) ? row.filter(({ text }) => !LINK.test(text.trim())) : row))
    .filter(
      ({ line }) =>
        !states.has(line) || pairs.some(({ value }) => value[0]?.line === line && line.text !== value[0].text),
    );
  return [
    ...words.map((cell) => cell.text),
    ...pairs.filter(({ inline }) => inline).map(({ label }) => label.replace(BRACKETS, '')),
  ].map((text) =>
    simplified(text)
      .normalize('NFKC')
      .trim()
      // The arrow back stands before many a title.
      .replace(/^[<‹←]\s*/, ''),
  );
}

/** What known labels say, and what the second reader heard that no label says. */
function weighLabels(meant: Meant, heard: ReadonlySet<Part>, add: Add): void {
  // What was bought for how much under which number: an order, whatever became of it.
  const bought = meant.has('amount') && (meant.has('orderedAt') || meant.has('product'));
  const delivered =
    meant.has('product') && (['cardCode', 'paidAt', 'orderedAt', 'quantity'] as const).some((key) => meant.has(key));
  if (meant.has('orderNo') && (bought || delivered)) add('order', ORDER_BY_LABELS);
  if (meant.has('orderNo')) add('order', Math.min(3, OF_ORDERS.filter((key) => meant.has(key)).length));
  const unlabelled = [...heard].filter((part) => !meant.has(part as FactKey));
  for (const [kind, parts] of HEARD_ON) {
    const own = parts.filter((part) => unlabelled.includes(part)).length;
    if (heard.has(parts[0]!) && own > 0) add(kind, Math.min(MOST_HEARD, own));
  }
}

/** Labels of a refund; a page of an order has one of them, or none that says what became of it. */
const OF_REFUND = /退款|退货|退回|退还|售后|refund/i;
const MOST_OF_REFUND = 3;

/** What was asked back has labels of its own, whatever it is called there, and a state that says how far it is. */
function weighRefund(page: Page, pairs: readonly Pair[], add: Add): void {
  const own = new Set(pairs.filter(({ label }) => OF_REFUND.test(label)).map(({ label }) => label.trim())).size;
  if (own >= 2 && refundState(page) !== undefined) add('refund', Math.min(own, MOST_OF_REFUND) * 2);
}

interface Counted {
  /** All parts, by labels or heard. */
  parts: ReadonlySet<string>;
  meant: Meant;
  heard: ReadonlySet<Part>;
  /** How many different things of an order and of a voucher stand on the page. */
  ofOrder: number;
  ofVoucher: number;
  /** Whether a number has the whole form of a wallet's. */
  ofWallet: boolean;
}

/** Whose number it is, and how much of an order or of a voucher stands around it. */
function weighNumbers({ parts, meant, heard, ofOrder, ofVoucher, ofWallet }: Counted, add: Add): void {
  // 缴费单号 is of wallets and of shops; the number's own form says whose it is.
  const traded = parts.has('tradeNo') && (ofWallet || heard.has('tradeNo') || !heard.has('orderNo'));
  const paid = traded || parts.has('payee') || parts.has('merchantOrderNo');
  if (ofWallet && (paid || !meant.has('orderNo'))) add('payment', OF_WALLET);
  if (!meant.has('orderNo') && !paid && ofOrder >= ENOUGH_PARTS) add('order', ofOrder - 1);
  if (!meant.has('tradeNo') && paid && (ofWallet || !parts.has('orderNo')) && ofVoucher >= ENOUGH_PARTS)
    add('payment', ofVoucher - 1);
  if (meant.has('tradeNo') && traded)
    add('payment', 1 + Math.min(3, OF_VOUCHERS.filter((key) => meant.has(key)).length));
}

/** Does a short page ask what the program may do on this phone, and say nothing of what was bought? */
function isOfPhone({ rows }: Page, stated: FailureMessage | undefined): boolean {
  const asks = rows.length <= SHORT_PAGE && rows.flat().some(({ text }) => OF_PHONE.test(text.trim()));
  return asks && disputeOf(stated?.cells.map(({ text }) => text).join('') ?? '')?.by !== 'sentence';
}

/** What says that something failed, where the page is not full of a form and nobody talks. */
function weighFailure(
  page: Page,
  { most, cells, talks, heard }: { most: number; cells: number; talks: boolean; heard: ReadonlySet<Part> },
  add: Add,
): void {
  const stated = outsideText(failureOf(page), page);
  if (isOfPhone(page, stated)) return;
  // What stands among bubbles somebody says.
  const failure = talks && !stated?.inDialog && (isPaced(page) || headedTalk(page)) ? undefined : stated;
  if (failure?.byShape) {
    if (most < ENOUGH_PARTS) add('failure', BY_SHAPE + (failure.inDialog ? 1 : 0));
  } else if (failure && (failure.inDialog || most < FULL_FORM)) {
    const text = failure.cells.map((cell) => cell.text).join('');
    add(
      'failure',
      (saysFailure(text) ? 2 : 0) +
        Math.min(3, disputeOf(text)?.weight ?? 0) +
        (failure.inDialog ? 2 : 0) +
        (cells <= SHORT_PAGE && saysFailure(text) ? 1 : 0),
    );
  }
  if (heard.has('failure') && most < ENOUGH_PARTS && cells <= SHORT_PAGE) add('failure', FAILURE_HEARD);
}
