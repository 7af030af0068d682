import { grey, type Page, picture, rowsOf } from './apart-page.ts';
import { goodsOf } from './apart-parts.ts';
import { pad } from './forms.ts';
import { esc } from './layout-parts.ts';

interface Other {
  name: string;
  kind: string;
  html: string;
}

/** Several orders below each other, of which none is told to be this one. */
function orders(page: Page): string {
  const { draw, words } = page.context;
  const tabs = ['全部', '待付款', '待发货', '待收货', '退款/售后'];
  const one = (): string =>
    `<div style="margin:20px;border:1px solid #eee;border-radius:14px;padding:18px 20px;font-size:${page.size - 2}px"><div style="display:flex;justify-content:space-between"><span>${esc(draw.pick(words.shops.first) + draw.pick(words.shops.second))}</span><span style="color:#f50">${draw.pick(['交易成功', '待发货', '交易关闭', '退款成功', '待评价'])}</span></div><div style="display:flex;margin-top:16px">${picture('width:120px;height:120px')}<div style="flex:1;margin:0 16px">${esc(draw.pick(words.products))}</div><div>¥${draw.int(3, 300)}.${pad(draw.int(0, 99))}</div></div><div style="text-align:right;margin-top:12px">实付款 ¥${draw.int(3, 300)}.${pad(draw.int(0, 99))}</div></div>`;
  return `<div style="display:flex;justify-content:space-around;font-size:${page.size - 3}px;padding:20px 0">${tabs.map((tab) => `<span>${tab}</span>`).join('')}</div>${one()}${one()}${one()}`;
}

/** A refund that was asked for and is not paid. */
function refund(page: Page): string {
  const { draw, deal } = page.context;
  return (
    `<div style="background:#ff5000;color:#fff;padding:34px ${page.side}px;font-size:${page.size + 6}px">${draw.pick(['商家拒绝了您的退款申请', '等待商家处理退款申请', '退款关闭'])}</div>` +
    goodsOf(page, 'right') +
    rowsOf(
      page,
      [
        page.aside('退款类型', '仅退款'),
        page.aside('退款金额', page.money(deal.fen)),
        page.aside('申请时间', page.later(draw.int(90_000, 300_000))),
        page.aside('退款编号', draw.digits(17)),
        page.aside('申请件数', '1'),
      ],
      'left',
      { copy: '复制' },
    )
  );
}

const RULES = [
  '虚拟商品交易规则',
  '本规则适用于在平台购买虚拟商品的全部用户。',
  '一、商家应在买家付款后按照承诺的时间发货。',
  '二、商家提供的卡密无效或已被使用的，买家可以申请退款。',
  '三、买家应在签收后及时核对商品，发现问题请提交凭证。',
  '四、账号类商品被找回、封禁的，由商家承担相应责任。',
  '五、平台将在收到双方凭证后作出处理。',
];

/** What lies beside the rest in a folder: of no use, or of another kind. */
export function otherPage(page: Page): Other {
  const { draw, words } = page.context;
  switch (draw.pick(['orders', 'refund', 'rules', 'login', 'code'] as const)) {
    case 'orders':
      return { name: 'list', kind: '', html: orders(page) };
    case 'refund':
      return { name: 'refund', kind: 'refund', html: refund(page) };
    case 'rules':
      return {
        name: 'rules',
        kind: 'rule_page',
        html: RULES.map(
          (line, i) =>
            `<div style="${page.css(i === 0 ? `font-size:${page.size + 6}px;font-weight:bold;text-align:center` : 'line-height:1.7')}">${line}</div>`,
        ).join(''),
      };
    case 'login':
      return {
        name: 'login',
        kind: '',
        html: `<div style="margin:280px 0 0">${grey(draw.pick(words.loginFailures), page.size, 'color:#333')}${grey(draw.pick(words.dialogButtons), page.size)}</div>`,
      };
    case 'code':
      return {
        name: 'code',
        kind: '',
        html: `${grey(draw.pick(['请使用支付宝扫码付款', '微信扫码支付', '扫码向我付款']), page.size + 4, 'color:#222')}${picture('width:380px;height:380px;margin:60px auto')}${grey(draw.pick(['订单将在5分钟后关闭', '请勿重复付款', '二维码有效期15分钟']), page.size)}`,
      };
  }
}
