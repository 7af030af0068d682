import { SHOP_NAME } from './names.ts';
import { labelRow } from './labels/labels.ts';
import { aboveGoods } from './form/goods.ts';
import { cut, first, type NamedCell } from './named-cell.ts';
import type { Page } from './page.ts';

/** A shop's name that stands without a label, as over the goods of an order. */
export function shopOf(page: Page): NamedCell | undefined {
  return (
    first(page.rows.flat(), (cell) => {
      const text = cell.text.trim().replace(/\s*[>›＞]$/, '');
      return SHOP_NAME.test(text) && !labelRow(text) ? cut(cell, text, 'title') : undefined;
    }) ?? unnamedShop(page)
  );
}

/** Without a word that shops are called by, a name over the goods is only a guess; an arrow leads to a shop. */
function unnamedShop(page: Page): NamedCell | undefined {
  const cell = aboveGoods(page);
  if (!cell) return undefined;
  const name = cell.text.trim().replace(/\s*[>›＞]$/, '');
  return cut(cell, name, 'guess', name !== cell.text.trim());
}
