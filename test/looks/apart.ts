import { APART_GOODS } from './apart-goods.ts';
import { APART_LABELS, APART_OTHERS } from './apart-labels.ts';
import { APART_BILLS, APART_CHATS, APART_FAILURES, APART_ORDERS, APART_TOPS } from './apart-names.ts';
import { APART_SAID } from './apart-said.ts';
import { listed } from './sealed-labels.ts';
import type { Words } from './words.ts';

/**
 * Whole pages, each drawn after one that buyers in China see, not rows put into a layout by chance: of its labels about
 * seven of ten are everyday ones (`everyday.ts`), which learning sets have as well, the rest are of this set alone. Names,
 * goods, sentences and pages are of this set alone, but for the titles and states that stand everywhere. Written by
 * somebody who had opened no rule of reading. It measured until its mistakes were looked at; it is to learn from since.
 */
export const APART: Words = {
  layouts: [],
  whole: {
    orders: APART_ORDERS,
    bills: APART_BILLS,
    tops: APART_TOPS,
    chats: APART_CHATS,
    failures: APART_FAILURES,
  },
  labels: APART_LABELS,
  others: APART_OTHERS,
  ...APART_GOODS,
  ...APART_SAID,
  orderTitles: listed(`
    我买的卡密|购买详情页|账号交易详情|充值结果|订单号查询|买家订单|本单详情|权益订单`),
  states: listed(`
    待卖家发卡|货已发出|等您收货|已完成交易啦|充值处理中…|交易顺利完成|订单处理完毕`),
  banners: listed(`
    请在收到卡密后尽快使用，过期不补|虚拟商品非质量问题不退不换|请勿相信任何以退款为由的电话|交易全程请在本站完成
    付款后自动发货，请勿关闭页面|如遇问题请在48小时内联系售后|本站仅提供自动发卡服务，商品由商家提供|购买前请仔细阅读商品说明
    官方客服不会以任何理由索要密码|如商家要求线下转账请拒绝|账号类商品请及时修改密码|节假日客服回复较慢，敬请谅解`),
  buttons: listed(`
    再来一单呀|找客服帮忙|查看卡密内容|我要退货款`),
  voucherTitles: listed(`
    账单明细信息|这笔支出|动账明细|消费详情`),
  headers: ['%-查单页', '%|卡密查询', '订单 · %'],
  footers: listed(`
      © 2026 % 保留一切权利|% 客服在线时间 9:00-23:00`),
  dialogTitles: listed(`
    操作失败了|激活遇到问题|消息提示`),
  dialogButtons: listed(`
    好，知道了|换一个兑换码|联系官方客服|返回首页看看|稍后再来`),
  failurePages: listed(`
    CDK兑换|卡密使用|充值明细|会员兑换页|福利中心`),
};
