import { PAGE_NAMES } from '../../knowledge/built/page-names.ts';
import { anyOf, oneOf } from '../../knowledge/patterns.ts';

const {
  notNames,
  pageParts,
  pages,
  platforms,
  refunds,
  offers,
  tills,
  links,
  shops,
  goods,
  chats,
  dialogs,
  besideValues,
  serves,
  statusBar,
} = PAGE_NAMES;

const NOT_GOODS = anyOf(notNames.goods);
const NOT_NAMES = { whole: oneOf(notNames.whole), has: anyOf(notNames.has) };

/** Is this what a page says of an order, a promise or a greeting, so that it names nobody? */
export function isNoName(text: string): boolean {
  const words = text.normalize('NFKC').trim();
  return NOT_NAMES.whole.test(words) || NOT_NAMES.has.test(words) || LABEL_END.test(words) || PAGE_WORDS.test(words);
}

/** `项：爱奇艺`, `自编号：KS2026`: the end of a label that was broken over two lines, and what stands behind it. */
export const LABEL_END = /^\p{Script=Han}{0,6}[:：]/u;

/** Is this a state or a notice, so that it names no goods? Goods may be called what a shop never is. */
export function isNoGoods(text: string): boolean {
  const words = text.normalize('NFKC').trim();
  return isState(words) || LABEL_END.test(words);
}

/** Is this a state, a notice or a button? */
export const isState = (words: string): boolean => NOT_NAMES.whole.test(words) || NOT_GOODS.test(words);

/** Parts of a header or footer that name a page; what stands beside them is the platform's name. */
export const PAGE_WORDS = oneOf([`(?:${pageParts.join('|')}){1,6}`, ...pages], 'i');

/** How card shops and platforms call themselves. */
export const PLATFORM_NAME = new RegExp(
  `^(?!.*(?:请|联系|举报|投诉))[\\p{L}\\d·&.]{1,14}(?:${platforms.endings.join('|')})$`,
  'u',
);

const frame = (words: string): RegExp =>
  new RegExp(
    words
      .replace('{name}', '([\\p{L}\\d·.&]{2,14}?)')
      .replace('{names}', "(?!us\\b)([\\p{L}\\d](?:[\\p{L}\\d·&' ]|\\.(?!\\s)){1,19}?)"),
    'iu',
  );

/** What pages write around the name of whose they are, or of who helps there; the first group is the name. */
export const PLATFORM_FRAMES = {
  own: platforms.frames.own.map((words) => frame(words)),
  loose: platforms.frames.loose.map((words) => frame(words)),
};

/** What stands before them: `当前位置：`. */
export const BEFORE_FRAMES = new RegExp(`^\\s*(?:${platforms.frames.leads.join('|')})+`, 'u');

/** What stands in such frames and is nobody: 虚拟商品 before 订单明细. */
export const NOBODY_IN_FRAMES = oneOf([`(?:${platforms.frames.nobody.join('|')}){1,4}`]);

/** What a site says of itself: it names nobody. */
export const SLOGAN = anyOf(platforms.frames.slogans, 'u');

/** Large platforms whose pages name themselves. */
export const KNOWN_PLATFORMS = oneOf(platforms.known, 'i');

/** Is it a platform that all know, or called as platforms are? Parts of a page before such an ending name nobody. */
export const isPlatformName = (name: string): boolean =>
  KNOWN_PLATFORMS.test(name) ||
  (PLATFORM_NAME.test(name) && !PARTS_ONLY.test(name) && !NOBODY_IN_FRAMES.test(name) && !SLOGAN.test(name));

const PARTS_ONLY = oneOf([`(?:${pageParts.join('|')}){1,4}(?:${platforms.endings.join('|')})`]);

/** Signs between a name and what the page is. */
export const BETWEEN_PIECES = /\s*[·•・|｜丨—–_»>›＞→]\s*|\s+-\s+|\s*[-－]\s*(?=[\p{Script=Han}])/u;

/** What a page says that waits for the money. */
export const TILL = anyOf(tills);

/** Links of a site, alone in their cells. */
export const LINK = oneOf(links, 'i');

/** What a shop writes over and on what else it would like to sell. */
export const OFFERS = { heads: anyOf(offers.heads, 'iu'), sold: anyOf(offers.sold) };

/** What a page of a refund says became of it; what only may be is none of it. */
export const REFUND_STATES = {
  open: anyOf(refunds.open, 'i'),
  back: anyOf(refunds.back, 'i'),
  unless: anyOf(refunds.unless),
};

/** How shops call themselves, for pages that show the shop without a label. */
export const SHOP_NAME = new RegExp(
  `^(?!${shops.notBeginning.join('|')})[\\p{L}\\d·&\\-_.（）()]{1,20}(?:${shops.endings.join('|')})$`,
  'u',
);

const CALLED_AS_SHOPS = new RegExp(
  `^(?!${shops.notBeginning.join('|')})[\\p{L}\\d][\\p{L}\\d·&\\-_.（）()]{1,18}(?:${shops.likely.join('|')})$`,
  'u',
);

const BADGE_BEFORE = new RegExp(`^(?:${shops.badges.join('|')})(?=\\p{L}{3})`, 'u');
const ONE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ·&'’._()（）-]{1,29}$/u;
const HAS_FIGURES = /\d[\d.:/-]{5}/;

/** Does nothing in it say that it is more than a name: no badge ran into it, no number, no time? */
export const isBareName = (name: string): boolean =>
  ONE_NAME.test(name) &&
  !BADGE_BEFORE.test(name) &&
  !HAS_FIGURES.test(name) &&
  !LABEL_END.test(name) &&
  !isNoName(name);

/** Is it called as shops are, so that where a shop's name stands it is one? Elsewhere much else is called so. */
export const isCalledAsShops = (name: string): boolean =>
  (SHOP_NAME.test(name) || CALLED_AS_SHOPS.test(name)) && isBareName(name);

/** What vouchers write where the goods should stand when the shop told the wallet none. */
export const GENERIC_GOODS = oneOf(goods.generic);

/** What chat titles add to the name: `青柠网络(客服)`, `小北点卡（在线）`. */
export const TITLE_EXTRAS = anyOf(chats.titleExtras);

/** What chat titles have before the name: `【卖家】小北点卡`, `与小北点卡的对话`. */
export const TITLE_LEADS = new RegExp(`^(?:${chats.titleLeads.join('|')})`, 'i');

const AGENT = new RegExp(`^(.{2,}?)[\\s·_-]*(?:${chats.agents.join('|')})$`, 'u');

/**
 * What stands before the words by which somebody answers for a shop: `云鹿` of `云鹿客服小七`. It may be the
 * shop's name or that of whoever answers, so by itself it never stands.
 * @returns undefined where the name says nothing of answering
 */
export const agentOf = (name: string): string | undefined => AGENT.exec(name)?.[1];

/** What chats write of the other under the name: that they are there, how fast they answer. */
export const CHAT_STATE = oneOf(chats.states, 'i');

/** What the program itself writes among messages, and in the field for the next. */
export const OF_CHAT = new RegExp(`^(?:${chats.ofProgram.join('|')})[。.]?$`, 'i');

/** Names of chat programs and generic titles that name nobody. */
export const NOBODY = oneOf(chats.nobody, 'i');

export const DIALOG_TITLE = new RegExp(`^(?:${[...dialogs.titles, ...dialogs.failed].join('|')})[!！]?$`, 'i');

/** Headings that say themselves that something failed, whatever it was. */
export const FAILED_TITLE = new RegExp(`^(?:${dialogs.failed.join('|')})[!！.。]?$`, 'i');

/** Titles that do not even say what failed. */
export const SAYS_NOTHING = new RegExp(`^(?:${dialogs.emptyTitles.join('|')})[!！.。]?$`, 'i');

/** Buttons of dialogs. */
export const DIALOG_BUTTON = oneOf(dialogs.buttons, 'i');

/** What programs say of themselves: of the network, of versions, of what they may do. */
export const OF_PROGRAM = anyOf(dialogs.ofProgram, 'i');

/** What a browser says, or somebody of it, of a page that did not load. */
export const UNREACHABLE = anyOf(dialogs.unreachable, 'i');

/** What a program may do on this phone, asked for or missed. */
export const OF_PHONE = anyOf(dialogs.permissions, 'i');

/** Words by which a sentence says that something is not so. */
export const DENIES = anyOf(dialogs.denies, 'i');

/** Buttons and arrows beside a value. */
export const BESIDE_VALUE = oneOf(besideValues, 'i');

/** Where a shop or platform can be reached: a page's footer. */
export const SERVES = anyOf(serves, 'i');

/** The phone's own line at the top: clock, network, battery, in any order and often read as one. */
export const STATUS_BAR = new RegExp(`^(?:\\d{1,3}|(?:${statusBar.pieces.join('|')})+(?:(?<=[\\s.])\\d{1,3})?)$`, 'i');

/** What of it nothing else at the very top of a page is. */
export const STATUS_SIGN = anyOf(statusBar.signs, 'i');

const PROVINCES = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂宁新藏';
/** `沪ICP备2021000001号`: what a site is registered as. */
export const SITE_NUMBER = `(?:[${PROVINCES}]\\s?(?:ICP[备证]|公网安备)|(?:增值)?电信(?:业务)?(?:经营)?许可)`;

/** `来自有象小程序`, `在有象购买`: words around a platform's name that are none of it. */
const BEFORE_NAME = anyOf(
  [
    '^(?:我的|关于|访问|前往|进入|返回|联系|加入|来自|出自|我在|在|于|欢迎(?:来到|光临|使用)?|感谢(?:您)?(?:使用|在)?|打开|下载|通过)(?=[\\p{L}\\d]{2})',
    // A footer: who stands behind the page, and where to call.
    '^(?:技术支持|运营方?|主办方?|提供方|版权所有)\\s*[:：]\\s*(?=[\\p{L}\\d]{2})',
    '^(?:全国|官方|统一|客服|服务|投诉|咨询)*(?:热线|电话)\\s*[:：]?\\s*[\\d-]{5,}\\s+(?=[\\p{L}\\d]{2})',
  ],
  'u',
);
const BEHIND_NAME = anyOf(
  [
    '\\s*版权(?:所有)?$',
    '(?:官方)?(?:微信)?(?:小程序|APP|客户端|官网)$',
    '(?:购买|下单|购物|消费|购入)$',
    '的?(?:商品|交易|购物|支付|我的)?订单(?:详情|信息)?(?:页面?|中心)?$',
    // A footer: what it keeps to itself, what it is registered as, what it has agreed.
    '(?:拥有|享有|保留|对.{2,8}保留)(?:对.{2,8}的)?(?:最终|一切)?(?:解释权|权利)[。.]?$',
    `\\s*${SITE_NUMBER}.*$`,
    '(?:用户|平台|服务|隐私|购买|交易|充值)*(?:服务)?(?:协议|条款|政策)$',
  ],
  'iu',
);

/** The name without the words around it, where what is left is one that platforms have. */
export function bareName(name: string): string {
  const bare = name.replace(BEFORE_NAME, '').replace(BEHIND_NAME, '').trim();
  return bare !== name && isPlatformName(bare) ? bare : name;
}
