import { buttons, type Cell, type Page, picture, rowsOf } from './apart-page.ts';
import { goodsOf, notice, quantityOf, siteName } from './apart-parts.ts';
import { esc, playing } from './layout-parts.ts';

/** The head of a site with its name and where it leads. */
export function siteHead(page: Page, width: number): string {
  const name = siteName(page) || esc(page.context.draw.pick(['自助下单系统', '商品中心', '个人发卡']));
  const links = page.context.draw.some(['首页', '查询订单', '商品分类', '联系客服', '用户登录', '文章公告'], 4);
  return `<div style="display:flex;justify-content:space-between;align-items:center;padding:22px 28px;border-bottom:1px solid #eee;width:${width - 56}px"><span style="font-size:${page.size + 2}px;font-weight:bold">${name}</span><span style="font-size:${page.size - 8}px;color:#555">${links.join('&nbsp;&nbsp;&nbsp;&nbsp;')}</span></div>`;
}
const siteFoot = (page: Page): string =>
  page.context.draw.chance(0.5)
    ? `<div style="text-align:center;font-size:20px;color:#aaa;margin:50px 20px">© 2026 ${siteName(page)} ${page.context.draw.pick(['All rights reserved', '浙ICP备2022013388号', ''])}</div>`
    : '';
const contact = (page: Page): Cell =>
  page.aside(
    page.context.draw.pick(['联系QQ', '联系方式', '邮箱', '查询密码']),
    page.context.draw.pick([
      page.context.draw.digits(9),
      `${page.context.draw.digits(8)}@qq.com`,
      `1${page.context.draw.digits(10)}`,
    ]),
  );
const codeBox = (page: Page): string => {
  const { card } = page.context.deal;
  if (!card) return '';
  const { draw } = page.context;
  return `<div style="${page.css()}"><div style="font-weight:bold">${page.label('cardCode', draw.pick(['卡密', '卡密信息']))}</div><div style="margin-top:12px;border:1px solid #cfd8e3;background:#f6faff;border-radius:8px;padding:20px;font-family:monospace;overflow-wrap:anywhere">${page.say('cardCode', card)}</div><div style="text-align:center;margin-top:12px;font-size:${page.size - 4}px"><span style="background:#1e9fff;color:#fff;padding:8px 30px;border-radius:6px">${draw.pick(['复制卡密', '一键复制', '导出卡密'])}</span></div></div>`;
};
const seller = (page: Page): Cell[] =>
  page.context.draw.chance(0.6)
    ? [
        page.cell(
          'merchant',
          page.context.draw.pick(['商家', '卖家', '店铺名称']),
          page.say('merchant', page.context.deal.shop),
        ),
      ]
    : [];

/** What shops of cards show on a phone and on a screen. */
export const CARD_SHOPS = {
  cardShopQuery: (page) => {
    const { draw, deal } = page.context;
    const cells = [
      page.orderNo('订单号'),
      page.cell('product', '商品名称', page.say('product', deal.product)),
      page.cell('quantity', '购买数量', quantityOf(page)),
      page.cell('amount', draw.pick(['支付金额', '订单金额', '总价']), page.paid()),
      page.paidBy('支付方式', draw.pick(['支付宝', '微信扫码', '支付宝当面付', 'QQ钱包'])),
      page.cell('orderedAt', draw.pick(['下单时间', '创建时间']), page.time('orderedAt')),
      ...seller(page),
      contact(page),
      page.aside('订单状态', draw.pick(['已完成', '已支付', '交易完成', '待处理'])),
    ];
    return (
      siteHead(page, 720) +
      notice(page) +
      rowsOf(page, cells, draw.pick(['colon', 'boxes', 'ends', 'left'])) +
      codeBox(page) +
      siteFoot(page)
    );
  },
  cardShopPaid: (page) => {
    const { draw, deal } = page.context;
    return (
      `<div style="margin:50px auto 20px;width:96px;height:96px;border-radius:50%;background:#19be6b"></div>` +
      `<div style="text-align:center;font-size:${page.size + 6}px">${draw.pick(['付款成功，卡密已发送', '恭喜您，支付成功！', '购买成功，请查收'])}</div>` +
      goodsOf(page, 'names') +
      rowsOf(
        page,
        [
          page.orderNo('订单号'),
          page.cell('quantity', '数量', `${quantityOf(page)}${draw.pick(['', ' 张', '件'])}`),
          page.cell('amount', draw.pick(['合计', '应付金额', '实付金额']), page.paid()),
          ...(deal.account ? page.account('充值账号') : []),
          page.cell('paidAt', '支付时间', page.time('paidAt')),
        ],
        draw.pick(['ends', 'colon']),
      ) +
      codeBox(page) +
      `<div style="${page.css('color:#999;line-height:1.7')}">温馨提示：<br>1、请在24小时内使用，逾期不予处理<br>2、使用前请阅读商品说明</div>` +
      (draw.chance(0.5)
        ? `<div style="${page.css('color:#666')}">${page.label('merchant', '商家')}：${page.say('merchant', deal.shop)}&nbsp;&nbsp;客服QQ：${draw.digits(9)}</div>`
        : '') +
      siteFoot(page)
    );
  },
  // Found by its number: a table with a head, the code in a line of its own below it.
  cardShopTable: (page) => {
    const { draw, deal } = page.context;
    const cells = [
      page.orderNo('订单编号'),
      page.cell('product', '商品名称', page.say('product', deal.product)),
      page.cell('quantity', '数量', quantityOf(page)),
      page.cell('amount', draw.pick(['订单金额', '支付金额', '总价']), page.paid()),
      page.paidBy('付款方式', draw.pick(['支付宝', '微信'])),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
      page.aside('状态', draw.pick(['已发货', '已完成', '已支付'])),
    ];
    const widths = [230, 300, 70, 110, 110, 190, 90];
    const row = (of: (cell: Cell) => string, css: string): string =>
      `<tr>${cells.map((cell, i) => `<td style="width:${widths[i]}px;border:1px solid #ebeef5;padding:12px 8px;overflow-wrap:anywhere;${css}">${of(cell)}</td>`).join('')}</tr>`;
    return (
      siteHead(page, 1240) +
      `<div style="margin:20px 30px;font-size:${page.size}px">${draw.pick(['订单查询结果', '查询到以下订单', '我的订单'])}</div>` +
      `<table style="border-collapse:collapse;table-layout:fixed;width:1160px;margin:10px 30px;font-size:${page.size - 9}px;text-align:${draw.pick(['left', 'center'])}">${row(({ label }) => label, 'background:#f5f7fa')}${row(({ value }) => value, '')}</table>` +
      (deal.card ? `<div style="width:1100px">${codeBox(page)}</div>` : '') +
      siteFoot(page)
    );
  },
  // Two columns of a card with the order's words, on a screen.
  cardShopPanel: (page) => {
    const { draw, deal } = page.context;
    const cells = [
      page.orderNo('订单号'),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
      page.cell('product', '商品名称', page.say('product', deal.product)),
      page.cell('quantity', '购买数量', quantityOf(page)),
      page.cell('oldPrice', '商品单价', playing('none', page.money(page.listFen))),
      page.cell('amount', draw.pick(['实付金额', '订单金额']), page.paid()),
      page.paidBy('支付方式', draw.pick(['支付宝', '微信', 'USDT'])),
      ...seller(page),
    ];
    return (
      siteHead(page, 1000) +
      `<div style="margin:24px 40px;width:900px;box-shadow:0 2px 12px #0002;padding:10px 0"><div style="padding:16px 24px;border-bottom:1px solid #eee;font-size:${page.size - 2}px">订单信息</div><div style="display:flex;flex-wrap:wrap">${cells
        .map(
          (cell) =>
            `<div style="width:410px;padding:12px 20px;font-size:${page.size - 7}px;overflow-wrap:anywhere"><span style="color:#777">${cell.label}：</span>${cell.value}</div>`,
        )
        .join('')}</div></div>` +
      (deal.card ? `<div style="width:940px">${codeBox(page)}</div>` : '') +
      siteFoot(page)
    );
  },
} satisfies Record<string, (page: Page) => string>;

/** What buyers of game goods, credit and services see. */
export const TRADES = {
  gameAccount: (page) => {
    const { draw, deal } = page.context;
    return (
      `<div style="${page.css('display:flex;justify-content:space-between;font-size:22px;color:#666')}"><span>${page.label('orderNo', '订单编号')}：${page.say('orderNo', deal.orderNo)}</span><span style="color:#f60">${draw.pick(['交易成功', '待验号', '已换绑', '交易中'])}</span></div>` +
      goodsOf(page, draw.pick(['below', 'small'])) +
      rowsOf(
        page,
        [
          page.aside('游戏区服', draw.pick(['安卓微信', '苹果QQ', '官服', '电信一区/比尔吉沃特'])),
          page.aside('商品类型', draw.pick(['成品号', '游戏账号', '游戏币'])),
          page.cell('merchant', draw.pick(['卖家', '卖家昵称']), page.say('merchant', deal.shop)),
          page.aside('担保客服', draw.pick(['验号员 07', '客服小瑶', '交易员0231'])),
          ...page.account('游戏账号'),
          page.aside('包赔服务', draw.pick(['¥9.90', '已购买', '未购买'])),
          page.cell('amount', draw.pick(['实付金额', '实付款', '合计']), page.paid()),
          page.cell('orderedAt', draw.pick(['下单时间', '创建时间']), page.time('orderedAt')),
          page.cell('paidAt', '支付时间', page.time('paidAt')),
        ],
        draw.pick(['ends', 'left', 'lines']),
        { copy: '复制' },
      ) +
      notice(page, 0.5) +
      buttons(page, draw.some(['联系客服', '申请售后', '查看账号', '确认收货'], 2))
    );
  },
  gameCoins: (page) => {
    const { draw, deal } = page.context;
    const cells = [
      page.orderNo('订单编号'),
      page.aside('交易类型', '寄售交易'),
      page.cell('product', '商品名称', page.say('product', deal.product)),
      page.aside('游戏/区/服', '地下城与勇士/广东区/广东1区'),
      page.cell('oldPrice', '单价', playing('none', page.money(page.listFen))),
      page.cell('quantity', '购买数量', quantityOf(page)),
      page.cell('amount', draw.pick(['总价', '实付金额']), page.paid()),
      page.cell('merchant', draw.pick(['卖家', '店铺名称']), page.say('merchant', deal.shop)),
      page.aside('收货角色', draw.pick(['剑舞*', '小*童'])),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
    ];
    return (
      siteHead(page, 1080) +
      `<div style="display:flex;justify-content:space-around;width:1000px;margin:24px 40px;font-size:20px;color:#f60"><span>付款</span><span>等待发货</span><span>买家收货</span><span>交易成功</span></div>` +
      `<table style="border-collapse:collapse;width:1000px;margin:10px 40px;font-size:${page.size - 8}px">${Array.from(
        { length: Math.ceil(cells.length / 2) },
        (_, i) =>
          `<tr>${cells
            .slice(i * 2, i * 2 + 2)
            .map(
              (cell) =>
                `<td style="width:130px;background:#fafafa;border:1px solid #e8e8e8;padding:12px;text-align:right">${cell.label}：</td><td style="width:340px;border:1px solid #e8e8e8;padding:12px;overflow-wrap:anywhere">${cell.value}</td>`,
            )
            .join('')}</tr>`,
      ).join('')}</table>`
    );
  },
  topUp: (page) => {
    const { draw, deal } = page.context;
    const cells = [
      page.cell('product', draw.pick(['商品名称', '商品']), page.say('product', deal.product)),
      ...page.account(draw.pick(['充值账号', '充值号码'])),
      ...page.code('卡密'),
      page.cell('oldPrice', '面值', playing('none', page.money(page.listFen))),
      page.paidBy(),
      page.orderNo(draw.pick(['订单号', '订单编号'])),
      page.cell('orderedAt', '下单时间', page.time('orderedAt')),
      page.aside(draw.pick(['完成时间', '到账时间']), page.later(draw.int(30, 400))),
      page.cell('merchant', draw.pick(['商家', '商家名称']), page.say('merchant', deal.shop)),
    ];
    return (
      `<div style="text-align:center;padding:40px 0 10px">${picture('width:90px;height:90px;border-radius:50%;margin:0 auto')}<div style="font-size:${page.size}px;color:#777;margin-top:16px">${draw.pick(['充值成功', '充值中', '订单已完成'])}</div><div style="font-size:${page.size + 24}px;font-weight:bold;margin-top:10px">${page.paid()}</div></div>` +
      rowsOf(page, draw.chance(0.5) ? cells : draw.shuffle(cells), draw.pick(['ends', 'lines', 'left']), {
        copy: '复制',
      }) +
      notice(page) +
      buttons(page, ['再充一笔', '联系客服'])
    );
  },
  // Who plays for another: what is to be done, what is held as a deposit, what was paid.
  playForMe: (page) => {
    const { draw, deal } = page.context;
    return (
      goodsOf(page, 'names') +
      rowsOf(
        page,
        [
          page.aside('任务要求', draw.pick(['不限英雄，可观战', '晚10点后可上号', '包胜率'])),
          page.aside('完成时限', `${draw.int(5, 72)}小时`),
          page.aside('安全保证金', page.money(draw.int(10, 50) * 100)),
          page.aside('效率保证金', page.money(draw.int(10, 50) * 100)),
          page.cell('amount', draw.pick(['实付金额', '实付款']), page.paid()),
          ...page.account('游戏账号'),
          page.cell('merchant', '店铺', page.say('merchant', deal.shop)),
          page.orderNo('订单号'),
          page.cell('orderedAt', '下单时间', page.time('orderedAt')),
          page.cell('paidAt', '付款时间', page.time('paidAt')),
        ],
        draw.pick(['stack', 'ends', 'colon']),
      ) +
      buttons(page, ['联系打手', '取消任务'])
    );
  },
} satisfies Record<string, (page: Page) => string>;
