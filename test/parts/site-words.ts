import type { Draw } from '../looks/draw.ts';
import { joined } from './wide-words.ts';

const OF_SITES = [
  [
    '',
    '',
    '我的',
    '全部',
    '购买',
    '交易',
    '查单',
    '订单',
    '买家',
    '个人',
    '会员',
    '客户',
    '帮助',
    '自助',
    '官方',
    '充值',
  ],
  [
    '订单',
    '中心',
    '记录',
    '详情',
    '服务',
    '平台',
    '首页',
    '商城',
    '入口',
    'App',
    '小程序',
    '页面',
    '频道',
    '账单',
    '助手',
  ],
] as const;
const BESIDE = ['', '', ' ', '·', '-', ' - ', '｜', ' | ', '：', ' · ', '»', '/', '丨', '—'];
const BEFORE_SITES = [
  '欢迎使用',
  '来自',
  '感谢选择',
  '前往',
  '返回',
  '本单来自',
  '您正在',
  '在',
  'From ',
  'Hi, ',
  'Home of ',
];
const SITES_IN_ENGLISH = ['Store', 'Shop', 'My orders', 'Help', 'Account', 'Purchases', 'Mall', 'Support', 'Checkout'];
const BEFORE_FOOTERS = [
  '',
  '© ',
  '© 2026 ',
  'Copyright ',
  '由',
  '技术支持 ',
  '本服务由',
  '以上内容由',
  '出品：',
  'by ',
  '',
];
const BEHIND_FOOTERS = [
  '',
  '提供',
  '运营',
  '支持',
  '出品',
  '保障服务',
  '官网',
  '客服',
  ' Inc.',
  ' Ltd.',
  '网络',
  '版权',
  '生成',
];

/** Where a page says whose it is, put together anew; `%` stands for the platform. */
export function headerWords(draw: Draw): string {
  const thing = draw.chance(0.2) ? draw.pick(SITES_IN_ENGLISH) : joined(draw, OF_SITES);
  if (draw.chance(0.2)) return `${draw.pick(BEFORE_SITES)}%`;
  const beside = draw.pick(BESIDE);
  return draw.chance(0.65) ? `%${beside}${thing}` : `${thing}${beside === '' ? ' ' : beside}%`;
}

/** The same at its foot. */
export const footerWords = (draw: Draw): string => `${draw.pick(BEFORE_FOOTERS)}%${draw.pick(BEHIND_FOOTERS)}`;
