import type { Kind } from '../../../model/evidence.ts';
import type { FactKey } from '../../../model/facts.ts';
import { isWalletNumber, walletMarks } from '../../wallets.ts';
import { foundOf, named, type Found } from '../found.ts';
import type { Pair } from '../labels/pairs.ts';
import type { Cell, Page } from '../page.ts';
import { join } from '../values/joined.ts';
import { readMoney } from '../values/money.ts';
import { readValue } from '../values/read-value.ts';

const MOMENTS = new Set<string>(['paidAt', 'orderedAt']);

/** The large amount in the middle of a voucher and the name over it. */
export function readVoucherHead(
  page: Page,
  kind: Kind,
  has: (key: FactKey) => boolean,
  pairs: readonly Pair[],
): Found[] {
  // 付款成功 over the amount is the page's name, and no label of a time.
  const labelled = new Set(
    pairs.flatMap(({ row, value }) =>
      MOMENTS.has(row.means) && !readValue('paidAt', value) ? [] : value.map((cell) => cell.line),
    ),
  );
  const found: Found[] = [];
  const amounts = page.rows.flatMap((row, index) =>
    row.flatMap((cell) => {
      if (labelled.has(cell.line)) return [];
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
  found.push(
    foundOf(kind === 'refund' ? 'refunded' : 'amount', head.value, 'position', head.signed || !has('amount') ? 0 : 2),
  );
  if (kind === 'payment' && !has('merchant') && !has('payee')) {
    const above = page.rows[head.index - 1];
    if (above?.length === 1 && isName(above[0]!))
      found.push(
        ...named('merchant', { cell: above[0]!, sure: true, by: 'position' }, 1).map((field) => ({
          ...field,
          ...(isCentredOver(above[0]!, head.cell, page) ? { spokenFor: true as const } : {}),
        })),
      );
  }
  return found;
}

/** A name in the middle of the page over an amount in larger letters is set as whom a voucher is of. */
function isCentredOver({ place: name }: Cell, { place: amount }: Cell, { width }: Page): boolean {
  if (!name || !amount || width === undefined) return false;
  const middles = [name, amount].map(({ x, width: wide }) => x + wide / 2);
  return middles.every((at) => Math.abs(at - width / 2) < width * 0.04) && amount.height > name.height * 1.2;
}

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

/** Whose voucher it is, from words that only its pages have. */
export function readWalletMarks(page: Page, has: (key: FactKey) => boolean): Found[] {
  const cells = page.rows.flat();
  const mark = walletMarks().find(({ words }) => cells.some((cell) => words.test(cell.text)));
  if (!mark || (has('paidBy') && mark.onlyWithoutLabel)) return [];
  const cell = cells.find((candidate) => mark.words.test(candidate.text))!;
  // Read off several words that only one wallet uses: the value itself stands nowhere.
  return [
    {
      ...foundOf(
        'paidBy',
        { value: mark.paidBy, text: cell.text, cells: [cell], scores: [], doubtful: false },
        'guess',
        -1,
      ),
      confidence: 0.9,
    },
  ];
}

/** A moment and nothing else. */
const WHOLE_MOMENT = /^20\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s*\d{1,2}:\d{2}(?::\d{2})?$/;

/**
 * What the form of a value says, whatever its label is called: the only moment of a voucher is the payment's, and a
 * number that a wallet gives is the wallet's.
 */
export function readByForm(page: Page, has: (key: FactKey) => boolean): Found[] {
  const cells = page.rows.flat();
  const only = (key: FactKey, fits: (text: string) => boolean): Found[] => {
    const own = has(key) ? [] : cells.filter((cell) => fits(cell.text.trim()));
    const value = own.length === 1 ? readValue(key, own) : undefined;
    return value ? [foundOf(key, value, 'position', 3)] : [];
  };
  return [
    ...(has('orderedAt') ? [] : only('paidAt', (text) => WHOLE_MOMENT.test(text))),
    ...only('tradeNo', (text) => isWalletNumber(text, 'order')),
  ];
}
