/** Tops of pages in the set `veiled`, and how goods stand on them with their picture. */
export const VEILED_TOPS = [
  'centreBack',
  'miniProgram',
  'siteHead',
  'redBar',
  'addressed',
  'crumbs',
  'tabbed',
] as const;
export type VeiledTop = (typeof VEILED_TOPS)[number];
export const VEILED_GOODS = ['mall', 'second', 'cardShop', 'bare'] as const;
export type VeiledGoods = (typeof VEILED_GOODS)[number];

export const isVeiledTop = (top: string): top is VeiledTop => (VEILED_TOPS as readonly string[]).includes(top);

const chevron =
  '<span style="display:inline-block;width:18px;height:18px;border-left:4px solid currentColor;border-bottom:4px solid currentColor;transform:rotate(45deg)"></span>';
const between = (left: string, right: string, css: string): string =>
  `<div style="display:flex;justify-content:space-between;align-items:center;${css}"><div>${left}</div><div>${right}</div></div>`;

/** The name of a page as its app or browser shows it. @param title HTML */
export function veiledTopIn(top: VeiledTop, title: string, size: number): string {
  switch (top) {
    case 'centreBack':
      return `<div style="position:relative;text-align:center;padding:22px 0;font-size:${size}px;font-weight:600"><span style="position:absolute;left:34px;top:26px">${chevron}</span>${title}<span style="position:absolute;right:30px;top:20px;letter-spacing:4px">···</span></div>`;
    case 'miniProgram':
      return between(
        `<span style="font-size:${size - 2}px">${title}</span>`,
        '<span style="display:inline-block;border:1px solid #ddd;border-radius:32px;width:150px;height:52px"></span>',
        'padding:20px 24px',
      );
    case 'siteHead':
      return (
        between(
          `<span style="font-size:${size + 2}px;font-weight:bold">${title}</span>`,
          `<span style="font-size:${size - 10}px">登录</span>`,
          'background:#2d8cf0;color:#fff;padding:22px 28px',
        ) +
        `<div style="display:flex;gap:48px;padding:16px 28px;font-size:${size - 8}px;border-bottom:1px solid #eee"><span>首页</span><span>查单</span><span>公告</span><span>联系我们</span></div>`
      );
    case 'redBar':
      return `<div style="background:linear-gradient(90deg,#ff5000,#ff8a00);color:#fff;padding:30px 30px 36px;font-size:${size}px">${chevron}<span style="margin-left:20px">${title}</span></div>`;
    case 'addressed':
      return (
        `<div style="margin:12px 70px;background:#f0f0f0;border-radius:12px;padding:10px 20px;font-size:22px;color:#444;text-align:center">h5.order.example/d?id=88213</div>` +
        `<div style="text-align:center;font-size:${size}px;padding:18px 0;border-bottom:1px solid #eee">${title}</div>`
      );
    case 'crumbs':
      return `<div style="padding:20px 28px;font-size:${size - 6}px;color:#666;background:#f7f7f7">当前位置：${title}</div>`;
    case 'tabbed':
      return (
        `<div style="text-align:center;padding:20px 0 6px;font-size:${size}px">${title}</div>` +
        `<div style="display:flex;justify-content:space-around;padding:12px 0;font-size:${size - 6}px;border-bottom:1px solid #eee"><span>我买的</span><span>我卖的</span><span style="color:#f40">详情</span></div>`
      );
  }
}

export interface GoodsOf {
  /** HTML of its name and its price. */
  name: string;
  price: string;
}

/** What was bought, beside its picture. */
export function goodsIn(form: VeiledGoods, { name, price }: GoodsOf, size: number): string {
  const box = (css: string): string => `<div style="background:#dcdcdc;flex:none;border-radius:10px;${css}"></div>`;
  switch (form) {
    // Two lines of the name, the price at the right of them, how many below it.
    case 'mall':
      return `<div style="display:flex;margin:20px 30px;font-size:${size - 2}px">${box('width:170px;height:170px')}<div style="flex:1;margin:0 20px"><div>${name}</div><div style="font-size:${size - 8}px;color:#999;margin-top:10px">默认规格</div></div><div style="text-align:right;flex:none">${price}<div style="color:#999;font-size:${size - 6}px">x1</div></div></div>`;
    case 'second':
      return `<div style="display:flex;margin:20px 30px;font-size:${size}px;border-bottom:1px solid #f0f0f0;padding-bottom:20px">${box('width:140px;height:140px')}<div style="flex:1;margin-left:20px"><div>${name}</div><div style="margin-top:22px;font-weight:bold">${price}</div></div></div>`;
    case 'cardShop':
      return `<div style="margin:24px 30px;border:1px solid #e5e5e5;border-radius:12px;padding:20px;font-size:${size}px;display:flex;align-items:center">${box('width:90px;height:90px')}<div style="margin-left:20px;flex:1"><div style="font-weight:bold">${name}</div><div style="display:flex;justify-content:space-between;margin-top:12px;font-size:${size - 4}px"><span style="background:#e8f7ee;color:#2a8;padding:0 12px;border-radius:6px">自动发货</span><span style="color:#e43">${price}</span></div></div></div>`;
    case 'bare':
      return `<div style="margin:24px 30px;font-size:${size + 2}px;font-weight:600">${name}</div><div style="display:flex;justify-content:space-between;margin:0 30px 20px;font-size:${size}px;color:#666"><span>×1</span><span style="color:#222">${price}</span></div>`;
  }
}
