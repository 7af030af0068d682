import {
  bareName,
  isNoName,
  isPlatformName,
  KNOWN_PLATFORMS,
  NOBODY,
  PAGE_WORDS,
  PLATFORM_NAME,
  SHOP_NAME,
  SITE_NUMBER,
  STATUS_BAR,
  TITLE_EXTRAS,
} from './names.ts';
import type { GivenBy } from '../../model/evidence.ts';
import { labelRow } from './labels/labels.ts';
import { aboveGoods } from './form/goods.ts';
import { part, type Cell, type Page } from './page.ts';

export interface NamedCell {
  cell: Cell;
  /** How surely the words are a name of this kind. */
  sure: boolean;
  by: GivenBy;
}

const BETWEEN = /\s*[·•・|｜丨—–_»>]\s*|\s+-\s+|\s*[-－]\s*(?=[\p{Script=Han}])/u;

/** The platform's own name from header, footer or address. */
export function platformOf(page: Page): NamedCell | undefined {
  const cells = page.rows.flat().filter((cell) => !STATUS_BAR.test(cell.text.trim()));
  // 支付宝交易凭证 with a number beside it is a label and no head of a page.
  const alone = page.rows
    .filter((row) => !isLabelled(row))
    .flatMap((row) => row.filter((cell) => cells.includes(cell)));
  const head = page.rows.slice(0, 2).flat();
  const foot = page.rows
    .slice(-2)
    .filter((row) => row.length === 1 && isCentred(row[0]!, page.width))
    .flat();
  return (
    first(alone, besidePageWord) ??
    first(alone, beforePageWord) ??
    first(cells, inSentence) ??
    first(head, beforeSlogan) ??
    first(cells, asMerchantOf) ??
    first(foot, knownFirst) ??
    first(cells, standingAlone) ??
    first(cells, addressOf)
  );
}

/** A number, an amount or a time stands right of what says whose it is. */
const isLabelled = (row: readonly Cell[]): boolean => row.slice(1).some(({ text }) => IS_VALUE.test(text.trim()));
const IS_VALUE = /^[A-Za-z]{0,4}[-_]?\d{6}|^[-+]?\s*[¥￥]?\s*\d[\d,]*\.\d{2}|^20\d\d\s*[-/.年]/;

function first(cells: readonly Cell[], look: (cell: Cell) => NamedCell | undefined): NamedCell | undefined {
  for (const cell of cells) {
    const found = look(cell);
    if (found) return found;
  }
  return undefined;
}

function cut(cell: Cell, said: string, by: GivenBy, sure = true): NamedCell | undefined {
  const name = bareName(said);
  const at = cell.text.indexOf(name);
  // 欢迎使用某某平台: of a name that not everyone knows it is a part.
  if (by !== 'position' && cell.text.startsWith(PLATFORM_WORD, at + name.length) && !KNOWN_PLATFORMS.test(name))
    return cut(cell, name + PLATFORM_WORD, by, sure);
  return at === -1 || name.length < 2 || name.length > 24 || isNoName(name)
    ? undefined
    : { cell: part(cell, at, at + name.length), sure, by };
}

const PLATFORM_WORD = '平台';
const POWERED = /^\s*powered\s*by\s*/i;

/** `九州数卡 · 投诉中心`, `订单查询 - 云端发卡网`. */
function besidePageWord(cell: Cell): NamedCell | undefined {
  const parts = cell.text
    .replace(POWERED, '')
    .split(BETWEEN)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (parts.length < 2 || parts.length > 4 || !parts.some((piece) => PAGE_WORDS.test(piece))) return undefined;
  const name = parts
    .find(
      (piece) =>
        !PAGE_WORDS.test(piece) &&
        !labelRow(piece) &&
        /[\p{L}\d]/u.test(piece) &&
        (KNOWN_PLATFORMS.test(piece) || !/^\d|\d{5}/.test(piece)),
    )
    ?.split(/\s+(?=\p{Script=Han})/u)
    .filter((word, i) => i === 0 || !PAGE_WORDS.test(word))
    .join(' ');
  // A page's own name is the label of whose page it is, where the name is one that platforms have.
  return name ? cut(cell, name, isPlatformName(name) ? 'label' : 'title') : undefined;
}

/** `极速充值城 电子订单凭证`, `京东订单详情`: with a space between or none, the name must look like one. */
function beforePageWord(cell: Cell): NamedCell | undefined {
  const text = cell.text.trim();
  const parts = text.split(/\s+/);
  if (parts.length === 2 && PAGE_WORDS.test(parts[1]!) && isPlatformName(parts[0]!))
    return cut(cell, parts[0]!, 'label');
  if (parts.length > 1 || text.length > 24) return undefined;
  for (let at = text.length - 2; at >= 2; at--)
    if (PAGE_WORDS.test(text.slice(at)) && isPlatformName(text.slice(0, at)) && !PAGE_WORDS.test(text.slice(0, at)))
      return cut(cell, text.slice(0, at), 'label');
  return undefined;
}

const SENTENCES = [
  /(?:欢迎(?:来到|光临|使用)|感谢您?(?:在|使用|光临|选购))\s*[「“"【]?([\p{L}\d·]{2,14}?)[」”"】]?(?:购买|购物|消费|下单|平台(?!购|消|下|为)|为您|提供|[!！,，。]|$)/u,
  // Reasons (七天无理由…, 由于…) and whoever sells (由第三方商家提供) are no platform.
  /(?<![理自来缘事])由(?!于|此|第三方|卖家|商家|店[铺家]|专人|系统|本)\s*[「“"【]?([\p{L}\d·]{2,14}?)[」”"】]?(?:(?:平台)?(?:为您)?提供|(?:平台)?担保|(?:平台)?运营|为您服务)/u,
  /(?:©|\(c\)|copyright)\s*(?:20\d{2}(?:\s*[-–]\s*20\d{2})?)?\s*([\p{L}\d·. ]{2,20}?)(?:\s*(?:版权所有|all rights|\d{4}|[.,|]|$))/iu,
  /版权所有\s*\P{L}{0,3}\s*(?:20\d{2}(?:\s*[-–]\s*20\d{2})?)\s*([\p{L}][\p{L}\d·. ]{1,19}?)\s*$/u,
  // The sign © itself is read as anything.
  /20\d{2}(?:\s*[-–]\s*20\d{2})?\s*([\p{L}][\p{L}\d·. ]{1,19}?)\s*[.,，]?\s*(?:版权所有|all rights)/iu,
  // What only the page of a platform has around its name: whose order, whose small program, whose licence it is.
  /^(?:来自|出自)\s*(?!微信|支付宝)([\p{L}\d·]{2,14}?)(?:官方|微信)?(?:小程序|APP|客户端)$/iu,
  /^在(?!线|此|本|这)([\p{L}\d·]{2,14}?)上?(?:购买|下单|购物|选购)$/u,
  /^(?!我的|全部|查看|返回|历史|商品|此|本|该)([\p{L}\d·]{2,14}?)(?:订单|交易)(?:详情|信息)页?$/u,
  /^(?:技术支持|运营方?|主办方?)\s*[:：]\s*([\p{L}\d·]{2,14})$/u,
  new RegExp(`^([\\p{L}\\d·]{2,14})\\s+${SITE_NUMBER}`, 'iu'),
  /^([\p{L}\d·]{2,14}?)(?:保留|拥有|享有)(?:对.{2,8}的)?(?:最终|一切)?(?:解释权|权利)[。.]?$/u,
  /^([\p{L}\d·]{2,14}?)\s*(?:版权所有|交易保障|平台担保|自助下单系统|官方平台|担保交易|保障服务)/u,
];

function inSentence(cell: Cell): NamedCell | undefined {
  for (const sentence of SENTENCES) {
    const name = sentence.exec(cell.text)?.[1]?.trim();
    if (name && !PAGE_WORDS.test(name) && !NOBODY.test(name)) return cut(cell, wholeName(cell.text, name), 'sentence');
  }
  return undefined;
}

/** 由飞鱼发卡平台担保: 平台 belongs to the name where platforms are called so with it and not without. */
function wholeName(text: string, name: string): string {
  const longer = `${name}平台`;
  return text.includes(longer) && PLATFORM_NAME.test(longer) && !PLATFORM_NAME.test(name) ? longer : name;
}

function isCentred({ place }: Cell, width: number | undefined): boolean {
  return (
    place !== undefined && width !== undefined && Math.abs(place.x - (width - place.x - place.width)) < width * 0.06
  );
}

/** `拼多多平台商户` on a voucher. */
function asMerchantOf(cell: Cell): NamedCell | undefined {
  const name = /^(.{2,6}?)平台(?:商户|交易)/u.exec(cell.text.trim())?.[1];
  return name && KNOWN_PLATFORMS.test(name) ? cut(cell, name, 'sentence') : undefined;
}

/** `京东 客服|再次购买`: a platform that everyone knows, in its own footer; goods can begin with such a name too. */
function knownFirst(cell: Cell): NamedCell | undefined {
  const [name] = cell.text.trim().split(/[\s|·•]+/u);
  return name && name !== cell.text.trim() && KNOWN_PLATFORMS.test(name) ? cut(cell, name, 'title') : undefined;
}

/** `九龙卡盟 全国最大的…`: the name in a page's head, before its slogan. */
function beforeSlogan(cell: Cell): NamedCell | undefined {
  const [name, ...rest] = cell.text.trim().split(/\s+/);
  return name &&
    rest.length > 0 &&
    !/\d/.test(rest.join('')) &&
    isPlatformName(name) &&
    !KNOWN_PLATFORMS.test(name) &&
    !PAGE_WORDS.test(name)
    ? cut(cell, name, 'title')
    : undefined;
}

function standingAlone(cell: Cell): NamedCell | undefined {
  const text = bareName(cell.text.trim());
  // The words around a name say of whom they are.
  const by = text === cell.text.trim() ? 'position' : 'sentence';
  if (KNOWN_PLATFORMS.test(text)) return cut(cell, text, by);
  return isPlatformName(text) && !PAGE_WORDS.test(text) && !labelRow(text) ? cut(cell, text, by) : undefined;
}

const HOST =
  /(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:com|cn|net|top|vip|shop|xyz|cc|store|club|online|site|pro|fun|io|co|me|org|info|wang|ink|ltd))(?=[/:?#\s]|$)/i;

function addressOf(cell: Cell): NamedCell | undefined {
  if (/@/.test(cell.text)) return undefined;
  const host = HOST.exec(cell.text)?.[1];
  return host
    ? cut(cell, host.replace(/^(?:www|m|wap|h5)\./i, ''), 'position', !/[o0il1]/i.test(host.split('.')[0]!))
    : undefined;
}

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
