import { type Page, rowsOf } from './apart-page.ts';
import { goodsOf, quantityOf, siteName } from './apart-parts.ts';
import { parts } from './forms.ts';
import { esc, playing } from './layout-parts.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** A day and a time as an English page prints it. */
const english = ([y, m, d, h, min]: string[]): string => `${MONTHS[Number(m) - 1]} ${Number(d)}, ${y} ${h}:${min}`;
const englishShort = ([y, m, d, h, min, s]: string[]): string => `${y}-${m}-${d} ${h}:${min}:${s}`;
const en = (page: Page, words: readonly string[]): string =>
  `<span data-part="label">${page.context.draw.pick(words)}</span>`;
const yuan = (page: Page): string =>
  `${page.context.draw.pick(['CNY ', '¥', 'CN¥'])}${(page.context.deal.fen / 100).toFixed(2)}`;
const line = (page: Page, label: string, value: string, css = ''): string =>
  `<div style="${page.css(`display:flex;justify-content:space-between;font-size:${page.size - 3}px;${css}`)}"><span style="color:#666">${label}</span><span style="max-width:66%;text-align:right;overflow-wrap:anywhere">${value}</span></div>`;
const day = (page: Page): string => parts(page.context.deal.paidAt).slice(0, 3).join('-');

/** The head of a mail: who wrote, to whom, when. */
function mailHead(page: Page, subject: string, from: string): string {
  const [, , , h, min] = parts(page.context.deal.paidAt);
  return (
    `<div style="${page.css(`font-size:${page.size + 4}px;font-weight:bold`)}">${subject}</div>` +
    `<div style="${page.css('font-size:22px;color:#777;border-bottom:1px solid #eee;padding-bottom:14px')}">${from} &lt;noreply@mail.example&gt;<br>${page.context.draw.pick(['发给 我', '收件人：h***@163.com', 'To: me'])}&nbsp;&nbsp;${day(page)} ${h}:${min}</div>`
  );
}

/** Order pages on a screen, and mails that bring what was bought. */
export const WEB = {
  // Goods in a table with a head, sums at its foot, the order's words in a box above.
  mallWeb: (page) => {
    const { draw, deal } = page.context;
    const off = page.listFen - deal.fen;
    const heads = ['宝贝', '单价', '数量', '优惠', '状态'];
    return (
      (deal.platform
        ? `<div style="padding:18px 40px;font-size:${page.size}px;border-bottom:2px solid #f40;width:1000px">${siteName(page)}&nbsp;&nbsp;<span style="font-size:20px;color:#888">${draw.pick(['我的订单', '已买到的宝贝', '订单详情'])}</span></div>`
        : '') +
      `<div style="display:flex;margin:20px 40px;width:1000px;border:1px solid #ddd;font-size:${page.size - 8}px"><div style="width:440px;padding:18px;border-right:1px solid #ddd">${[
        page.orderNo('订单编号'),
        page.cell('merchant', '卖家', page.say('merchant', deal.shop)),
        page.cell('orderedAt', '创建时间', page.time('orderedAt')),
        page.cell('paidAt', '付款时间', page.time('paidAt')),
        page.aside('买家留言', '-'),
      ]
        .map((cell) => `<div style="margin:8px 0">${cell.label}：${cell.value}</div>`)
        .join(
          '',
        )}</div><div style="padding:24px"><div style="font-size:${page.size - 2}px;font-weight:bold">订单状态：${draw.pick(['交易成功', '卖家已发货，等待买家确认'])}</div><div style="margin-top:14px;color:#888">如果没有收到货，您可以申请退款</div></div></div>` +
      `<table style="border-collapse:collapse;width:1000px;margin:10px 40px;font-size:${page.size - 9}px"><tr style="background:#f5f5f5">${heads.map((one) => `<td style="padding:10px;text-align:center">${one}</td>`).join('')}</tr><tr>${[
        page.say('product', deal.product),
        playing('none', (page.listFen / 100).toFixed(2)),
        quantityOf(page),
        off > 0 ? `省 ${(off / 100).toFixed(2)}` : '无',
        '已确认收货',
      ]
        .map(
          (one, i) =>
            `<td style="padding:14px 10px;border-bottom:1px solid #eee;${i === 0 ? 'width:430px' : 'text-align:center'}">${one}</td>`,
        )
        .join('')}</tr></table>` +
      `<div style="width:1000px;margin:10px 40px;text-align:right;font-size:${page.size - 6}px">商品总价：${page.money(page.listFen)}&nbsp;&nbsp;运费：${page.money(0)}&nbsp;&nbsp;${page.label('amount', draw.pick(['实付款', '实付金额']))}：<span style="color:#f40;font-size:${page.size + 2}px">${page.paid()}</span></div>`
    );
  },
  keyMail: (page) => {
    const { draw, deal } = page.context;
    return (
      mailHead(
        page,
        draw.pick(['您购买的商品已发货', '订单支付成功通知', '【卡密】请查收您的商品']),
        page.say('merchant', deal.shop),
      ) +
      `<div style="${page.css('line-height:1.8;overflow-wrap:anywhere')}">${draw.pick(['亲爱的用户，您好：', '尊敬的客户：', '您好！'])}<br>您于${page.time('orderedAt')}购买的“${page.say('product', deal.product)}”已经支付成功。</div>` +
      rowsOf(
        page,
        [
          page.orderNo('订单号'),
          page.cell('amount', draw.pick(['实付金额', '支付金额']), page.paid()),
          ...page.code('激活码'),
          ...page.account('账号'),
        ],
        draw.pick(['colon', 'boxes', 'left']),
      ) +
      `<div style="${page.css('color:#999;font-size:22px')}">此为系统邮件，请勿直接回复。如有疑问请联系在线客服。</div>`
    );
  },
  keyMailEnglish: (page) => {
    const { draw, deal } = page.context;
    const name = page.say('merchant', deal.shop);
    return (
      mailHead(
        page,
        draw.pick(['Your order is complete', 'Thanks for your purchase!', 'Receipt for your order']),
        name,
      ) +
      `<div style="${page.css()}">Hi there,<br>${draw.pick(['Thank you for shopping with us. Here are the details of your order.', 'Your payment was received. Please find your order below.'])}</div>` +
      line(page, en(page, ['Order number', 'Order ID', 'Order #']), page.say('orderNo', deal.orderNo)) +
      line(
        page,
        en(page, ['Order date', 'Date', 'Placed on']),
        page.time('orderedAt', draw.pick([english, englishShort])),
      ) +
      line(page, en(page, ['Item', 'Product', 'Your item']), page.say('product', deal.product)) +
      (page.listFen > deal.fen
        ? line(page, 'Subtotal', (page.listFen / 100).toFixed(2)) +
          line(page, 'Discount', `-${((page.listFen - deal.fen) / 100).toFixed(2)}`)
        : '') +
      line(
        page,
        en(page, ['Total', 'Total paid', 'Amount paid', 'Order total']),
        page.paid(yuan(page)),
        'font-weight:bold',
      ) +
      (deal.card
        ? line(
            page,
            en(page, ['Activation key', 'Your key', 'License key', 'Redeem code']),
            page.say('cardCode', deal.card),
          )
        : '') +
      (deal.account
        ? line(page, en(page, ['Account', 'Account ID', 'Delivered to']), page.say('account', deal.account))
        : '') +
      `<div style="${page.css('color:#999;font-size:21px')}">Need help? Reply to this email or visit our help center.</div>`
    );
  },
  storeEnglish: (page) => {
    const { draw, deal } = page.context;
    return (
      `<div style="${page.css(`font-size:${page.size + 8}px;font-weight:bold`)}">${draw.pick(['Order details', 'Purchase details', 'Order summary'])}</div>` +
      (deal.platform
        ? `<div style="${page.css('color:#888')}">${siteName(page, draw.pick([' Store', '', ' – My orders']))}</div>`
        : '') +
      goodsOf(page, 'right') +
      line(page, en(page, ['Order ID', 'Order no.']), page.say('orderNo', deal.orderNo)) +
      line(page, en(page, ['Purchased', 'Order date']), page.time('orderedAt', english)) +
      line(page, en(page, ['Seller', 'Sold by', 'Store']), page.say('merchant', deal.shop)) +
      line(page, en(page, ['Payment method', 'Paid with']), draw.pick(['Alipay', 'WeChat Pay', 'Visa •••• 4417'])) +
      line(
        page,
        en(page, ['Total', 'Grand total', 'You paid']),
        page.paid(yuan(page)),
        'border-top:1px solid #ddd;padding-top:14px',
      ) +
      `<div style="${page.css('text-align:center')}"><span style="border:1px solid #888;border-radius:8px;padding:10px 40px">${esc(draw.pick(['Get help', 'Contact seller', 'Report a problem']))}</span></div>`
    );
  },
} satisfies Record<string, (page: Page) => string>;
