import { anyOf, oneOf } from './words.ts';

/** What footers and headers are made of: any of these, one or more, is the name of a page and of nobody. */
const PAGE_PARTS = [
  // Help and complaints.
  '帮助',
  '客户',
  '投诉',
  '举报',
  '反馈',
  '建议',
  '意见',
  '支持',
  '客服',
  '服务',
  '售后',
  '申诉',
  '维权',
  '联系',
  '我们',
  '咨询',
  '热线',
  '人工',
  '平台',
  // Parts of a shop.
  '订单',
  '购物车',
  '首页',
  '个人',
  '会员',
  '用户',
  '账户',
  '充值',
  '商品',
  '分类',
  '公告',
  '关于',
  '登录',
  '注册',
  '再次购买',
  '为你推荐',
  '猜你喜欢',
  // Rules.
  '条款',
  '规则',
  '协议',
  '隐私',
  '政策',
  '声明',
  '须知',
  '说明',
  '保障',
  '安全',
  '担保',
  '交易',
  // What ties them.
  '中心',
  '查询',
  '专区',
  '入口',
  '通道',
  '页面',
  '与',
  '和',
  '及',
  '&',
  '/',
  '、',
].join('|');
const MADE_OF_PARTS = `(?:${PAGE_PARTS}){1,6}`;

/** Parts of a header or footer that name a page; what stands beside them is the platform's name. */
export const PAGE_WORDS = new RegExp(
  `^(?:${MADE_OF_PARTS}|${[
    // Pages of an order.
    '(?:提取|卡密)(?:卡密|查询)|自助查单|查询订单|订单(?:详情|列表|管理|信息)|我的订单|交易详情|购买(?:成功|记录)|支付(?:成功|结果)|收银台',
    // What sites call themselves and their front pages.
    '官网|官方网站|官方商城|在线客服|安全(?:交易|中心)',
    // Vouchers.
    '电子(?:订单)?凭证|交易凭证|订单凭证|电子发票|收据',
    // In English, and who owns the page.
    'order(?: details| status)?|orders?|help(?: center)?|support|customer service|home|official (?:site|store)|checkout|my account|terms(?: of service)?|privacy(?: policy)?|contact(?: us)?|about(?: us)?|版权所有|all rights reserved\\.?',
  ].join('|')})$`,
  'i',
);

/** How card shops and platforms call themselves. */
export const PLATFORM_NAME =
  /^[\p{L}\d·&.]{1,14}(?:卡盟|发卡网?|发卡平台|充值城|充值网|充值平台|数卡|点卡网|点卡商城|卡网|卡商城|商城|交易平台|交易网|号网|租号网?|自动发卡|数字商城|数码城|购卡网|售卡网)$/u;

/** Large platforms whose pages name themselves. */
export const KNOWN_PLATFORMS = oneOf(
  [
    // Market places.
    '淘宝(?:网)?|天猫|京东|拼多多|苏宁易购|美团|当当|唯品会',
    // In short-video and chat programs.
    '抖音(?:商城|电商)?|快手(?:小店)?|小红书|微店|有赞|微信小商店',
    // Between people.
    '闲鱼|咸鱼|转转',
    // For games.
    '交易猫|螃蟹账号|5173|淘手游|Steam|G2A|Kinguin',
  ],
  'i',
);

/** How shops call themselves, for pages that show the shop without a label. */
export const SHOP_NAME =
  /^(?!商家|店铺|卖家|商户)[\p{L}\d·&\-_.（）()]{1,20}(?:旗舰店|专营店|专卖店|官方店|直营店|企业店|小店|商行|卡铺|点卡店|数码店|店铺|工作室|网络科技|数卡店|杂货铺|商铺|的店)$/u;

/** What chat titles add to the name: `青柠网络(客服)`, `小北点卡（在线）`. */
export const TITLE_EXTRAS = anyOf([
  // In brackets.
  String.raw`\s*[（(【[]\s*(?:官方|人工|在线|专属|售后|售前|企业)?(?:客服|在线|离线|手机在线|卖家|商家|店主|售后|对方正在输入.*|\d+)\s*[)）】\]]\s*$`,
  // Behind a dash or a space.
  String.raw`\s*[-·|]\s*(?:在线)?客服(?:中心)?$|\s*(?:官方|在线|售后|人工|专属)客服(?:\s*\d{1,3}号?)?$|\s+客户(?:支持|服务)$`,
  // Where the account is from.
  '@(?:企业微信|微信)$',
]);

/** Names of chat programs and generic titles that name nobody. */
export const NOBODY = oneOf(
  [
    // Programs.
    '公众号|服务号|服务通知|微信|微信聊天|QQ|TIM|旺旺|阿里旺旺|千牛|文件传输助手',
    // Pages.
    '消息|聊天|聊天记录|聊天详情|会话|对话|在线咨询|咨询|返回|已连接|chat|messages?|live chat',
    // Whoever serves.
    '客服|(?:在线|人工|官方|商家|售后|卖家|联系|智能|店铺)客服|客服(?:中心|会话|服务)|support',
  ],
  'i',
);

/** The phone's own line at the top: clock, network, battery, in any order and often read as one. */
const STATUS_PIECES = [
  /\d{1,2}:\d{2}(?:\s*[AP]M)?/,
  /(?<![A-Z])[2345]G\+?/,
  /LTE|(?:Wi-?Fi|WLAN)\s?\d{0,3}|VoLTE|HD/,
  /中国(?:移动|联通|电信|广电)/,
  /\d+(?:\.\d+)?\s*[KM]B?\/s/,
  /\d{1,3}\s?%/,
  /[ıl|I.·•⚡▂▄▆▮▯■□\s]/,
]
  .map((piece) => piece.source)
  .join('|');
export const STATUS_BAR = new RegExp(`^(?:\\d{1,3}|(?:${STATUS_PIECES})+(?:(?<=[\\s.])\\d{1,3})?)$`, 'i');
/** What of it nothing else at the very top of a page is. */
export const STATUS_SIGN =
  /^\d{1,2}:\d{2}(?!\d)|(?<![A-Z])[2345]G(?![A-Z])|WLAN|Wi-?Fi|中国(?:移动|联通|电信|广电)|\d{1,3}\s?%$/i;
