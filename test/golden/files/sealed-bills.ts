import { gbk } from '../../reading/made/encode.ts';
import { chinesePdf, utf16Hex } from '../../reading/made/pdf.ts';
import { xlsxOf } from '../../reading/made/xlsx.ts';
import type { FreshBill } from './fresh-bills.ts';

const STATEMENT_X = [10, 145, 255, 365, 430];
const STATEMENT: readonly (readonly string[])[] = [
  ['记账日期', '交易金额', '联机余额', '交易摘要', '对手信息'],
  ['Date', 'Amount', 'Balance', 'Type', 'Counter Party'],
  ['2026-10-03', '-68.00', '1,531.20', '快捷支付', '墨鱼数卡'],
  ['2026-10-05', '5,200.00', '6,731.20', '代发工资', '某某公司'],
];

/**
 * More bills in the forms that banks, wallets, shops and bookkeeping programs give out; written and labelled before a
 * rule was read, and after those of `fresh-bills.ts` had all become readable. At first sight 9 of the 13 were read whole.
 */
export const SEALED_BILLS: readonly FreshBill[] = [
  {
    name: 'JD wallet, what came back written behind the sum',
    content:
      '﻿导出信息：\n京东账号名：jd_ayuan\n日期区间：2026-10-01 至 2026-10-31\n导出时间：2026-11-02 09:11:20\n交易类型筛选：全部\n\n交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注\n2026-10-03 12:41:09\t,墨鱼数卡,会员年卡兑换码,68.00,微信支付,交易成功,支出,虚拟充值,302610031241\t,8812003\t,\n2026-10-05 09:00:31\t,京东平台商户,耳机,"199.00(已退款20.00)",京东白条,交易成功,支出,数码电器,302610050900\t,8812009\t,\n2026-10-06 10:20:00\t,京东小金库,小金库转出,300.00,京东小金库,交易成功,不计收支,小金库,302610061020\t,,\n',
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-05T09:00', '京东平台商户', 19_900, 'out'],
      ['2026-10-06T10:20', '小金库', 30_000, 'neutral'],
    ],
  },
  {
    name: 'bocom, GBK, debit and credit in two languages',
    content: gbk(
      '交通银行借记卡交易明细\n卡号：6222****7719\n查询日期：2026-10-01 至 2026-10-31\n\n序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方户名,对方账号,交易地点,摘要\n1,2026-10-03,12:41:09,网上支付,借 Dr,68.00,1531.20,墨鱼数卡,2433****01,财付通,消费\n2,2026-10-05,09:00:00,工资,贷 Cr,5200.00,6731.20,某某公司,0200****17,,代发\n',
    ),
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-05T09:00', '某某公司', 520_000, 'in'],
    ],
  },
  {
    name: 'cmb, a PDF whose head stands in two languages, sums with a sign',
    content: chinesePdf([
      { hex: utf16Hex('招商银行交易流水'), x: 230, y: 800 },
      { hex: utf16Hex('Transaction Statement of China Merchants Bank'), x: 130, y: 780 },
      ...STATEMENT.flatMap((row, r) =>
        row.map((text, c) => ({ hex: utf16Hex(text), x: STATEMENT_X[c]!, y: 740 - r * 22 })),
      ),
    ]),
    rows: [
      ['2026-10-03', '墨鱼数卡', 6800, 'out'],
      ['2026-10-05', '某某公司', 520_000, 'in'],
    ],
  },
  {
    name: 'icbc credit card, the page of its mail, currency behind the sums',
    content:
      '<html><head><meta charset="utf-8"><title>中国工商银行客户对账单</title></head><body><table><tr><td>牡丹卡 人民币本位币 账单周期2026年10月01日—2026年10月31日</td></tr></table><table border="1"><tr><td>卡号后四位</td><td>交易日</td><td>记账日</td><td>交易类型</td><td>商户名称/城市</td><td>交易金额/币种</td><td>记账金额/币种</td></tr><tr><td>0637</td><td>2026-10-03</td><td>2026-10-04</td><td>消费</td><td>财付通-墨鱼数卡</td><td>68.00/RMB</td><td>68.00/RMB(支出)</td></tr><tr><td>0637</td><td>2026-10-09</td><td>2026-10-09</td><td>还款</td><td>跨行转账还款</td><td>500.00/RMB</td><td>500.00/RMB(存入)</td></tr></table></body></html>',
    rows: [
      ['2026-10-03', '墨鱼数卡', 6800, 'out'],
      ['2026-10-09', '还款', 50_000, 'neutral'],
    ],
  },
  {
    name: 'hsbc China, days in words, money in and out in two columns',
    content:
      '账户名称,汇丰中国 运筹理财\n账号,088-****-833\n\n日期,交易详情,存入,支出,结余\n2026年10月03日,网上付款 支付宝-墨鱼数卡,,68.00,"1,531.20"\n2026年10月05日,薪金 某某公司,"5,200.00",,"6,731.20"\n',
    rows: [
      ['2026-10-03', '墨鱼数卡', 6800, 'out'],
      ['2026-10-05', '某某公司', 520_000, 'in'],
    ],
  },
  {
    name: 'abc, text with tabs, day and clock without signs between',
    content:
      '中国农业银行账户活期交易明细清单\n账号：6228****3391\t户名：阿远\t币种：人民币\n起止日期：20261001-20261031\n交易日期\t交易时间\t交易金额\t本次余额\t对方户名\t对方账号\t交易行\t交易渠道\t交易类型\t交易用途\t交易摘要\n20261003\t124109\t-68.00\t1531.20\t财付通支付科技有限公司\t2433****\t\t电子商务\t转账\t墨鱼数卡\t消费\n20261005\t090000\t+5200.00\t6731.20\t某某公司\t0200****\t城西支行\t批量\t代发\t工资\t代发工资\n',
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-05T09:00', '某某公司', 520_000, 'in'],
    ],
  },
  {
    name: 'ccb, a nought where nothing went out or came in',
    content:
      '中国建设银行个人活期账户交易明细\n账号:6217****0921,币种:人民币元\n记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点\n20261004,20261003,12:41:09,68.00,0.00,1531.20,人民币元,消费,2433****,墨鱼数卡,财付通\n20261005,20261005,09:00:00,0.00,5200.00,6731.20,人民币元,工资,0200****,某某公司,\n',
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-05T09:00', '某某公司', 520_000, 'in'],
    ],
  },
  {
    name: 'Meituan, what the order cost and what was paid, a refund among them',
    content:
      '美团账单明细\n用户名：ayuan\n起始时间：[2026-10-01 00:00:00] 终止时间：[2026-10-31 23:59:59]\n共3笔记录\n----------------------美团交易账单明细列表----------------------\n交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注\n2026-10-03 12:41:02,2026-10-03 12:41:09,支付,墨鱼数卡-会员季卡,支出,微信支付,¥73.00,¥68.00,"26100312410099"\t,"881200"\t,/\n2026-10-04 08:30:10,2026-10-04 08:30:15,支付,早点铺,支出,美团月付,¥12.00,¥12.00,"26100408300011"\t,"881311"\t,/\n2026-10-04 09:15:00,2026-10-04 09:15:08,退款,早点铺,收入,美团月付,¥12.00,¥12.00,"26100409150012"\t,"881311"\t,/\n',
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-04T08:30', '早点铺', 1200, 'out'],
      ['2026-10-04T09:15', '早点铺', 1200, 'in'],
    ],
  },
  {
    name: 'UnionPay app, a workbook without a word for the direction',
    content: xlsxOf([
      {
        name: '云闪付账单',
        rows: {
          1: ['云闪付交易记录'],
          2: ['手机号', '138****6671'],
          4: ['交易时间', '交易类型', '商户名称', '交易金额(元)', '优惠金额(元)', '付款银行卡', '交易状态', '订单号'],
          5: ['2026-10-03 12:41:09', '消费', '墨鱼数卡', 68, 5, '建设银行(0921)', '交易成功', '992610031241'],
          6: ['2026-10-07 18:02:44', '消费', '便利店', 12.5, 0, '建设银行(0921)', '交易失败', '992610071802'],
          7: ['2026-10-08 07:50:12', '消费', '地铁', 4, 0, '建设银行(0921)', '交易成功', '992610080750'],
        },
      },
    ]),
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-08T07:50', '地铁', 400, 'out'],
    ],
  },
  {
    name: 'bookkeeping on a phone, a move between own accounts among them',
    content:
      '日期,类型,金额,一级分类,二级分类,账户1,账户2,备注,货币,标签\n2026年10月03日 12:41:09,支出,68,娱乐,会员,微信零钱,,墨鱼数卡 季卡,CNY,\n2026年10月05日 09:00:00,收入,5200,工资,,建行卡,,十月工资,CNY,\n2026年10月06日 20:10:00,转账,300,,,建行卡,微信零钱,零花,CNY,\n',
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-05T09:00', '十月工资', 520_000, 'in'],
      ['2026-10-06T20:10', '零花', 30_000, 'neutral'],
    ],
  },
  {
    name: 'orders of a shop as a browser helper keeps them, one of them never paid',
    content:
      '﻿订单号,下单时间,付款时间,店铺名称,商品标题,单价,数量,运费,实付款,订单状态\n="4410028817",2026-10-03 12:40:11,2026-10-03 12:41:09,墨鱼数卡,季卡 自动发货,73.00,1,0.00,68.00,交易成功\n="4410031120",2026-10-08 21:10:00,,纸品铺,抽纸,40.00,1,0.00,40.00,交易关闭\n="4410032201",2026-10-09 08:12:00,2026-10-09 08:12:30,晨光纸品,本子,8.00,2,4.00,20.00,买家已付款\n',
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-09T08:12', '晨光纸品', 2000, 'out'],
    ],
  },
  {
    name: 'orders of a group-buying app as JSON, seconds since 1970, sums in 分 and in words',
    content: JSON.stringify({
      server_time: 1791300000,
      orders: [
        {
          order_sn: '261003-118820033910021',
          order_time: 1791002469,
          order_amount: 6800,
          display_amount: '68.00',
          order_status_prompt: '待收货',
          pay_status: 2,
          mall: { id: 8812, mall_name: '墨鱼数卡' },
          order_goods: [{ goods_id: 1, goods_name: '会员季卡 自动发货', goods_price: 6800, goods_number: 1 }],
        },
        {
          order_sn: '261005-118820033910044',
          order_time: 1791162031,
          order_amount: 1990,
          display_amount: '19.90',
          order_status_prompt: '交易成功',
          pay_status: 2,
          mall: { id: 9917, mall_name: '晨光纸品' },
          order_goods: [{ goods_id: 2, goods_name: '抽纸 一箱', goods_price: 1990, goods_number: 1 }],
        },
      ],
    }),
    rows: [
      ['2026-10-03T12:41', '墨鱼数卡', 6800, 'out'],
      ['2026-10-05T09:00', '晨光纸品', 1990, 'out'],
    ],
  },
  {
    name: 'what was bought at a game shop, its page kept from a browser',
    content:
      '<!doctype html><html><head><meta charset="utf-8"><title>阿远的消费记录</title></head><body><h2>消费记录</h2><table class="wallet_history_table"><thead><tr><th>日期</th><th>物品</th><th>类型</th><th>总计</th><th>钱包变动</th><th>钱包余额</th></tr></thead><tbody><tr><td>2026 年 10 月 3 日</td><td>星海牧场</td><td>购买 支付宝</td><td>¥ 68.00</td><td></td><td></td></tr><tr><td>2026 年 10 月 7 日</td><td>星海牧场 原声集</td><td>购买 微信支付</td><td>¥ 21.00</td><td></td><td></td></tr></tbody></table></body></html>',
    rows: [
      ['2026-10-03', '星海牧场', 6800, 'out'],
      ['2026-10-07', '原声集', 2100, 'out'],
    ],
  },
];
