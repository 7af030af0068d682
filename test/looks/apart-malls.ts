import { buttons, type Cell, gapBar, type Page, rowsOf } from './apart-page.ts';
import { goodsOf, notice, quantityOf, reckoning, recommended, shopLine, state } from './apart-parts.ts';
import { playing } from './layout-parts.ts';

const DONE = ['交易成功', '卖家已发货', '待收货', '已完成', '等待买家确认收货', '已发货', '待评价'];
const sums = (page: Page): Cell[] =>
  reckoning(page).map(({ label, value }) => page.aside(label.replace(/<[^>]*>/g, ''), value));
const total = (page: Page, usual: '实付款' | '实付' | '合计'): string =>
  `<div style="${page.css('text-align:right')}"><span>${page.label('amount', usual)}</span><span style="color:#f40;font-size:${page.size + 6}px;margin-left:10px">${page.paid()}</span></div>`;
const card = (inner: string): string =>
  `<div style="margin:18px;background:#fff;border-radius:18px;border:1px solid #eee;padding:8px 0">${inner}</div>`;
const head = (page: Page, title: string): string =>
  `<div style="${page.css(`font-weight:bold;font-size:${page.size}px`)}">${title}</div>`;

/** Order pages of the big malls and of the shops in their mini programs. */
export const MALLS = {
  // State, shop with an arrow, goods, sums, then what the order is in grey letters with words to copy it.
  mallDetail: (page) => {
    const { draw } = page.context;
    const cells = [
      page.orderNo(),
      ...(draw.chance(0.5)
        ? [page.cell('tradeNo', '支付宝交易号', page.say('tradeNo', page.context.deal.tradeNo))]
        : []),
      page.aside('交易快照', '发生交易争议时，可作为判断依据'),
      page.cell('orderedAt', '创建时间', page.time('orderedAt')),
      page.cell('paidAt', '付款时间', page.time('paidAt')),
      page.aside('发货时间', page.later(draw.int(20, 4000))),
      ...(draw.chance(0.5) ? [page.aside('成交时间', page.later(draw.int(90_000, 800_000)))] : []),
    ];
    return (
      state(page, DONE) +
      notice(page, 0.25) +
      gapBar +
      shopLine(page, draw.pick(['&gt;', '›', ''])) +
      goodsOf(page, 'right') +
      buttons(page, draw.some(['申请售后', '加入购物车', '退换'], 2)) +
      rowsOf(page, sums(page), 'ends') +
      total(page, '实付款') +
      gapBar +
      head(page, '订单信息') +
      rowsOf(page, cells, 'left', { copy: draw.pick(['复制', '| 复制']) }) +
      (draw.chance(0.4) ? `<div style="${page.css('text-align:center;color:#999')}">收起</div>` : '') +
      buttons(page, draw.some(['删除订单', '查看物流', '评价', '再买一单'], 3)) +
      recommended(page)
    );
  },
  groupDetail: (page) => {
    const { draw } = page.context;
    const cells = [
      page.orderNo('订单编号'),
      page.aside('商品快照', '查看'),
      page.paidBy('支付方式'),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
      page.aside('拼单时间', page.later(draw.int(3, 900))),
      page.aside('发货时间', page.later(draw.int(950, 9000))),
    ];
    return (
      state(page, ['拼单成功，待发货', '待收货', '交易已完成', '商品待评价'], 'color:#e02e24') +
      notice(page) +
      shopLine(page, '&gt;') +
      goodsOf(page, 'below') +
      `<div style="${page.css('text-align:right')}">${page.label('amount', '实付')}: <span style="font-size:${page.size + 4}px">${page.paid()}</span>${draw.pick([' (免运费)', '', ' (免运费)'])}</div>` +
      buttons(page, draw.some(['联系商家', '申请退款', '更多', '再次拼单'], 2)) +
      gapBar +
      rowsOf(page, cells, 'colon', { copy: '复制', grey: '#58595b' }) +
      recommended(page)
    );
  },
  expressMall: (page) => {
    const { draw } = page.context;
    const own = [
      page.orderNo('订单编号'),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
      page.paidBy('支付方式', draw.pick(['在线支付', '微信支付', '组合支付'])),
      page.cell('paidAt', '支付时间', page.time('paidAt')),
      page.aside('配送方式', draw.pick(['虚拟商品，无需配送', '电子凭证'])),
      page.aside('期望送达时间', '工作日、双休日与假日均可'),
    ].slice(0, draw.int(4, 6));
    return (
      state(page, ['完成', '等待收货', '充值成功', '订单已完成']) +
      card(shopLine(page, '&gt;') + goodsOf(page, 'right') + buttons(page, ['申请售后'])) +
      card(rowsOf(page, own, 'ends', { copy: '复制' })) +
      card(rowsOf(page, sums(page), 'ends') + total(page, '实付款')) +
      recommended(page)
    );
  },
  // The sum beside the goods, and below it what has been unfolded.
  videoMall: (page) => {
    const { draw } = page.context;
    const cells = [
      page.cell('merchant', '店铺名称', page.say('merchant', page.context.deal.shop)),
      page.orderNo('订单编号'),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
      page.cell('paidAt', '付款时间', page.time('paidAt')),
      page.paidBy('付款方式'),
      ...page.asides(1),
    ];
    return (
      state(page, ['订单已完成', '已发货', '商品已签收']) +
      card(
        goodsOf(page, 'right') +
          rowsOf(page, sums(page), 'ends', { small: 4 }) +
          total(page, draw.pick(['实付款', '实付', '合计'])),
      ) +
      card(
        head(page, draw.pick(['订单信息', '订单详情'])) +
          rowsOf(page, cells, draw.pick(['left', 'ends']), { copy: '复制', arrow: new Set(['merchant']) }),
      ) +
      recommended(page)
    );
  },
  miniShop: (page) => {
    const { draw } = page.context;
    const cells = [
      page.orderNo(draw.pick(['订单编号', '订单号'])),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
      page.paidBy('支付方式', '微信支付'),
      ...page.account(),
      ...page.code('卡密'),
      ...page.asides(2),
    ];
    return (
      `<div style="background:#07c160;color:#fff;padding:30px ${page.side}px;font-size:${page.size + 6}px">${draw.pick(['已发货', '已完成', '待收货'])}<div style="font-size:${page.size - 5}px;margin-top:8px">感谢您的购买，期待再次光临</div></div>` +
      card(shopLine(page, '') + goodsOf(page, draw.pick(['right', 'below']))) +
      card(rowsOf(page, cells, 'ends', { copy: '复制' })) +
      card(rowsOf(page, sums(page), 'ends') + total(page, draw.pick(['实付款', '合计'])))
    );
  },
  secondHandSold: (page) => {
    const { draw, deal } = page.context;
    const cells = [
      page.orderNo('订单编号'),
      ...(draw.chance(0.6) ? [page.cell('tradeNo', '支付宝交易号', page.say('tradeNo', deal.tradeNo))] : []),
      page.cell('orderedAt', draw.pick(['拍下时间', '创建时间']), page.time('orderedAt')),
      page.cell('paidAt', '付款时间', page.time('paidAt')),
      page.aside('发货时间', page.later(draw.int(60, 40_000))),
      page.cell('merchant', '卖家昵称', page.say('merchant', deal.shop)),
    ];
    return (
      state(page, ['交易成功', '卖家已发货，请确认收货', '等待见面交易'], 'background:#ffe60f;padding:24px') +
      goodsOf(page, 'below') +
      `<div style="${page.css('display:flex;justify-content:space-between')}"><span>${page.label('amount', '实付款')}</span><span style="color:#f40">${page.paid()}</span></div>` +
      gapBar +
      rowsOf(page, draw.chance(0.5) ? cells : draw.shuffle(cells), draw.pick(['left', 'ends']), {
        copy: '复制',
        arrow: new Set(['merchant']),
      }) +
      buttons(page, draw.some(['联系卖家', '申请退款', '查看钱款', '去评价'], 3)) +
      recommended(page)
    );
  },
  // A voucher: whose shop it may be used in is not asked, the codes stand above.
  couponOrder: (page) => {
    const { draw } = page.context;
    const cells = [
      page.orderNo('订单号'),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
      page.cell('quantity', '数量', quantityOf(page)),
      page.aside('手机号码', `1${draw.digits(2)}****${draw.digits(4)}`),
      page.cell('amount', draw.pick(['总价', '实付金额', '实付款']), page.paid()),
    ];
    return (
      goodsOf(page, 'below') +
      notice(page) +
      card(
        head(page, draw.pick(['券码信息', '我的券'])) +
          rowsOf(page, [page.aside('有效期至', '2027-02-28 23:59'), ...page.code('券码')], 'ends') +
          rowsOf(page, page.account('账号'), 'ends'),
      ) +
      card(head(page, '商家信息') + shopLine(page, '&gt;')) +
      card(head(page, '订单信息') + rowsOf(page, cells, 'left', { copy: '复制' })) +
      buttons(page, ['申请退款', '再来一单'])
    );
  },
  membership: (page) => {
    const { draw, deal } = page.context;
    const cells = [
      page.cell('product', '商品名称', page.say('product', deal.product)),
      ...page.account('账号'),
      page.cell('amount', draw.pick(['实付金额', '支付金额', '订单金额']), page.paid()),
      page.cell('oldPrice', '原价', playing('none', page.money(page.listFen))),
      page.paidBy(),
      page.cell('paidAt', '支付时间', page.time('paidAt')),
      page.orderNo('订单号'),
      ...page.code('兑换码'),
      page.aside('有效期', '2026-12-31'),
      page.aside('自动续费', '未开通'),
    ];
    return (
      state(page, ['开通成功', '购买成功', '已完成'], 'text-align:center') +
      (draw.chance(0.7) ? shopLine(page, '') : '') +
      rowsOf(page, draw.chance(0.6) ? cells : draw.shuffle(cells), draw.pick(['ends', 'lines', 'stack']), {
        copy: '复制',
      }) +
      notice(page) +
      buttons(page, ['查看权益', '返回首页'])
    );
  },
} satisfies Record<string, (page: Page) => string>;
