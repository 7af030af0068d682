import { isNoName, KNOWN_PLATFORMS, NOBODY, SHOP_NAME, STATUS_BAR, TITLE_EXTRAS } from './names.ts';
import { labelRow } from './labels/labels.ts';
import { aboveGoods } from './form/goods.ts';
import { cut, first, isCentred, type NamedCell } from './named-cell.ts';
import type { Cell, Page } from './page.ts';

/** What stands behind a name: the arrow to the shop, the mark of its platform. */
const BADGES =
  /(?:\s*[>›＞》〉❯])+$|\s+(?:天猫|淘宝|官方|企业|品牌|认证|在线|进店|关注|已关注)$|\s*[（(][^（()）]{1,12}[）)]$/;

/** Signs that a page draws beside a name: arrows, dots, stars. Brackets and the stars of a masked name are its own. */
const SIGNS_AROUND = /^[^\p{L}\p{N}\p{Ps}\p{Pi}"'<*＊_]+|[^\p{L}\p{M}\p{N}\p{Pe}\p{Pf}"'>*＊_+]+$/gu;

/** The name of a chat's title: signs and what chat programs add stand behind it in any order. */
function nameInTitle(title: string): string {
  let name = title;
  for (let last = ''; last !== name;) {
    last = name;
    name = name.replace(TITLE_EXTRAS, '').replace(BADGES, '').replace(SIGNS_AROUND, '').trim();
  }
  return name;
}

/** What a chat's title has beside it: the way back, the menu, who is there. */
const TITLE_SIGN = /^[<‹＜←×xX…⋯·.]+$/;

/** The other side of a chat, from its title; extras such as (客服) are not part of the name. */
export function partnerOf(page: Page): NamedCell | undefined {
  const rows = page.rows.filter((row) => !row.every((cell) => STATUS_BAR.test(cell.text.trim())));
  for (const row of rows.slice(0, 3)) {
    const cells = row.filter((cell) => !STATUS_BAR.test(cell.text.trim()) && !TITLE_SIGN.test(cell.text.trim()));
    for (const cell of cells) {
      const title = cell.text.trim().replace(/^[<‹＜←]\s*/, '');
      const name = nameInTitle(title);
      if (
        name.length < 2 ||
        name.length > 24 ||
        NOBODY.test(title) ||
        NOBODY.test(name) ||
        isNoName(title) ||
        isNoName(name) ||
        /[，。！？,!?:：]|^\d+$/.test(name)
      )
        continue;
      if (/^20\d{2}[-/年]|\d{1,2}:\d{2}/.test(name) || KNOWN_PLATFORMS.test(name)) return undefined;
      return standsAsTitle(cell, row, page) ? cut(cell, name, 'title') : undefined;
    }
  }
  return undefined;
}

/** A title stands in the middle, behind the way back, or at the very top; what else comes first was said by someone. */
export function standsAsTitle(cell: Cell, row: readonly Cell[], page: Page): boolean {
  const { place } = cell;
  if (!place || !page.width) return true;
  const sign =
    row.some((other) => other !== cell && TITLE_SIGN.test(other.text.trim())) || /^[<‹＜←]/.test(cell.text.trim());
  const below = page.rows.flat().filter((other) => other.place && other.place.y > place.y + place.height);
  const tall = Math.max(0, ...below.map((other) => other.place!.height));
  return sign || isCentred(cell, page.width) || (place.y < page.width * TOP_SHARE && place.height >= tall * 1.1);
}

const TOP_SHARE = 0.12;

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
