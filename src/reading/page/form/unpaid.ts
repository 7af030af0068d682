import { labelRow, leadingLabel } from '../labels/labels.ts';
import type { Page, Row } from '../page.ts';

/** What a list of orders says of one that was never paid. */
const UNPAID = new RegExp(
  [
    String.raw`^(?:未付款|待付款|未支付|待支付|等待(?:买家)?付款|(?:支付|付款)(?:超时|已过期)|去(?:支付`,
    String.raw`|付款)|(?:立即|继续)(?:支付|付款)|取消订单)$`,
  ].join(''),
);
/** So many rows above its number an order of a list may begin. */
const ABOVE = 3;

/**
 * A page without the orders of a list that were never paid, where one stands beside them that was. Each begins at the
 * same distance above its number as the others.
 */
export function withoutUnpaid(page: Page): Page {
  const numbers = page.rows.flatMap((row, i) => (hasNumber(row) ? [i] : []));
  if (numbers.length < 2) return page;
  const begins = numbers.map((at) => at - rowsAbove(page.rows, numbers));
  const unpaid = begins.map((from, i) =>
    page.rows
      .slice(from, begins[i + 1] ?? page.rows.length)
      .some((row) => row.some(({ text }) => UNPAID.test(text.trim()))),
  );
  if (unpaid.every(Boolean) || !unpaid.some(Boolean)) return page;
  const rows = page.rows.filter((_, at) => {
    const own = begins.findLastIndex((from) => from <= at);
    return own < 0 || !unpaid[own];
  });
  return { ...page, rows };
}

const hasNumber = (row: Row): boolean =>
  row.some(({ text }) => (labelRow(text) ?? leadingLabel(text.trim())?.row)?.means === 'orderNo');

/** How many rows above each number look alike in all orders: as many cells, the first at the same edge. */
function rowsAbove(rows: readonly Row[], numbers: readonly number[]): number {
  let above = 0;
  while (above < ABOVE && numbers.every((at) => alike(rows[at - above - 1], rows[numbers[0]! - above - 1]))) above += 1;
  return above;
}

function alike(row: Row | undefined, other: Row | undefined): boolean {
  if (!row || !other || row.length !== other.length) return false;
  const [a, b] = [row[0]!.place, other[0]!.place];
  return a !== undefined && b !== undefined && Math.abs(a.x - b.x) < a.height * 0.5;
}
