import { picture, type Page } from './apart-page.ts';
import { esc } from './layout-parts.ts';

const VARIANTS = ['默认', '标准', '单件装', '自动发货', '1个', '安卓;QQ区', '套餐一', '30天', '颜色分类:默认', '秒发'];
const LIKED = ['猜你喜欢', '为您推荐', '看了又看', '你可能还想要', '大家都在买', '相似宝贝'];

/** What was bought with its picture, its kind, its price and how many of it. */
export function goodsOf(page: Page, form: 'right' | 'below' | 'small' | 'names' = 'right'): string {
  const { size, context, listFen } = page;
  const { draw, deal } = context;
  const name = page.say('product', deal.product);
  const price = page.money(listFen);
  const times = draw.pick(['×1', 'x1', '×1', '共1件', '']);
  const variant = draw.chance(0.6) ? draw.pick(VARIANTS) : '';
  const promised = draw.chance(0.3) ? draw.pick(['正品好卡', '不支持7天无理由', '先用后付', '官方正品']) : '';
  const small = (text: string): string =>
    text === '' ? '' : `<div style="font-size:${size - 7}px;color:#999;margin-top:8px">${esc(text)}</div>`;
  switch (form) {
    case 'right':
      return `<div style="${page.css('display:flex')}">${picture('width:160px;height:160px;border-radius:12px')}<div style="flex:1;margin:0 18px;font-size:${size - 2}px">${name}${small(variant)}${small(promised)}</div><div style="flex:none;text-align:right;font-size:${size - 2}px">${price}${small(times)}</div></div>`;
    case 'below':
      return `<div style="${page.css('display:flex')}">${picture('width:140px;height:140px;border-radius:8px')}<div style="flex:1;margin-left:20px"><div>${name}</div>${small(variant)}<div style="display:flex;justify-content:space-between;margin-top:16px"><span style="color:#e1251b">${price}</span><span style="color:#999">${times}</span></div></div></div>`;
    case 'small':
      return `<div style="${page.css('display:flex;align-items:center;background:#f8f8f8;border-radius:14px;padding:16px')}">${picture('width:88px;height:88px;border-radius:50%')}<div style="flex:1;margin-left:18px"><div style="font-weight:600">${name}</div>${small(promised || variant)}</div><div style="margin-left:14px">${price}</div></div>`;
    case 'names':
      return `<div style="${page.css()}"><div style="font-size:${size + 2}px;font-weight:bold">${name}</div>${small(variant)}<div style="color:#f50;font-size:${size + 2}px;margin-top:10px">${price}</div></div>`;
  }
}

/** Other goods below, of no meaning for the dispute. */
export function recommended(page: Page, count = page.context.draw.pick([0, 2, 4, 6])): string {
  const { draw, words, deal } = page.context;
  if (count === 0) return '';
  const others = draw.some(
    words.products.filter((one) => one !== deal.product),
    count,
  );
  const cards = others.map(
    (one) =>
      `<div style="width:46%;margin:10px 2%;font-size:${page.size - 5}px">${picture('height:250px;border-radius:12px')}<div style="margin-top:8px">${esc(one)}</div><div style="color:#f40;margin-top:6px">¥<span style="font-size:${page.size}px">${draw.int(3, 260)}</span>.${draw.digits(1)}${draw.int(0, 9)}<span style="font-size:${page.size - 9}px;color:#aaa;margin-left:14px">${draw.int(2, 900)}人付款</span></div></div>`,
  );
  return `<div style="text-align:center;font-size:${page.size}px;margin:36px 0 14px">${draw.pick(LIKED)}</div><div style="display:flex;flex-wrap:wrap">${cards.join('')}</div>`;
}

/** What was asked, what was taken off. The sum that was paid is the page's own to show. */
export function reckoning(page: Page): { label: string; value: string }[] {
  const { draw, deal } = page.context;
  const off = page.listFen - deal.fen;
  return [
    { label: page.label('oldPrice', draw.pick(['商品总价', '商品金额', '原价'])), value: page.money(page.listFen) },
    ...(draw.chance(0.6) ? [{ label: '运费', value: page.money(0) }] : []),
    ...(off > 0
      ? [{ label: draw.pick(['店铺优惠', '优惠券', '红包', '平台立减']), value: `-${page.money(off)}` }]
      : []),
  ];
}

/** The shop above its goods. */
export function shopLine(page: Page, behind: string): string {
  const { draw, deal } = page.context;
  const face = draw.chance(0.6)
    ? `<span style="display:inline-block;width:36px;height:36px;border-radius:8px;background:#f7c08a;margin-right:14px;vertical-align:middle"></span>`
    : '';
  const mark = draw.chance(0.25)
    ? `<span style="background:#e33;color:#fff;font-size:${page.size - 10}px;padding:2px 8px;border-radius:6px;margin-right:12px">${draw.pick(['旗舰', '企业', '店铺'])}</span>`
    : '';
  return `<div style="${page.css('display:flex;justify-content:space-between')}"><div>${face}${mark}${page.say('merchant', deal.shop)}<span style="color:#999"> ${behind}</span></div><div style="color:#888;font-size:${page.size - 4}px">${draw.pick(['联系客服', '进店', '', '关注', ''])}</div></div>`;
}

/** The name of a site or a mini program as it stands above its pages. */
export const siteName = (page: Page, behind = ''): string => {
  const { platform } = page.context.deal;
  return platform ? `${page.say('platform', platform)}${esc(behind)}` : '';
};

export const state = (page: Page, words: readonly string[], css = ''): string =>
  `<div style="${page.css(`font-size:${page.size + 8}px;font-weight:bold;${css}`)}">${esc(page.context.draw.pick(words))}</div>`;
export const notice = (page: Page, share = 0.35): string =>
  page.context.draw.chance(share)
    ? `<div style="${page.css(`font-size:${page.size - 6}px;color:#a76a00;background:#fff8e8;padding:12px 16px`)}">${esc(page.context.draw.pick(page.context.words.banners))}</div>`
    : '';
export const quantityOf = (page: Page): string => page.say('quantity', '1');
