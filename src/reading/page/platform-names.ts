import { anyOf } from '../../knowledge/patterns.ts';
import {
  bareName,
  BEFORE_FRAMES,
  BETWEEN_PIECES,
  isNoName,
  LINK,
  isPlatformName,
  KNOWN_PLATFORMS,
  NOBODY,
  NOBODY_IN_FRAMES,
  PAGE_WORDS,
  PLATFORM_FRAMES,
  PLATFORM_NAME,
  SITE_NUMBER,
  SLOGAN,
  STATUS_BAR,
} from './names.ts';
import { labelRow, likelyRow } from './labels/labels.ts';
import { cut, first, isCentred, type NamedCell } from './named-cell.ts';
import { part, type Cell, type Page } from './page.ts';
import { besideLinks, headSaidInFoot, siteSaidTwice } from './site-names.ts';

const POWERED = /^\s*powered\s*by\s*/i;

/** The platform's own name from header, footer or address. */
export function platformOf(shown: Page): NamedCell | undefined {
  const page = { ...shown, rows: shown.rows.map((row) => row.map(withoutLead)) };
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
    siteSaidTwice(page) ??
    headSaidInFoot(page) ??
    first(alone, besidePageWord) ??
    first(alone, beforePageTitle) ??
    atEdge(first(cells, inFrame), [...head, ...foot]) ??
    first(
      [...head, ...foot].filter((cell) => !leadsToShop(cell, page)),
      beforePageWord,
    ) ??
    ofCardSite(page) ??
    first(cells, inLooseFrame) ??
    first(head, beforeSlogan) ??
    besideLinks(page) ??
    first(cells, asMerchantOf) ??
    first(foot, knownFirst) ??
    first(
      cells.filter((cell) => !leadsToShop(cell, page)),
      standingAlone,
    ) ??
    first(cells, addressOf)
  );
}

/** `当前位置：松果商城 > 订单`: where somebody is says nothing of whose page it is. */
function withoutLead(cell: Cell): Cell {
  const [lead = ''] = BEFORE_FRAMES.exec(cell.text) ?? [];
  return lead === '' || lead.length === cell.text.length ? cell : part(cell, lead.length, cell.text.length);
}

/** What says whose page it is, and stands in the page's head or foot, says it twice: by its words and by its place. */
function atEdge(found: NamedCell | undefined, edges: readonly Cell[]): NamedCell | undefined {
  if (!found) return undefined;
  const { text, line } = found.cell;
  // Of 飞鱼平台守护您的交易 nobody can say whether 平台 belongs to the name.
  const isClear = !line.text.includes(`${text}平台`);
  return isClear && edges.some((edge) => edge.line === line) ? { ...found, by: 'label' } : found;
}

/** A number, an amount or a time stands right of what says whose it is. */
const isLabelled = (row: readonly Cell[]): boolean => row.slice(1).some(({ text }) => IS_VALUE.test(text.trim()));
const IS_VALUE = /^[A-Za-z]{0,4}[-_]?\d{6}|^[-+]?\s*[¥￥]?\s*\d[\d,]*\.\d{2}|^20\d\d\s*[-/.年]/;

/** `九州数卡 · 投诉中心`, `订单查询 - 云端发卡网`. */
function besidePageWord(cell: Cell): NamedCell | undefined {
  const parts = cell.text
    .replace(POWERED, '')
    .split(BETWEEN_PIECES)
    .map((piece) => piece.trim().replace(/\s*[×✕]$/u, ''))
    .filter(Boolean);
  if (parts.length < 2 || parts.length > 4 || !parts.some((piece) => PAGE_WORDS.test(piece))) return undefined;
  // 首页 > 游戏会员 is a path to what is sold, 首页 | 特惠 | 帮助 a menu: a platform there is called as platforms are.
  const pages = parts.filter((piece) => PAGE_WORDS.test(piece));
  const isMenu = parts.length > 2 && pages.length > 1 && (parts[0] === pages[0] || OWNED.test(parts[0]!));
  const isPath = ARROWS.test(cell.text) && FRONT.test(parts[0]!);
  const leads = isMenu || isPath || (parts.length > 2 && parts.some((piece) => LINK.test(piece)));
  const name = parts
    .find(
      (piece) =>
        !PAGE_WORDS.test(piece) &&
        !LINK.test(piece) &&
        !OWNED.test(piece) &&
        !NOBODY_IN_FRAMES.test(piece) &&
        !labelRow(piece) &&
        /[\p{L}\d]/u.test(piece) &&
        (KNOWN_PLATFORMS.test(piece) || !/^\d|\d{5}/.test(piece)),
    )
    ?.split(/\s+(?=\p{Script=Han})/u)
    .filter((word, i) => i === 0 || !PAGE_WORDS.test(word))
    .join(' ');
  // A page's own name is the label of whose page it is, where the name is one that platforms have.
  const isKnown = name !== undefined && isPlatformName(name);
  return name && (isKnown || !leads) ? cut(cell, name, isKnown ? 'label' : 'title') : undefined;
}

/** Who keeps the rights of a page is said in frames of their own. */
const OWNED = /©|copyright|版权/i;
const ARROWS = /[>›＞→»]/u;
const FRONT = /^(?:商城|网站)?首页$|^home$/i;

/** Of a name that ends in 会员中心 or 点卡服务 nobody can say where it ends; 订单详情 and 自助查单 end none. */
const isPageTitle = (words: string): boolean => PAGE_WORDS.test(words) && ENDS_NO_NAME.test(words);
const ENDS_NO_NAME = anyOf(
  [
    '订单|查单|购买|支付|交易(?!平台|中心|网)|order',
    '查询|详情|明细|信息|记录|凭证|收据|发票',
    '帮助|投诉|协议|条款|规则|隐私|登录',
  ],
  'i',
);

/** `极速充值城 电子订单凭证`, `京东订单详情`: with a space between or none, the name must look like one. */
function beforeWords(cell: Cell, isPage: (words: string) => boolean): NamedCell | undefined {
  const text = cell.text.trim();
  const parts = text.split(/\s+/);
  if (parts.length === 2 && PAGE_WORDS.test(parts[1]!) && isPlatformName(parts[0]!))
    return cut(cell, parts[0]!, 'label');
  if (parts.length > 1 || text.length > 24) return undefined;
  for (let at = text.length - 2; at >= 2; at--)
    if (isPage(text.slice(at)) && isPlatformName(text.slice(0, at)) && !PAGE_WORDS.test(text.slice(0, at)))
      return cut(cell, text.slice(0, at), 'label');
  return undefined;
}

const beforePageTitle = (cell: Cell): NamedCell | undefined => beforeWords(cell, isPageTitle);
/** In a page's head or foot a name before 会员中心 may be the platform's; it is all of a shop's as well. */
function beforePageWord(cell: Cell): NamedCell | undefined {
  const found = beforeWords(cell, (words) => PAGE_WORDS.test(words));
  return found && !/\s/.test(cell.text.trim()) ? { ...found, by: 'title' } : found;
}

/** What only sites that sell cards have on their pages, beside what was bought. */
const OF_CARD_SITE = new RegExp(
  [
    String.raw`^(?:查单|查询订单|订单查询|自助(?:查单|提卡|下单)|卡密(?:信息|内容|查询)?[:：]?|复制卡密`,
    String.raw`|提取卡密|按(?:联系方式|订单号)查询?|(?:邮箱|联系方式|浏览器缓存|下单账号)查询)$|卡密[:：]`,
    String.raw`|订单查询结果|查询到\s?\d+\s?条`,
  ].join(''),
);
const SITE_HEAD = {
  rows: 2,
  letters: /^\p{Script=Han}[\p{Script=Han}A-Za-z\d]{1,9}$|^[\p{Script=Han}A-Za-z\d]{1,8}\p{Script=Han}{2}$/u,
};

/** `小满卡铺` at the left of the head of a card site, before its links or what it says of itself. */
function ofCardSite({ rows }: Page): NamedCell | undefined {
  if (!rows.some((row) => row.some(({ text }) => OF_CARD_SITE.test(text.trim())))) return undefined;
  for (const row of rows.slice(0, SITE_HEAD.rows)) {
    const cell = row[0]!;
    const [name = '', ...more] = cell.text.replace(/^[^\p{L}\d]*(?:口\s)?/u, '').split(BETWEEN_PIECES);
    const marked = more.some((words) => SLOGAN.test(words)) || row.some(({ text }) => LINK.test(text.trim()));
    const isName =
      SITE_HEAD.letters.test(name) &&
      ![PAGE_WORDS, NOBODY, NOBODY_IN_FRAMES, SLOGAN].some((words) => words.test(name)) &&
      !isNoName(name) &&
      !isLabel(name);
    if (isName && (marked || isLarger(cell, rows))) return cut(cell, name, 'position');
  }
  return undefined;
}

/** Set larger than nearly all that stands below. */
function isLarger({ place }: Cell, rows: Page['rows']): boolean {
  const heights = rows.slice(1).flatMap((row) => row.flatMap((other) => other.place?.height ?? []));
  return (
    place !== undefined &&
    heights.length > 0 &&
    heights.filter((height) => height * 1.1 < place.height).length >= heights.length * 0.8
  );
}

/** Only on the page of a platform: a site's registration behind its name. */
const REGISTERED = new RegExp(`^([\\p{L}\\d·]{2,14})\\s+${SITE_NUMBER}`, 'iu');
/** What a site is registered as is no part of its name. */
const FROM_SITE_NUMBER = new RegExp(`[\\s|·,，.]*${SITE_NUMBER}.*$`, 'iu');

const inFrame = (cell: Cell): NamedCell | undefined => framed(cell, PLATFORM_FRAMES.own) ?? framed(cell, [REGISTERED]);
const inLooseFrame = (cell: Cell): NamedCell | undefined => framed(cell, PLATFORM_FRAMES.loose);

function framed(cell: Cell, frames: readonly RegExp[]): NamedCell | undefined {
  const text = cell.text.trim();
  const said = frames.includes(REGISTERED) ? text : text.replace(FROM_SITE_NUMBER, '');
  for (const frame of frames) {
    const name = withoutPageWords(frame.exec(said)?.[1] ?? '');
    // Behind the sign of rights often stands nothing but the year.
    if (
      (/\p{L}/u.test(name) || KNOWN_PLATFORMS.test(name)) &&
      ![PAGE_WORDS, NOBODY, NOBODY_IN_FRAMES, SLOGAN].some((words) => words.test(name)) &&
      !isLabel(name)
    )
      return cut(cell, wholeName(cell.text, name), 'sentence');
  }
  return undefined;
}

/** `交易方式  担保交易` is a label and its value. */
const isLabel = (name: string): boolean =>
  labelRow(name) !== undefined || (likelyRow(name) !== undefined && !isPlatformName(name));

/** `爱发卡 版权`, `PineDepot Support`: what names a page is no part of the name beside it. */
function withoutPageWords(words: string): string {
  const pieces = words
    .trim()
    .replace(/\s+版权$/, '')
    .split(/\s+/);
  while (pieces.length > 1 && PAGE_WORDS.test(pieces.at(-1)!)) pieces.pop();
  while (pieces.length > 1 && PAGE_WORDS.test(pieces[0]!)) pieces.shift();
  return pieces.join(' ');
}

/** 由飞鱼发卡平台担保, 您在飞鱼商城的订单: the word belongs to the name where platforms are called so with it alone. */
function wholeName(text: string, name: string): string {
  const longer = ['平台', '商城'].map((word) => `${name}${word}`).find((words) => text.includes(words));
  return longer && PLATFORM_NAME.test(longer) && !PLATFORM_NAME.test(name) ? longer : name;
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

/** An arrow behind a name leads to a shop. */
function leadsToShop(cell: Cell, { rows }: Page): boolean {
  const row = rows.find((one) => one.includes(cell)) ?? [];
  const next = row[row.indexOf(cell) + 1];
  return ARROW.test(cell.line.text.trim()) || (next !== undefined && /^[>›＞❯]$/.test(next.text.trim()));
}

const ARROW = /[>›＞❯]$/;

function standingAlone(cell: Cell): NamedCell | undefined {
  const text = bareName(cell.text.trim());
  // The words around a name say of whom they are.
  const by = text === cell.text.trim() ? 'position' : 'sentence';
  if (KNOWN_PLATFORMS.test(text)) return cut(cell, text, by);
  return isPlatformName(text) && !PAGE_WORDS.test(text) && !labelRow(text) ? cut(cell, text, by) : undefined;
}

const HOST = new RegExp(
  [
    String.raw`(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:com|cn|net|top|vip|shop|xyz|cc|store|club|online|site`,
    String.raw`|pro|fun|io|co|me|org|info|wang|ink|ltd))(?=[/:?#\s]|$)`,
  ].join(''),
  'i',
);

function addressOf(cell: Cell): NamedCell | undefined {
  if (/@/.test(cell.text)) return undefined;
  const host = HOST.exec(cell.text)?.[1];
  return host
    ? cut(cell, host.replace(/^(?:www|m|wap|h5)\./i, ''), 'position', !/[o0il1]/i.test(host.split('.')[0]!))
    : undefined;
}
