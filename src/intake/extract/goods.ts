import { labelRow } from '../layouts/labels.ts';
import { SHOP_NAME, STATUS_BAR } from '../layouts/names.ts';
import { continues } from './failure.ts';
import { middle, type Cell, type Page } from './page.ts';

const PRICE = /^[¥￥]\s?\d[\d,]*(?:\.\d{1,2})?$/;
/** States of an order and buttons stand near prices too. */
const NO_TITLE = /交易|订单|付款|支付|发货|收货|完成|成功|客服|复制|合计|实付|总价|优惠|运费|数量|退款|售后|^[x×]\s?\d+$|[¥￥：:]|^\d+$/;

/**
 * Shops show the goods as picture, title and price without labels: the title
 * stands right over the price or left of it in one row.
 */
export function goodsOf(page: Page): Cell[] {
  const cells = page.rows.flat().filter((cell) => cell.place && !STATUS_BAR.test(cell.text.trim()));
  for (const price of cells) {
    if (!PRICE.test(price.text.trim())) continue;
    const title = cells.findLast((cell) => isTitle(cell.text.trim()) && standsBy(cell, price));
    if (title) return withLineAbove(title, cells);
  }
  return [];
}

function isTitle(text: string): boolean {
  return text.length >= 3 && text.length <= 60 && /\p{L}{2}/u.test(text) && !NO_TITLE.test(text) && !labelRow(text) && !SHOP_NAME.test(text);
}

function standsBy(cell: Cell, price: Cell): boolean {
  const a = cell.place!;
  const b = price.place!;
  const over = b.y - (a.y + a.height);
  const rightOver = over > -a.height * 0.3 && over < a.height * 2.2 && Math.abs(a.x - b.x) < a.height * 1.2;
  const leftOf = Math.abs(middle(a) - middle(b)) < a.height * 0.6 && a.x + a.width < b.x;
  return rightOver || leftOf;
}

function withLineAbove(title: Cell, cells: readonly Cell[]): Cell[] {
  const above = cells.find((cell) => cell !== title && isTitle(cell.text.trim()) && cell.place!.y < title.place!.y && continues(cell, title) &&
    Math.abs(cell.place!.x - title.place!.x) < title.place!.height * 0.5);
  return above ? [above, title] : [title];
}
