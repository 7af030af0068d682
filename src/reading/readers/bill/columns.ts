import { type BillReading } from '../../../model/reading.ts';

export type Wallet = BillReading['wallet'];

/** What a column of a bill is for. */
export type Role =
  | 'paidAt'
  | 'at'
  | 'type'
  | 'counterparty'
  | 'product'
  | 'direction'
  | 'amount'
  | 'method'
  | 'status'
  | 'tradeNo'
  | 'merchantOrderNo'
  | 'note'
  | 'refunded'
  | 'funds';

/**
 * The names that the wallets have given their columns, over all layouts since
 * 2019. Order and number of columns and of lines above them change every few
 * months, so a bill is known by these names alone.
 */
export const COLUMN_NAMES: Record<Wallet, Partial<Record<Role, readonly string[]>>> = {
  alipay: {
    paidAt: ['付款时间'],
    at: ['交易时间', '交易创建时间'],
    type: ['交易分类', '类型'],
    counterparty: ['交易对方'],
    product: ['商品说明', '商品名称'],
    direction: ['收/支'],
    amount: ['金额', '金额(元)'],
    method: ['收/付款方式'],
    status: ['交易状态'],
    tradeNo: ['交易订单号', '交易号'],
    merchantOrderNo: ['商家订单号'],
    note: ['备注'],
    refunded: ['成功退款(元)'],
    funds: ['资金状态'],
  },
  wechat: {
    at: ['交易时间'],
    type: ['交易类型'],
    counterparty: ['交易对方'],
    product: ['商品'],
    direction: ['收/支'],
    amount: ['金额(元)'],
    method: ['支付方式'],
    status: ['当前状态'],
    tradeNo: ['交易单号'],
    merchantOrderNo: ['商户单号'],
    note: ['备注'],
  },
};

/** Without one of these a row says too little to be a payment. */
const REQUIRED: readonly Role[] = ['at', 'counterparty', 'direction', 'amount', 'status', 'tradeNo', 'merchantOrderNo'];

/** The bookkeeping export that people mistake for the bill. */
const LEDGER_COLUMNS = ['记录时间', '收支类型', '账户', '标签'];

export interface Header {
  wallet: Wallet;
  /** Place of each column that is there. */
  places: Partial<Record<Role, number>>;
  width: number;
  /** Cells of the header, the empty one after a trailing comma too. */
  cells: number;
}

/** A header cell in the form of the table: no spaces, half-width brackets. */
function columnName(cell: string): string {
  return cell.normalize('NFKC').replace(/[\s\ufeff"'`]/g, '');
}

/** Reads a row as the header of a bill; undefined when it is none. */
export function headerOf(cells: readonly string[]): Header | undefined {
  const names = cells.map(columnName);
  for (const wallet of ['alipay', 'wechat'] as const) {
    const places: Header['places'] = {};
    for (const [role, known] of Object.entries(COLUMN_NAMES[wallet]) as [Role, readonly string[]][]) {
      const place = names.findIndex((name) => known.includes(name));
      if (place >= 0) places[role] = place;
    }
    if (REQUIRED.every((role) => places[role] !== undefined)) {
      const width = names.findLastIndex((name) => name !== '') + 1;
      return { wallet, places, width, cells: cells.length };
    }
  }
  return undefined;
}

/** Is this row the header of Alipay's bookkeeping export (记账本)? */
export function isLedgerHeader(cells: readonly string[]): boolean {
  const names = cells.map(columnName);
  return LEDGER_COLUMNS.every((name) => names.includes(name));
}

/** How to get the real bill, in the words of the apps' own menus. */
export const BILL_MENU: Record<Wallet, string> = {
  alipay: '支付宝 App：我的 → 账单 → 右上角“…” → 开具交易流水证明 → 用于个人对账',
  wechat: '微信：我 → 服务 → 钱包 → 账单 → 常见问题 → 下载账单 → 用于个人对账',
};

/** The titles that the wallets put above their bills. */
export const BILL_TITLE = /微信支付账单明细|支付宝交易记录明细|支付宝.{0,20}电子客户回单/;
