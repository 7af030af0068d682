import type { Draw } from '../looks/draw.ts';
import type { Words } from '../looks/words.ts';

type LabelKey = keyof Words['labels'];

/** Labels as pages in English write them. */
export const ENGLISH_LABELS: Record<LabelKey, readonly string[]> = {
  orderNo: ['Order Ref', 'Order code', 'Your order no.', 'Order Id', 'Purchase no.', 'Order reference', 'Order#'],
  product: ['Goods', 'Description', 'Article', 'What you bought', 'Product title', 'Plan', 'Package', 'Title'],
  amount: ['Total due', 'Total amount', 'Final price', 'Amount due', 'Payment total', 'Total price', 'You pay'],
  merchant: ['Vendor', 'Shop', 'Sold through', 'Merchant', 'Seller ID', 'Store', 'Supplier', 'From'],
  orderedAt: ['Created', 'Created at', 'Order time', 'Bought on', 'Submitted', 'Order created', 'Purchased'],
  paidAt: ['Paid', 'Pay time', 'Payment completed', 'Completed at', 'Settled on', 'Time of payment', 'Paid time'],
  tradeNo: ['Txn ID', 'Transaction', 'Trade no.', 'Payment reference no.', 'Receipt no.', 'Txn no.', 'Bank ref'],
  merchantOrderNo: ['Merchant no.', 'Merchant ID', 'Shop order no.', 'Store ref', 'Merchant order ref', 'Seller ref'],
  payee: ['Paid to', 'Beneficiary', 'Receiver', 'Payment to', 'Pay to', 'Transfer to', 'Collected by'],
  quantity: ['Count', 'Pcs', 'Number of items', 'How many', 'Quantity', 'Pieces'],
  account: ['Game account', 'UID', 'Login', 'Top-up account', 'Recharge ID', 'Player', 'Character ID', 'Email or ID'],
  cardCode: ['Code', 'Your code', 'Redemption code', 'Product key', 'PIN', 'Gift key', 'Card number', 'Claim code'],
  paidBy: ['Paid using', 'Payment type', 'Channel', 'Wallet', 'Paid from', 'Payment channel'],
  oldPrice: ['Full price', 'Retail price', 'Before discount', 'Price', 'Unit price', 'Reference price'],
};

const AFTER: Partial<Record<LabelKey, readonly string[]>> = {
  orderNo: ['号', '编号', '码', '单'],
  tradeNo: ['号', '流水', '凭证', '编号'],
  merchantOrderNo: ['号', '编号', '单号'],
  orderedAt: ['时间', '日期', '于', '时'],
  paidAt: ['时间', '日期', '于', '时'],
  amount: ['额', '金额', '价', '款'],
  oldPrice: ['价', '额', '金额'],
  quantity: ['数', '量', '数量'],
  product: ['名', '名称', '内容', '项目'],
  merchant: ['名', '方', '名称', '店'],
  payee: ['方', '名', '户', '单位'],
  account: ['号', 'ID', '账号', '名'],
  cardCode: ['码', '密', '串'],
  paidBy: ['方式', '卡', '渠道'],
};

/**
 * A label of letters that mean nothing, or only its last word does: what stands beside it must be known by its form and
 * its place, or not at all.
 */
export function unknownLabel(draw: Draw, key: LabelKey | undefined, letters: string): string {
  const own = draw.code(letters, draw.int(2, 5));
  const end = key && draw.chance(0.5) ? draw.pick(AFTER[key] ?? ['']) : '';
  return (own + end).slice(-7);
}

const BRANDS = [
  'Adobe',
  'Canva',
  'Notion',
  'HBO Max',
  'Hulu',
  'Twitch',
  'Roblox',
  'EA',
  'Ubisoft',
  'GOG',
  'Epic',
  'LINE',
  'Viki',
  'Deezer',
  'Tidal',
  'Office 365',
  'Surfshark',
  'Norton',
  'Zoom',
  'Udemy',
  '咪咕视频',
  '搜狐视频',
  '埋堆堆',
  '哔哩哔哩',
  '得到',
  '樊登读书',
  '懒人听书',
  '番茄小说',
  '快看漫画',
  '腾讯动漫',
  '起点读书',
  '同程',
  '飞猪',
  '盒马',
  '山姆',
  '必胜客',
  '麦当劳',
  '奈雪',
  '蜜雪冰城',
  '沃尔玛',
  '天涯',
  '征途',
  '传奇',
  '问道',
  '天龙八部',
  '大话西游',
  '神武',
  '诛仙',
  '完美世界',
  '火影忍者',
  '球球大作战',
  '迷你世界',
  '元梦之星',
  '炉石传说',
  '守望先锋',
  '鸣潮',
];
const SPECS = [
  '月会员',
  '周卡',
  '年费',
  '双月卡',
  '体验卡 3天',
  '点数',
  '钻石',
  '金币',
  '元宝',
  '皮肤',
  '代练',
  '陪玩',
  '租号',
  '初始号',
  '满级号',
  '礼品卡',
  '兑换券',
  '代金券',
  '储值卡',
  '激活密钥',
  '授权',
  '教育版',
  '家庭版',
  '专业版',
  '标准版',
  '直充到账',
  '秒到',
  '全国可用',
  '国际服',
  '台服',
  '欧区',
  '土区',
  '单人',
  '共享车位',
];

/** Names of goods as shops write them: a brand, what of it, how much, often with spaces between. */
export function goodsName(draw: Draw): string {
  const gap = draw.pick([' ', ' ', '', ' | ', '-']);
  const much = draw.pick([
    '',
    '',
    `${draw.int(1, 12)}个月`,
    `${draw.int(1, 365)}天`,
    `${draw.pick([6, 10, 20, 30, 50, 68, 100, 128, 200, 328, 500, 648])} 元`,
    String(draw.pick([60, 300, 680, 980, 1280, 1980, 3280, 6480])),
    `x${draw.int(1, 10)}`,
  ]);
  const more = draw.chance(0.4) ? draw.pick(SPECS) : '';
  return [draw.pick(BRANDS), draw.pick(SPECS), much, more].filter((one) => one !== '').join(gap);
}

export const LATIN_NAMES = ['Lucky', 'Sunny', 'Neo', 'Mimi', 'Leo', 'Coco', 'Star', 'Joy', 'Max', 'Fun', 'Game', 'Key'];

const OF_PAGES = [
  [
    '兑换',
    '充值',
    '激活',
    '领取',
    '账号',
    '会员',
    '权益',
    '礼包',
    '订单',
    '密钥',
    '卡密',
    '登录',
    '券码',
    '绑定',
    '发货',
  ],
  ['', '', '结果', '状态', '信息', '记录', '自助'],
  ['中心', '专区', '查询', '页面', '入口', '服务', '大厅', '助手', '页', '通道', '平台'],
] as const;
const PAGES_IN_ENGLISH = [
  'Activate',
  'Redemption center',
  'Account status',
  'Gift center',
  'My library',
  'Key activation',
];
const OF_DIALOGS = [
  ['温馨', '操作', '兑换', '系统', '登录', '激活', '安全', '服务', '消息', '验证', '充值', '重要', '异常', '友情'],
  ['提示', '提醒', '通知', '公告', '警告', '结果', '失败', '说明', '信息', '反馈'],
] as const;
const DIALOGS_IN_ENGLISH = [
  'Sorry',
  'Warning',
  'Alert',
  'Failed',
  'Message',
  'Something went wrong',
  'Tips',
  'Attention',
];

/** One of each part, one after the other. */
export const joined = (draw: Draw, parts: readonly (readonly string[])[]): string =>
  parts.map((part) => draw.pick(part)).join('');
/** What a page of redeeming or topping up, or a dialog on it, is called. */
export const pageName = (draw: Draw): string =>
  draw.chance(0.15) ? draw.pick(PAGES_IN_ENGLISH) : joined(draw, OF_PAGES);
export const dialogName = (draw: Draw): string =>
  draw.chance(0.2) ? draw.pick(DIALOGS_IN_ENGLISH) : joined(draw, OF_DIALOGS);

const BEFORE = [
  '',
  '',
  '',
  '抱歉，',
  '很遗憾，',
  '提示：',
  '操作失败：',
  '错误：',
  '对不起，',
  '兑换失败，',
  '登录失败：',
];
const WHO = ['', '您的', '该', '此', '当前', '本', '您输入的', '您购买的', '这个', '所填', '您登录的'];
const THING = [
  '账号',
  '兑换码',
  '卡密',
  '订单',
  '角色',
  '密钥',
  '会员',
  '礼品卡',
  '激活码',
  '券',
  '商品',
  '充值',
  '服务',
  '版本',
];
const STATE = [
  '已经失效',
  '已被其他用户使用',
  '不可用',
  '未生效',
  '无法使用',
  '查不到发货信息',
  '暂时没有到账',
  '还没有处理',
  '被限制使用',
  '处于冻结中',
  '因违规被封',
  '已被停用',
  '存在风险，已锁定',
  '已超过使用次数',
  '格式有误',
  '与您所在的地区不匹配',
  '仅适用于新用户',
  '只支持安卓设备',
  '数量少于订单',
  '与描述不一致',
  '是试用的',
  '不是完整版',
  '到期时间为昨天',
  '没有对应的权益',
  '正在审核，无法登录',
  '永久禁止登录',
];
const BEHIND = [
  '',
  '',
  '',
  '。',
  '！',
  '，请稍后再试',
  '，如有疑问请联系客服',
  '（错误码 %）',
  '(%)',
  '，请核实',
  '，谢谢',
];
const FAILURES_IN_ENGLISH = [
  'This code has been used by another account',
  'Invalid code. Please check and try again',
  'Your order has not been processed',
  'We could not find this purchase',
  'This user has been banned',
  'Account locked due to unusual activity',
  'The product does not match your region',
  'Activation failed: limit reached',
  'This gift card was already claimed',
  'Payment received but the item is not available',
  'Sorry, this key is not valid for this edition',
  'Login denied. Your account is disabled',
];

/** What a page says that went wrong, put together anew. */
export function failureWords(draw: Draw): string {
  if (draw.chance(0.12)) return draw.pick(FAILURES_IN_ENGLISH);
  return joined(draw, [BEFORE, WHO, THING, STATE, BEHIND]).replace('%', draw.digits(4));
}

/** What stands behind a name in the title of a talk. */
export const BEHIND_NAMES = [
  '（休息中）',
  '(12)',
  ' ›',
  ' ▾',
  '【官方】',
  ' · 在线',
  '的小店',
  ' 官方客服',
  '(企业)',
  ' V',
];
