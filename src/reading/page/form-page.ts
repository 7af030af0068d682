import { type Kind } from '../../model/evidence.ts';
import { type FactKey } from '../../model/facts.ts';
import { WALLET_MARKS } from '../wallets.ts';
import { disputeOf } from '../layouts/troubles.ts';
import { failureOf } from './failure.ts';
import { goodsOf } from './goods.ts';
import { foundOf, settle, type Found } from './found.ts';
import { boxOf, part, type Cell, type Page } from './page.ts';
import { findPairs, type Pair } from './pairs.ts';
import { platformOf, shopOf, type NamedCell } from './titles.ts';
import { decisive, GENERIC_GOODS, join, readMoney, readValue, type Value } from './values.ts';

/** The values on a page of labels: order, voucher, refund, error page and the like. */
export function readFormPage(page: Page, kind: Kind): Found[] {
  const pairs = findPairs(page);
  const found = pairs.flatMap((pair) => readPair(pair, kind, pairs));
  const has = (key: FactKey): boolean => found.some((field) => field.key === key);
  if (kind === 'payment' || kind === 'refund') found.push(...readVoucherHead(page, kind, has));
  if (kind === 'order' && !has('merchant')) found.push(...named('merchant', shopOf(page), 1));
  if (kind === 'order' && !has('product')) found.push(...readGoods(page));
  if (kind === 'payment') found.push(...readWalletMarks(page, has));
  if (!has('platform')) found.push(...named('platform', platformOf(page), 0));
  if (kind === 'failure' || has('failure')) found.push(...readFailure(page, found, kind));
  if (kind === 'failure' && !has('cardCode')) found.push(...readLoneCode(page));
  if (kind === 'payment' && !has('amount')) found.push(...readNotice(page));
  if (kind === 'refund') return settle(whenRefused(page, withDerived(found, kind)));
  return settle(withDerived(found, kind));
}

/** Labels that say what was really paid and when stand before those of the whole order and of its end. */
const PAID_EXACTLY = /实付|实际|已付|已支付|支付|付款|转账|扣款|交易金额|消费金额|paid|payment/i;
/** Numbers of wallets: WeChat's begin with 4200, Alipay's with the day. */
const WALLET_NUMBER = /^(?:4200\d{24}|20[2-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{16,26})$/;

/** No shop numbers its orders so. */
const ALIPAY_NUMBER = /^20[2-9]\d[01]\d[0-3]\d22\d{18}$/;

function readPair(pair: Pair, kind: Kind, all: readonly Pair[]): Found[] {
  const meaning = meaningOf(pair, kind, all);
  if (meaning === 'none') return [];
  const value =
    readValue(meaning, pair.value) ?? readOwnLine(meaning, pair) ?? (pair.under && readValue(meaning, pair.under));
  if (!value || (meaning === 'product' && kind === 'payment' && GENERIC_GOODS.test(value.value))) return [];
  if (meaning === 'orderNo' && (kind === 'order' ? ALIPAY_NUMBER : WALLET_NUMBER).test(value.value))
    return [foundOf('tradeNo', value, 1)];
  const exactly = meaning === 'amount' || meaning === 'paidAt' ? PAID_EXACTLY.test(pair.label) : true;
  return [foundOf(meaning, value, exactly ? 0 : 1)];
}

const NUMBER_KEYS = new Set<FactKey>(['orderNo', 'tradeNo', 'merchantOrderNo']);

/** `可在支持的商户扫码退款` and such stand over a number: of several lines the one with the number. */
function readOwnLine(key: FactKey, pair: Pair): Value | undefined {
  const own = NUMBER_KEYS.has(key) ? pair.value.filter((cell) => !/\p{Script=Han}/u.test(cell.text)) : [];
  return own.length > 0 && own.length < pair.value.length ? readValue(key, own) : undefined;
}

function meaningOf(pair: Pair, kind: Kind, all: readonly Pair[]): Pair['row']['means'] {
  const own = pair.row.on?.[kind] ?? pair.row.means;
  if (kind !== 'payment' || own !== 'tradeNo' || own === pair.row.means) return own;
  // 订单号 on a voucher is the wallet's own number where the merchant's stands beside it.
  const hasMerchantNo = all.some((other) => other.row.means === 'merchantOrderNo');
  const hasTradeNo = all.some((other) => other.row.means === 'tradeNo');
  return hasMerchantNo && !hasTradeNo ? 'tradeNo' : pair.row.means;
}

/** The large amount in the middle of a voucher and the name over it. */
function readVoucherHead(page: Page, kind: Kind, has: (key: FactKey) => boolean): Found[] {
  const found: Found[] = [];
  const amounts = page.rows.flatMap((row, index) =>
    row.flatMap((cell) => {
      const text = cell.text.trim();
      const value =
        /^[-−–+]?\s*[¥￥]?\s*-?\s*\d[\d,]*(?:\.\d{1,2})?\s*元?$/.test(text) && /[.¥￥元]/.test(text)
          ? readMoney(join([cell], ''))
          : undefined;
      return value ? [{ cell, value, index, height: cell.place?.height ?? 0, signed: /^[-−–]/.test(text) }] : [];
    }),
  );
  const head = amounts.toSorted((a, b) => Number(b.signed) - Number(a.signed) || b.height - a.height)[0];
  if (!head) return found;
  found.push(foundOf(kind === 'refund' ? 'refunded' : 'amount', head.value, head.signed || !has('amount') ? 0 : 2));
  if (kind === 'payment' && !has('merchant') && !has('payee')) {
    const above = page.rows[head.index - 1];
    if (above?.length === 1 && isName(above[0]!)) found.push(...named('merchant', { cell: above[0]!, sure: true }, 1));
  }
  return found;
}

/** The title of the goods over their price, where no label says what it is. */
function readGoods(page: Page): Found[] {
  const cells = goodsOf(page);
  const value = cells.length > 0 ? readValue('product', cells) : undefined;
  return value ? [foundOf('product', value, 1)] : [];
}

const TRANSFER_HEAD =
  /^(?:(?:转账|付款|扫二维码付款|扫码付款|收款)[-—\s]*)?(?:转(?:账)?给|付(?:款)?给|向|给|来自)?[-—\s]*|转账$/g;

function isName(cell: Cell): boolean {
  const text = cell.text.trim();
  return (
    text.length >= 2 &&
    text.length <= 30 &&
    /\p{L}/u.test(text) &&
    !/[*＊]/.test(text) &&
    !/成功|详情|账单|凭证|失败|[。！？]/.test(text)
  );
}

function named(key: FactKey, name: NamedCell | undefined, rank: number): Found[] {
  if (!name) return [];
  const text = name.cell.text.trim().replace(TRANSFER_HEAD, '');
  const value: Value = {
    value: text,
    text: name.cell.line.text,
    cells: [name.cell],
    scores: name.cell.scores ?? [],
    doubtful: !name.sure,
  };
  return text === '' ? [] : [foundOf(key, value, rank)];
}

/** Whose voucher it is, from words that only its pages have. */
function readWalletMarks(page: Page, has: (key: FactKey) => boolean): Found[] {
  const cells = page.rows.flat();
  const mark = WALLET_MARKS.find(({ words }) => cells.some((cell) => words.test(cell.text)));
  if (!mark || (has('paidBy') && mark.onlyWithoutLabel)) return [];
  const cell = cells.find((candidate) => mark.words.test(candidate.text))!;
  // Read off several words that only one wallet uses: the value itself stands nowhere.
  return [
    {
      ...foundOf('paidBy', { value: mark.paidBy, text: cell.text, cells: [cell], scores: [], doubtful: false }, -1),
      confidence: 0.9,
    },
  ];
}

/** The error's words and which kind of dispute they speak of. */
function readFailure(page: Page, found: readonly Found[], kind: Kind): Found[] {
  const labelled = found.find((field) => field.key === 'failure');
  const message = kind === 'failure' ? failureOf(page) : undefined;
  const fields: Found[] = [];
  let text = labelled?.value;
  let cells = labelled?.cells ?? [];
  if (message && (message.inDialog || !labelled)) {
    const joined = join(message.cells, '');
    text = joined.text.trim();
    cells = message.cells;
    fields.push(
      foundOf(
        'failure',
        { value: text, text, cells, scores: decisive(joined.text, joined.scores), doubtful: false },
        -1,
      ),
    );
  }
  const around = page.rows
    .flat()
    .map((cell) => cell.text)
    .join('\n');
  const dispute = (text ? disputeOf(text) : undefined) ?? disputeOf(around);
  if (dispute) fields.push(disputeField(dispute, text ?? '', cells));
  return fields;
}

export function disputeField(
  { dispute, weight, lead }: { dispute: string; weight: number; lead: number },
  text: string,
  cells: readonly Cell[],
): Found {
  const box = boxOf(cells);
  const confidence = Math.min(0.95, 0.5 + 0.1 * weight + 0.05 * Math.min(lead, 3));
  return {
    key: 'dispute',
    value: dispute,
    text,
    ...(box ? { box } : {}),
    confidence,
    certain: lead >= 1 && weight >= 1.5,
    cells,
    scores: [],
    doubtful: false,
    rank: 0,
  };
}

/** A code typed into a field that has no name: groups of capitals and digits, or one long mixed run, the only one on the page. */
const LONE_CODE = /^(?:[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){1,6}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{10,30})$/;

function readLoneCode(page: Page): Found[] {
  const codes = page.rows.flatMap((row) =>
    row.length === 1 && LONE_CODE.test(row[0]!.text.trim()) && /[A-Z].*\d|\d.*[A-Z]/.test(row[0]!.text) ? row : [],
  );
  const value = codes.length === 1 ? readValue('cardCode', codes) : undefined;
  return value ? [foundOf('cardCode', value)] : [];
}

/** What a bank's message says was taken: `…支出人民币300.00元，余额…`. */
const TAKEN = /(?:支出|消费|支付|转出|扣款|扣费|付款)[^\d余]{0,10}?(\d[\d,]*\.\d{2})\s*元/;

function readNotice(page: Page): Found[] {
  return page.rows.flat().flatMap((cell) => {
    const match = TAKEN.exec(cell.text);
    if (!match) return [];
    const from = match.index + match[0].lastIndexOf(match[1]!);
    const value = readMoney(join([part(cell, from, from + match[1]!.length)], ''));
    return value ? [foundOf('amount', value, 1)] : [];
  });
}

/** A refund that was closed or refused, or is not yet made, gave nothing back: its amount is what was asked. */
const NOT_REFUNDED =
  /退款(?:已?关闭|失败|已?撤销|已?取消|被拒|已拒绝|处理中|中$|待|申请中|审核)|拒绝(?:了?您?的?)?退款|(?:等待|待)(?:商家|卖家|平台)?(?:处理|退款|审核)|已撤销|已拒绝|审核中/;
const REFUSED_BECAUSE =
  /(?:商家|卖家|客服|平台|店铺)?(?:已)?拒绝(?:了?您?的?)?(?:退款)?(?:申请|原因|理由|说明)?\s*[:：]\s*(?=\S{4})/;

function whenRefused(page: Page, found: readonly Found[]): Found[] {
  const cells = page.rows.flat();
  if (
    !cells.some((cell) => NOT_REFUNDED.test(cell.text)) ||
    cells.some((cell) => /退款成功|已退款|退款到账|已到账/.test(cell.text))
  )
    return [...found];
  const because = cells.find((cell) => REFUSED_BECAUSE.test(cell.text));
  const match = because && REFUSED_BECAUSE.exec(because.text);
  const refusal = match
    ? readValue('refusal', [part(because, match.index + match[0].length, because.text.length)])
    : undefined;
  return [
    ...found
      .filter((field) => field.key !== 'refunded')
      .concat(found.filter((field) => field.key === 'refunded').map((field) => ({ ...field, key: 'amount' as const }))),
    ...(refusal ? [foundOf('refusal', refusal)] : []),
  ];
}

/** What follows from a value on this kind of page. */
function withDerived(found: readonly Found[], kind: Kind): Found[] {
  const fields = [...found];
  const has = (key: FactKey): boolean => fields.some((field) => field.key === key);
  const copy = (from: FactKey, to: FactKey, rank: number, most = 1): void => {
    fields.push(
      ...fields
        .filter((field) => field.key === from)
        .map((field) => ({ ...field, key: to, rank, confidence: Math.min(most, field.confidence) })),
    );
  };
  if (kind === 'payment') {
    // Small shops hand their own order number to the wallet; whether it is the same the other exhibits tell.
    if (!has('orderNo')) copy('merchantOrderNo', 'orderNo', 1, 0.8);
    // The voucher of Alipay has one time, and calls it 创建时间.
    if (!has('paidAt')) copy('orderedAt', 'paidAt', 1);
    const transfer = fields.some((field) => field.key === 'paidBy' && field.value === 'personal_transfer');
    if (!has('payee')) copy('merchant', 'payee', 1);
    else if (!has('merchant') && !transfer) copy('payee', 'merchant', 1);
  }
  return kind === 'payment' ? fields.filter((field) => field.key !== 'orderedAt') : fields;
}
