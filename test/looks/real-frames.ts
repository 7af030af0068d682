import type { GoodsOf } from './veiled-frames.ts';

/** How malls, mini shops and places where accounts are traded set goods, and what they set above and below an order. */
export const REAL_GOODS = [
  'bigMall',
  'kindInGrey',
  'groupBuying',
  'secondHands',
  'videoMall',
  'accountTrade',
  'totalBelow',
  'lineOfReceipt',
  'webTable',
] as const;
export type RealGoods = (typeof REAL_GOODS)[number];
export const isRealGoods = (form: string): form is RealGoods => (REAL_GOODS as readonly string[]).includes(form);

export const REAL_TOPS = ['browserTab', 'brandAndLinks', 'stateOnColour'] as const;
export type RealTop = (typeof REAL_TOPS)[number];
export const isRealTop = (top: string): top is RealTop => (REAL_TOPS as readonly string[]).includes(top);

const picture = (side: number): string =>
  `<div style="background:#e0e0e0;flex:none;border-radius:8px;width:${side}px;height:${side}px"></div>`;
const ends = (left: string, right: string, css = ''): string =>
  `<div style="display:flex;justify-content:space-between;${css}"><span>${left}</span><span>${right}</span></div>`;

/** @param name HTML */
export function realGoodsIn(form: RealGoods, { name, price }: GoodsOf, size: number): string {
  const small = `font-size:${size - 7}px;color:#999`;
  switch (form) {
    // The kind in grey and a promise in a frame under the name, how many under the price.
    case 'bigMall':
      return `<div style="display:flex;margin:20px 30px;font-size:${size - 2}px">${picture(180)}<div style="flex:1;margin:0 18px"><div>${name}</div><div style="${small};margin-top:8px">套餐类型：官方标配</div><div style="font-size:${size - 9}px;color:#f60;margin-top:8px"><span style="border:1px solid #f60;padding:0 6px">极速退款</span> <span style="border:1px solid #f60;padding:0 6px">假一赔四</span></div></div><div style="text-align:right;flex:none">${price}<div style="${small}">x1</div></div></div>`;
    case 'kindInGrey':
      return `<div style="display:flex;margin:24px 30px;font-size:${size - 2}px">${picture(160)}<div style="flex:1;margin-left:20px"><div>${name}</div><div style="${small};margin:10px 0">数量：1件，默认</div>${ends(price, '<span style="border:1px solid #ccc;padding:2px 12px;font-size:20px">加购物车</span>')}</div></div>`;
    case 'groupBuying':
      return `<div style="display:flex;margin:20px 30px;font-size:${size - 2}px">${picture(170)}<div style="flex:1;margin-left:18px">${ends(name, price)}${ends('单份装', 'x1', `${small};margin-top:12px`)}<div style="text-align:right;margin-top:24px">实付：${price}（免运费）</div></div></div>`;
    case 'secondHands':
      return `<div style="display:flex;margin:22px 30px;font-size:${size}px">${picture(130)}<div style="flex:1;margin-left:20px"><div>${name}</div><div style="margin-top:20px"><b>${price}</b> <span style="${small};margin-left:16px">包邮</span></div></div></div>`;
    case 'videoMall':
      return `<div style="display:flex;margin:20px 30px;font-size:${size - 2}px">${picture(150)}<div style="flex:1;margin-left:20px">${ends(name, price)}${ends('规格：1份', 'x1', `${small};margin-top:10px`)}<div style="${small};margin-top:10px">七天无理由 · 过期自动退</div></div></div>`;
    // Which game and which side of it in small letters over the name.
    case 'accountTrade':
      return `<div style="margin:24px 30px;font-size:${size - 8}px;color:#888">星海远征 / 安卓一区</div><div style="display:flex;margin:0 30px 24px;font-size:${size}px">${picture(120)}<div style="flex:1;margin-left:20px"><div style="font-weight:bold">${name}</div><div style="${small};margin-top:10px">成品号｜可二次实名</div><div style="color:#e33;margin-top:12px">${price}</div></div></div>`;
    case 'totalBelow':
      return `<div style="display:flex;margin:20px 30px 8px;font-size:${size}px">${picture(110)}<div style="margin-left:20px">${name}</div></div>${ends('共1件', price, `margin:10px 30px 24px;font-size:${size - 3}px`)}`;
    case 'lineOfReceipt':
      return `${ends(name, price, `margin:24px 30px 4px;font-size:${size}px`)}<div style="margin:0 30px 24px;${small}">数字内容</div>`;
    case 'webTable':
      return `<table style="width:640px;margin:20px 30px;font-size:${size - 8}px;border-collapse:collapse;text-align:center"><tr style="background:#f5f5f5"><td style="padding:10px;width:300px">宝贝</td><td>单价</td><td>小计</td></tr><tr><td style="padding:16px 10px;text-align:left">${name}</td><td>${price}</td><td>${price}</td></tr></table>`;
  }
}

/** @param title HTML */
export function realTopIn(top: RealTop, title: string, size: number): string {
  switch (top) {
    case 'browserTab':
      return `<div style="background:#dee1e6;padding:14px 20px 0;font-size:22px"><span style="background:#fff;border-radius:10px 10px 0 0;padding:10px 20px;display:inline-block">${title}<span style="margin-left:30px">×</span></span></div><div style="padding:12px 30px;font-size:20px;color:#555">shop.order.example/detail?no=7781</div>`;
    case 'brandAndLinks':
      return `<div style="display:flex;justify-content:space-between;align-items:center;padding:24px 30px;border-bottom:1px solid #eee"><span style="font-size:${size + 6}px;font-weight:800">${title}</span><span style="display:flex;gap:26px;font-size:${size - 10}px;color:#555"><span>首页</span><span>我的订单</span><span>退出</span></span></div>`;
    case 'stateOnColour':
      return `<div style="background:#3a7afe;color:#fff;padding:40px 30px;font-size:${size + 6}px">${title}</div>`;
  }
}

const card = (name: string, price: string, sold: string): string =>
  `<div style="width:310px;margin-bottom:20px"><div style="background:#ddd;height:200px;border-radius:10px"></div><div style="font-size:24px;margin-top:8px">${name}</div><div style="display:flex;justify-content:space-between;font-size:22px;margin-top:6px"><span style="color:#e43">${price}</span><span style="color:#999">${sold}</span></div></div>`;
/** What else a mall would like to sell: two columns of pictures, names and prices under a line in the middle. */
export const REAL_FEET = ['为你推荐', '猜你喜欢', '看了又看'].map(
  (title, i) =>
    `<div style="text-align:center;font-size:26px;margin:30px 0 16px;color:#666">${title}</div><div style="display:flex;flex-wrap:wrap;justify-content:space-between;margin:0 30px">${card('云杉听书 半年卡', `¥${18 + i}.80`, '300+人付款')}${card('鹿角加速器 周卡', `¥${6 + i}.50`, '2万人付款')}</div>`,
);
