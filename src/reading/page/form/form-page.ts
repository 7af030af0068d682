import type { GivenBy, Kind } from '../../../model/evidence.ts';
import type { FactKey } from '../../../model/facts.ts';
import { readFailure, readLoneCode } from './failure-fields.ts';
import { foundOf, named, settle, type Found } from '../found.ts';
import { areCounted, areFramed, goodsOf, isNoGoodsAt } from './goods.ts';
import { GENERIC_GOODS, isNoName, isPlatformName } from '../names.ts';
import { goodsOverSeller } from './goods-over-seller.ts';
import type { NamedCell } from '../named-cell.ts';
import { areCodes, codeIn, codesBelow } from './several-codes.ts';
import { part, type Page } from '../page.ts';
import { labelRow } from '../labels/labels.ts';
import { pairsOn, type Pair } from '../labels/pairs.ts';
import { whenRefused } from './refund.ts';
import { platformOf } from '../platform-names.ts';
import { shopOf } from '../titles.ts';
import type { Value } from '../values/joined.ts';
import { readValue } from '../values/read-value.ts';
import { isOfWallets, isWalletNumber, paidByOf } from '../../wallets.ts';
import { mailHeadOf, writerIn } from '../mail/mail-head.ts';
import { readBankMessage } from './bank-message.ts';
import { boughtIn } from './bought.ts';
import { readByForm, readVoucherHead, readWalletMarks } from './voucher.ts';

/** The values on a page of labels: order, voucher, refund, error page and the like. */
export function readFormPage(whole: Page, kind: Kind): Found[] {
  const head = mailHeadOf(whole);
  const page = head ? { ...whole, rows: whole.rows.filter((row) => !head.rows.includes(row)) } : whole;
  const pairs = pairsOn(page);
  const found = pairs.flatMap((pair) => readPair(pair, kind, pairs));
  const has = (key: FactKey): boolean => found.some((field) => field.key === key);
  if (kind === 'payment' || kind === 'refund') found.push(...readVoucherHead(page, kind, has, pairs));
  const writer = head && writerIn(head);
  if (writer && !has(writer.key)) found.push(...named(writer.key, writer.named, 1));
  if (kind === 'order' && !head && !has('merchant')) {
    // What a label's value goes on with names nobody.
    const taken = new Set(found.flatMap(({ cells }) => cells.map(({ line }) => line)));
    const shop = named('merchant', shopOf(page), 1).filter(({ cells }) => !taken.has(cells[0]!.line));
    found.push(...shop.map((field) => ({ ...field, spokenFor: true as const })));
  }
  found.push(...codesBelow(page, found));
  if (kind !== 'payment' && kind !== 'failure') found.push(...boughtIn(page).filter(({ key }) => !has(key)));
  if (kind === 'order') putGoods(page, found);
  if (kind === 'order' && !has('quantity')) found.push(...countOf(pairs));
  if (kind === 'order' && !found.some(({ key, by }) => key === 'product' && by !== 'position'))
    putGoodsOverSeller(page, found, pairs);
  if (kind === 'payment') found.push(...readWalletMarks(page, has));
  if (!has('platform')) found.push(...readPlatform(page, found, kind));
  if (kind === 'failure' || has('failure')) found.push(...readFailure(page, found, kind));
  if (kind === 'failure' && !has('cardCode')) found.push(...readLoneCode(page));
  if (kind === 'payment' && !has('amount')) found.push(...readBankMessage(page, has));
  if (kind === 'payment') found.push(...readByForm(page, has));
  const derived = withDerived(found, kind);
  const isOfRefund = kind === 'refund' || has('refunded');
  return settle(isOfRefund ? whenRefused(page, derived, kind) : derived);
}

/** Labels that say what was really paid and when stand before those of the whole order and of its end. */
const PAID_EXACTLY = /实付|实际|已付|已支付|支付|付款|转账|扣款|交易金额|消费金额|paid|payment/i;
function readPair(pair: Pair, kind: Kind, all: readonly Pair[]): Found[] {
  const meaning = meaningOf(pair, kind, all);
  if (meaning === 'none') return [];
  if (meaning === 'cardCode' && areCodes(pair.value)) return pair.value.flatMap((cell) => codeIn(cell, pair.by));
  const value =
    readValue(meaning, pair.value) ??
    readOwnLine(meaning, pair) ??
    (pair.under && !isMasked(pair.value) ? readValue(meaning, pair.under) : undefined);
  if (!value || (meaning === 'product' && kind === 'payment' && GENERIC_GOODS.test(value.value))) return [];
  if (NAME_KEYS.has(meaning) && isNoName(value.value)) return [];
  if (meaning === 'product' && isNoGoodsAt(pair.label, value.value)) return [];
  if (meaning === 'account' && QQ.test(pair.label) && HAN.test(value.value)) return [];
  if (meaning === 'orderNo' && isWalletNumber(value.value, kind)) return [foundOf('tradeNo', value, pair.by, 1)];
  // 订单来源：手机端 is said of many things; of a platform only where its name is one.
  if (meaning === 'platform' && !isPlatformName(value.value)) return [foundOf(meaning, value, 'sentence', 1)];
  // A wallet that books money back says so before the name of the goods.
  if (meaning === 'product' && kind === 'refund') value.value = value.value.replace(BOOKED_BACK, '');
  const exactly = meaning === 'amount' || meaning === 'paidAt' ? PAID_EXACTLY.test(pair.label) : true;
  // What an unknown label ends with says less of a name than a label that is known: 包赔服务 is no 商品.
  const isLikely = pair.by === 'position';
  const isOfKind = meaning === 'product' && NAMES_A_KIND.test(pair.label.trim());
  const rank = isLikely && NAMED.has(meaning) ? LIKELY : isOfKind ? OF_KIND : exactly ? 0 : 1;
  const field = foundOf(meaning, value, pair.by, rank);
  if (isLikely) return [{ ...field, spokenFor: true }];
  const isKnown = labelRow(pair.label) !== undefined || (meaning === 'orderNo' && ORDER_ALONE.test(pair.label.trim()));
  const unheard = isKnown && !HAN.test(value.value) && isUnheard(pair.label, meaning) ? { unheard: true as const } : {};
  return [pair.by === 'label' && isKnown ? { ...field, known: true, ...unheard } : { ...field, ...unheard }];
}

/** Labels that are no more than a word before a number. */
const ORDER_ALONE = /^(?:your )?(?:order|purchase)$/i;

/** What stands in Chinese behind an English word the second reader was taught to hear. */
const HAN = /\p{Script=Han}/u;

/** Is this a label in a language that the second reader was not taught, and exact enough without it? */
function isUnheard(label: string, meaning: Pair['row']['means']): boolean {
  if (meaning === 'none' || !OF_ALPHABET.test(label)) return false;
  return UNHEARD.has(meaning) || NAMES_EXACTLY.test(label.trim());
}
/** A description on a receipt may be anything; what is called an item is one. */
const NAMES_EXACTLY = /^(?:item|product|package)(?: name)?:?$|^(?:sold by|seller(?: name)?):?$/i;

/** A label in English, and the values whose own form says as much as their label. */
const OF_ALPHABET = /^[\x20-\x7e]{2,}$/;
const UNHEARD = new Set<FactKey>([
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
  'orderedAt',
  'paidAt',
  'amount',
  'quantity',
  'account',
  'cardCode',
]);

const NAMED = new Set<FactKey>(['merchant', 'payee', 'product']);
/** Behind a known label, before a name that stands without one. */
const LIKELY = 0.5;

const BOOKED_BACK = /^退款\s?[-－—:：]\s?/;

/** Whom a voucher names over its amount was paid, even if a platform could be called so; its head names the wallet. */
function readPlatform(page: Page, found: readonly Found[], kind: Kind): Found[] {
  const name = platformOf(page);
  if (kind === 'payment' && name && paidByOf(name.cell.text)) return [];
  const paid = found.some(
    ({ key, by, cells }) => key === 'merchant' && by === 'position' && cells[0]?.line === name?.cell.line,
  );
  if ((paid && name?.by === 'position') || isValue(name, found)) return [];
  // Whose site it is, its head says; a wallet's and a game's has other names there.
  const isSite = name !== undefined && name.cell.line === page.site?.line && OF_SITES.has(kind);
  if (isSite && name.by === 'position')
    return named('platform', name, 0).map((field) => ({ ...field, spokenFor: true as const }));
  // On vouchers and pages of failure there are names of wallets and games in such places.
  return named('platform', name && kind !== 'order' && name.by === 'label' ? { ...name, by: 'sentence' } : name, 0);
}

const OF_SITES = new Set<Kind>(['order', 'refund', 'rule_page', 'identity']);

/** What a label gives, or what begins that, is nobody's page: 青柠点卡 of the shop 青柠点卡会员中心. */
function isValue(name: NamedCell | undefined, found: readonly Found[]): boolean {
  const said = name?.cell.text.trim() ?? '';
  return found.some(
    ({ key, by, value, cells }) =>
      NAMED_BY_LABELS.has(key) &&
      (by === 'label' || by === 'column' || by === 'position') &&
      (cells.some(({ line }) => line === name?.cell.line) ||
        // Goods may be called after the site that made them.
        (value !== said && value.startsWith(said) && !(key === 'product' && name?.by === 'label'))),
  );
}

const NAMED_BY_LABELS = new Set<FactKey>(['merchant', 'payee', 'product', 'account']);

/** `150****6621` is the value, though nobody can use it: what stands below it is something else. */
const isMasked = (value: Pair['value']): boolean => value.some(({ text }) => /[*＊•]{2,}/.test(text));

/** How the names of goods begin, too; an account there is a number. */
const QQ = /^\s*QQ\s*[:：]?\s*$/i;

/** What a label may name, and a sentence may not. */
const NAME_KEYS = new Set<FactKey>(['merchant', 'payee', 'platform', 'sellerName']);
const NUMBER_KEYS = new Set<FactKey>(['orderNo', 'tradeNo', 'merchantOrderNo']);

/** `可在支持的商户扫码退款` and such stand over a number: of several lines the one with the number. */
function readOwnLine(key: FactKey, pair: Pair): Value | undefined {
  const own = NUMBER_KEYS.has(key) ? pair.value.filter((cell) => !HAN.test(cell.text)) : [];
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

/** Before what a likely label gives: 包赔服务 is no 商品. */
const FRAMED = 0.4;

/** What these labels name may be the goods, or of which game or kind they are. */
const NAMES_A_KIND = /^(?:所属)?游戏|类型|规格|面[值额]|套餐$/;
/** Behind the goods in their frame. */
const OF_KIND = 0.5;

/**
 * Adds the goods that stand without a label. Their kind below them, in smaller letters, is not what was bought, though
 * it has a label that goods have as well.
 */
function putGoods(page: Page, found: Found[]): void {
  const [goods] = readGoods(page);
  const title = goods?.spokenFor ? goods.cells[0]?.place : undefined;
  const isKind = ({ key, cells: [cell] }: Found): boolean =>
    key === 'product' &&
    title !== undefined &&
    cell?.place !== undefined &&
    cell.place.height < title.height * 0.95 &&
    cell.place.y > title.y &&
    cell.place.y < title.y + KIND_WITHIN * title.height &&
    cell.line.box!.x - title.x < title.height;
  const kinds = found.filter(isKind);
  for (const kind of kinds) found.splice(found.indexOf(kind), 1);
  const isGiven = found.some(({ key, by, rank }) => key === 'product' && by !== 'position' && rank < OF_KIND);
  if (goods && !isGiven) found.push(goods);
}
/** So far below the first line of a title its kind stands, in heights of that. */
const KIND_WITHIN = 5;

/** `PUBG Mobile 1800 UC x 1`: how many stands behind the goods, under the same label. */
function countOf(pairs: readonly Pair[]): Found[] {
  const goods = pairs.filter(({ row, by }) => row.means === 'product' && (by === 'label' || by === 'column'));
  const last = goods.length === 1 ? goods[0]!.value.at(-1) : undefined;
  const at = last ? last.text.search(COUNT_BEHIND) : -1;
  const value = last && at > 0 ? readValue('quantity', [part(last, at, last.text.length)]) : undefined;
  return value ? [foundOf('quantity', value, 'position')] : [];
}
const COUNT_BEHIND = /(?<=\S\s)[x×X]\s?\d{1,3}\s*$/u;

/** Who sells it stands right under the goods: that says more of a title than a price beside it. */
function putGoodsOverSeller(page: Page, found: Found[], pairs: readonly Pair[]): void {
  const cells = goodsOverSeller(page, pairs);
  const value = cells.length > 0 ? readValue('product', cells) : undefined;
  if (value) found.push({ ...foundOf('product', value, 'position', 0), spokenFor: true });
}

/** The title of the goods over their price, where no label says what it is. */
function readGoods(page: Page): Found[] {
  const cells = goodsOf(page);
  const value = cells.length > 0 ? readValue('product', cells) : undefined;
  if (!value) return [];
  const framed = areFramed(cells, page);
  const found = foundOf('product', value, 'position', framed ? FRAMED : 1);
  if (!framed) return [found];
  return [{ ...found, spokenFor: true, ...(areCounted(cells, page) ? { known: true as const } : {}) }];
}

/** What follows from a value on this kind of page. */
function withDerived(found: readonly Found[], kind: Kind): Found[] {
  const fields = [...found];
  const has = (key: FactKey): boolean => fields.some((field) => field.key === key);
  const copy = (from: FactKey, to: FactKey, rank: number, most = 1, by?: GivenBy): void => {
    fields.push(
      ...fields
        .filter((field) => field.key === from)
        .map((field) => ({
          ...field,
          key: to,
          rank,
          confidence: Math.min(most, field.confidence),
          by: by ?? field.by,
        })),
    );
  };
  const isVoucher = fields.some(({ key, value }) => key === 'tradeNo' && isOfWallets(value));
  // 商户单号 on the shop's own page is most likely its own.
  if (kind === 'order' && !has('orderNo')) copy('merchantOrderNo', 'orderNo', 1, 0.8, 'sentence');
  if (kind === 'payment') {
    // Small shops hand their own order number to the wallet; whether it is the same the other exhibits tell.
    if (!has('orderNo')) copy('merchantOrderNo', 'orderNo', 1, 0.8);
    // The voucher of Alipay has one time, and calls it 创建时间. So it stands only where a number says whose voucher it
    // is: an order page can be taken for one.
    if (!has('paidAt')) copy('orderedAt', 'paidAt', 1, 1, isVoucher ? undefined : 'guess');
    const transfer = fields.some((field) => field.key === 'paidBy' && field.value === 'personal_transfer');
    if (!has('payee')) copy('merchant', 'payee', 1);
    else if (!has('merchant') && !transfer) copy('payee', 'merchant', 1);
  }
  return kind === 'payment' ? fields.filter((field) => field.key !== 'orderedAt') : fields;
}
