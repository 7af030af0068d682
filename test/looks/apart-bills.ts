import { between, chevron, DASHED, gapBar, grey, IN_WORDS, type Page, picture, rowsOf } from './apart-page.ts';
import { parts } from './forms.ts';
import { esc, playing } from './layout-parts.ts';

/** Who stands on the bill: the shop, its company, a person whose name is half hidden. */
function paidTo(page: Page): string {
  const { draw, deal } = page.context;
  return draw.pick([
    deal.shop,
    deal.shop,
    deal.company,
    deal.company,
    `*${draw.pick(['晓燕', '建国', '志强', '丽', '伟'])}`,
  ]);
}
const yuan = (page: Page): string => (page.context.deal.fen / 100).toFixed(2);
/** The sum in large letters. */
const large = (page: Page, css = ''): string =>
  `<div style="text-align:center;font-size:${page.size + 26}px;font-weight:600;margin:14px 0;${css}">${page.paid(page.context.draw.pick([`-${yuan(page)}`, `-${yuan(page)}`, `￥${yuan(page)}`, `¥${yuan(page)}`]))}</div>`;
const named = (page: Page, name: string): string =>
  `<div style="text-align:center;margin:34px 30px 0;font-size:${page.size + 2}px">${picture('width:88px;height:88px;border-radius:50%;margin:0 auto 16px')}${page.payee(name)}</div>`;
const goods = (page: Page): string => page.say('product', page.context.deal.product);
const ofShop = (page: Page): string => {
  const { draw, deal } = page.context;
  return page.say('merchantOrderNo', draw.chance(0.5) ? deal.orderNo : deal.tillNo);
};

/** Bills of wallets and banks, and what tells of a payment. */
export const BILLS = {
  greenBill: (page) => {
    const { draw } = page.context;
    const name = paidTo(page);
    page.how = draw.pick([IN_WORDS, DASHED]);
    return (
      named(page, name) +
      large(page) +
      rowsOf(
        page,
        [
          page.aside('当前状态', draw.pick(['支付成功', '支付成功', '对方已收钱'])),
          page.cell('paidAt', '支付时间', page.time('paidAt')),
          ...(draw.chance(0.7) ? [page.cell('product', '商品', goods(page))] : []),
          ...(draw.chance(0.6) ? [page.cell('payee', '商户全称', page.payee(name))] : []),
          page.aside('收单机构', '财付通支付科技有限公司'),
          page.paidBy('支付方式'),
          page.cell('tradeNo', '交易单号', page.say('tradeNo', page.context.deal.tradeNo)),
          page.cell('merchantOrderNo', '商户单号', ofShop(page)),
        ],
        'left',
      ) +
      `<div style="${page.css('border-top:1px solid #eee;padding-top:20px')}">账单服务<div style="font-size:${page.size - 4}px;color:#666;margin-top:14px">对订单有疑惑&nbsp;&nbsp;&nbsp;&nbsp;发起群收款&nbsp;&nbsp;&nbsp;&nbsp;在此商户的交易</div></div>`
    );
  },
  blueBill: (page) => {
    const { draw } = page.context;
    const name = paidTo(page);
    page.how = DASHED;
    return (
      named(page, name) +
      large(page) +
      grey('交易成功', page.size - 4) +
      rowsOf(
        page,
        [
          page.cell('paidAt', '支付时间', page.time('paidAt')),
          page.paidBy('付款方式', draw.pick(['余额宝', '花呗', '招商银行储蓄卡(8812)'])),
          ...(draw.chance(0.8) ? [page.aside('支付奖励', '立即领取3积分')] : []),
          page.cell('product', '商品信息', goods(page)),
          ...(draw.chance(0.5) ? [page.aside('收单机构', '支付宝（中国）网络技术有限公司')] : []),
          ...(draw.chance(0.6) ? [page.cell('payee', '收款方全称', page.payee(name))] : []),
          page.cell(
            'tradeNo',
            draw.pick(['交易号', '订单号', '支付宝交易号']),
            page.say('tradeNo', page.context.deal.tradeNo),
          ),
          page.cell('merchantOrderNo', '商家订单号', ofShop(page)),
        ],
        'ends',
      ) +
      gapBar +
      rowsOf(
        page,
        [page.aside('账单分类', draw.pick(['文化休闲', '充值缴费', '日用百货'])), page.aside('标签和备注', '添加')],
        'ends',
        { arrow: new Set(['none']) },
      ) +
      rowsOf(page, [page.aside('联系商家', ''), page.aside('查看往来记录', '')], 'ends') +
      `<div style="text-align:center;color:#1677ff;font-size:${page.size - 3}px;margin:24px">对此订单有疑问</div>`
    );
  },
  bankDetail: (page) => {
    const { draw, deal } = page.context;
    const cells = [
      page.aside('交易类型', draw.pick(['快捷支付', '网上消费', '消费'])),
      page.cell('paidAt', '交易时间', page.time('paidAt')),
      page.aside(draw.pick(['交易卡号', '付款账号']), `6217****${draw.digits(4)}`),
      page.cell('payee', draw.pick(['对方户名', '商户名称']), page.payee(paidTo(page))),
      page.aside('对方账号', `${draw.digits(6)}******${draw.digits(3)}`),
      page.aside('账户余额', page.money(draw.int(1000, 900_000))),
      page.cell('tradeNo', draw.pick(['交易流水号', '支付流水号']), page.say('tradeNo', deal.tradeNo)),
      page.aside('摘要', draw.pick(['网络支付', '消费支出', '财付通快捷支付'])),
    ];
    return (
      `<div style="background:${draw.pick(['#c7000b', '#0a57a4', '#fff'])};padding:30px;text-align:center"><div style="color:${draw.pick(['#ccc', '#bbb'])};font-size:${page.size - 4}px">${draw.pick(['交易金额（元）', '支出', '人民币'])}</div></div>` +
      large(page) +
      rowsOf(page, cells, draw.pick(['lines', 'ends', 'left'])) +
      grey('如对交易有疑问，请致电客服热线', 20)
    );
  },
  // Messages of a bank, one of them of this payment; no year stands in it.
  bankMessages: (page) => {
    const { draw, deal } = page.context;
    const [, month, date, hour, minute] = parts(deal.paidAt);
    const bank = draw.pick(['招商银行', '建设银行', '工商银行', '中国银行', '浦发银行', '广发银行']);
    const when = `${Number(month)}月${Number(date)}日${hour}:${minute}`;
    const name = page.payee(draw.chance(0.5) ? deal.company : deal.shop);
    const sum = page.paid(`${yuan(page)}元`);
    const rest = (draw.int(1000, 900_000) / 100).toFixed(2);
    const end = draw.digits(4);
    const told = draw.pick([
      `【${bank}】您账户${end}于${when}在财付通-${name}快捷支付${sum}，余额${rest}元`,
      `您尾号${end}的储蓄卡${when}向${name}支付${sum}，活期余额${rest}元。[${bank}]`,
      `【${bank}】您尾号${end}的信用卡${when}消费人民币${sum}（${name}），可用额度${rest}元`,
    ]);
    const message = (html: string, at: string): string =>
      grey(at, 22) +
      `<div style="margin:10px 150px 10px 30px;background:#e9e9eb;border-radius:26px;padding:18px 24px;font-size:${page.size}px;line-height:1.5">${html}</div>`;
    return (
      between(chevron(), '', 'padding:20px 30px') +
      grey(draw.pick(['95555', '95533', '95588', '1069 0095 568']), page.size) +
      message(esc(`【${bank}】验证码${draw.digits(6)}，您正在进行网上支付，切勿告知他人。`), `${hour}:${minute}`) +
      message(told, `${hour}:${minute}`)
    );
  },
  // What a wallet shows right after the payment: no number, no time.
  justPaid: (page) => {
    const { draw } = page.context;
    return (
      `<div style="text-align:center;padding:60px 0 10px;color:#07c160;font-size:${page.size + 4}px">${draw.pick(['支付成功', '付款成功'])}</div>` +
      large(page) +
      rowsOf(
        page,
        [
          page.cell('payee', draw.pick(['收款方', '收款人', '商户名称']), page.payee(paidTo(page))),
          page.paidBy('支付方式'),
          ...(draw.chance(0.5) ? [page.aside('优惠', '-¥0.10')] : []),
        ],
        'ends',
      ) +
      `<div style="margin:120px auto 0;width:320px;text-align:center;border:2px solid #07c160;color:#07c160;border-radius:10px;padding:16px;font-size:${page.size}px">完成</div>`
    );
  },
  // A message of the wallet's own account among others.
  payNotice: (page) => {
    const { draw, deal } = page.context;
    const [, month, date, hour, minute] = parts(deal.paidAt);
    return (
      between(
        `${chevron()}<span style="margin-left:220px">${draw.pick(['微信支付', '服务消息', '支付消息'])}</span>`,
        '',
        `padding:20px 30px;font-size:${page.size + 2}px`,
      ) +
      `<div style="background:#ededed;padding:10px 0 60px">${grey(`${Number(month)}月${Number(date)}日 ${hour}:${minute}`, 22)}<div style="margin:16px 30px;background:#fff;border-radius:14px;padding:22px 10px"><div style="margin:0 ${page.side}px;font-size:${page.size}px">${draw.pick(['微信支付凭证', '付款成功通知', '支付凭证'])}</div>${grey(draw.pick(['付款金额', '支付金额']), page.size - 4)}${large(page)}${rowsOf(
        page,
        [
          page.cell('payee', draw.pick(['收款方', '商户名称', '交易对象']), page.payee(paidTo(page))),
          page.paidBy('支付方式'),
          page.cell('paidAt', draw.pick(['交易时间', '支付时间']), page.time('paidAt', page.how)),
          page.aside('交易状态', '支付成功，对方已收款'),
        ],
        'left',
      )}<div style="margin:0 ${page.side}px;border-top:1px solid #eee;padding-top:16px;font-size:${page.size - 2}px">查看账单详情</div></div></div>`
    );
  },
  transferBill: (page) => {
    const { draw, deal } = page.context;
    const name = draw.chance(0.6)
      ? deal.shop
      : `${draw.pick(['阿', '小', '老'])}${draw.pick(['丽', '军', '周', '陈'])}(**${draw.pick(['燕', '国', '强'])})`;
    page.how = draw.pick([IN_WORDS, DASHED]);
    return (
      `<div style="text-align:center;margin-top:40px;font-size:${page.size + 2}px">${draw.pick(['转账-转给', '扫二维码付款-给', '转账给'])}${page.payee(name)}</div>` +
      large(page) +
      rowsOf(
        page,
        [
          page.aside('当前状态', draw.pick(['朋友已确认收款', '对方已收钱', '已存入对方零钱'])),
          page.aside('转账说明', draw.pick(['微信转账', '买号', '充值', '转账'])),
          page.cell('paidAt', '转账时间', page.time('paidAt')),
          page.aside('收款时间', page.later(draw.int(4, 50))),
          page.paidBy('支付方式'),
          page.cell('tradeNo', '转账单号', page.say('tradeNo', deal.tradeNo)),
        ],
        'left',
      )
    );
  },
  // A slip to be kept: a table with borders, payer and payee beside each other.
  bankSlip: (page) => {
    const { draw, deal } = page.context;
    const row = (cells: readonly string[]): string =>
      `<tr>${cells.map((one, i) => `<td style="border:1px solid #999;padding:12px 10px;width:${i % 2 ? 300 : 140}px;overflow-wrap:anywhere">${one}</td>`).join('')}</tr>`;
    const pay = page.payee(draw.pick([deal.company, deal.shop]));
    return (
      `<div style="text-align:center;width:940px;font-size:${page.size + 2}px;margin:26px 0">${draw.pick(['电子回单', '网上银行电子回单', '交易凭证'])}</div><table style="border-collapse:collapse;table-layout:fixed;width:900px;margin:0 20px;font-size:${page.size - 8}px">${[
        ['付款人户名', draw.pick(['李**', '王*明']), page.label('payee', '收款人'), pay],
        ['付款人账号', `6222****${draw.digits(4)}`, '收款人账号', `${draw.digits(9)}****`],
        ['付款人开户行', '城东支行', '收款人开户行', '备付金集中存管账户'],
        [page.label('amount', '支付金额'), page.paid(`${yuan(page)}元`), '币种', '人民币'],
        [page.label('paidAt', '交易时间'), page.time('paidAt'), '用途', '网络购物'],
        [page.label('tradeNo', '交易流水号'), page.say('tradeNo', deal.tradeNo), '回单编号', draw.digits(10)],
      ]
        .map((cells) => row(cells))
        .join('')}</table>` +
      `<div style="margin:16px 30px;font-size:18px;color:#888">${playing('none', '重复打印无效')}</div>`
    );
  },
  unionBill: (page) => {
    const { draw, deal } = page.context;
    return (
      large(page) +
      grey(draw.pick(['消费', '交易成功', '支付成功']), page.size - 3) +
      rowsOf(
        page,
        [
          page.cell('payee', draw.pick(['商户名称', '收款方', '交易对象']), page.payee(paidTo(page))),
          page.cell('amount', '订单金额', playing('amount', `${yuan(page)}元`)),
          page.paidBy('付款方式'),
          page.cell('paidAt', draw.pick(['交易时间', '支付时间']), page.time('paidAt')),
          page.cell('merchantOrderNo', '商户订单号', ofShop(page)),
          page.cell('tradeNo', draw.pick(['交易流水号', '交易单号']), page.say('tradeNo', deal.tradeNo)),
          ...page.asides(1),
        ],
        draw.pick(['stack', 'lines', 'ends']),
      )
    );
  },
} satisfies Record<string, (page: Page) => string>;
