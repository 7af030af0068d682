import { page, rows, type LookDossier } from './page.ts';

/** A second set that no rule was tuned on, made after the first had been looked at. */
export const FRESH: readonly LookDossier[] = [
  {
    name: 'voucher-app',
    facts: {
      dispute: 'not_delivered',
      platform: '天猫',
      merchant: '灰鲸数码专营店',
      product: '腾讯视频VIP会员年卡12个月',
      amount: '178.00',
      orderNo: '3310927746182049915',
      tradeNo: '2026041122001187315528904416',
      paidAt: '2026-04-11 07:55:02',
    },
    looks: [
      {
        file: 'app-order.png',
        width: 402,
        height: 874,
        scale: 3,
        category: 'transaction',
        kind: 'order',
        fields: {
          orderNo: '3310927746182049915',
          tradeNo: '2026041122001187315528904416',
          amount: '178.00',
          time: '2026-04-11 07:55:02',
          merchant: '灰鲸数码专营店',
          product: '腾讯视频VIP会员年卡12个月',
        },
        html: page(
          `body{background:#f2f3f5}nav{background:#ff0036;color:#fff;padding:54px 16px 40px;font-size:20px}.c{background:#fff;margin:-20px 10px 30px;border-radius:14px;padding:14px}.g{display:flex;gap:10px;padding:10px 0}.g i{flex:none;width:84px;height:84px;border-radius:8px;background:#cfe}.row{display:flex;justify-content:space-between;font-size:13px;padding:5px 0}.l{color:#999}`,
          `<nav>卖家已发货<div style="font-size:13px">天猫 · 我的订单</div></nav><div class="c"><b>灰鲸数码专营店 &gt;</b><div class="g"><i></i><div style="flex:1">腾讯视频VIP会员年卡12个月<div style="color:#999;font-size:12px">直充</div></div><div>¥198.00<br><small>x1</small></div></div>${rows(
            [
              ['商品总价', '¥198.00'],
              ['店铺优惠', '-¥20.00'],
              ['实付款', '¥178.00'],
              ['订单编号', '3310927746182049915 | 复制'],
              ['支付宝交易号', '2026041122001187315528904416'],
              ['创建时间', '2026-04-11 07:54:40'],
              ['付款时间', '2026-04-11 07:55:02'],
              ['发货时间', '2026-04-11 07:55:10'],
            ],
          )}</div>`,
          "'Droid Sans Fallback'",
        ),
      },
      {
        file: 'waiting.jpg',
        width: 375,
        height: 667,
        scale: 2,
        category: 'defect',
        kind: 'failure',
        fields: { fail: '抱歉,您当前还不是会员,未查询到开通记录' },
        html: page(
          `body{background:#14161c;color:#eee;text-align:center}h1{padding:40px 0 12px;font-size:17px}.t{margin:180px auto 0;width:280px;background:rgba(255,255,255,.14);border-radius:8px;padding:18px}`,
          `<h1>会员中心</h1><div class="t">抱歉,您当前还不是会员,未查询到开通记录</div>`,
        ),
      },
      {
        file: 'talk.png',
        width: 402,
        height: 874,
        scale: 2,
        category: 'communication',
        kind: 'chat',
        fields: {},
        html: page(
          `body{background:#fafafa}nav{padding:50px 0 10px;text-align:center;font-size:17px;border-bottom:1px solid #eee}.m{display:flex;margin:14px 12px;gap:8px}.m i{width:40px;height:40px;border-radius:50%;background:#fc9;flex:none}.m div{background:#fff;border:1px solid #eee;border-radius:4px 16px 16px;padding:10px 12px;max-width:250px}.me{flex-direction:row-reverse}.me div{background:#ffe4b8;border-radius:16px 4px 16px 16px}time{display:block;text-align:center;font-size:12px;color:#aaa;margin:10px}`,
          `<nav>灰鲸数码专营店</nav><time>2026-04-11 12:30</time><div class="m me"><i></i><div>会员一直没有到账，怎么回事</div></div><div class="m"><i></i><div>亲，账号填错了吗</div></div><div class="m me"><i></i><div>没有填错</div></div><div class="m"><i></i><div>今天晚上8点前给您充好，充不上就退款</div></div><time>2026-04-12 09:00</time><div class="m me"><i></i><div>还是没有，退款吧</div></div>`,
        ),
      },
    ],
  },
  {
    name: 'card-site-mobile',
    facts: {
      dispute: 'card_invalid',
      platform: '小熊发卡',
      product: 'CF手游点券兑换码',
      amount: '45.00',
      orderNo: 'D8F20260315201455731',
      card: 'CFX8-29QK-TT71-MM0P',
      paidAt: '2026-03-15 20:15:26',
      tradeNo: '4200003309202603154471902836',
    },
    looks: [
      {
        file: 'site.png',
        width: 390,
        height: 700,
        scale: 2,
        category: 'transaction',
        kind: 'order',
        fields: {
          orderNo: 'D8F20260315201455731',
          amount: '45.00',
          product: 'CF手游点券兑换码',
          card: 'CFX8-29QK-TT71-MM0P',
        },
        html: page(
          `body{background:#eef;padding:20px}header{font-size:19px;font-weight:700;color:#334;margin-bottom:14px}.c{background:#fff;border-radius:12px;padding:16px;font-size:14px}p{padding:6px 0;border-bottom:1px solid #eef}`,
          `<header>小熊发卡 - 订单查询</header><div class="c"><p>订单名称：CF手游点券兑换码 x 1</p><p>订单号码：D8F20260315201455731</p><p>订单价格：45.00 元</p><p>支付方式：微信扫码</p><p>订单状态：已完成</p><p>下单日期：2026-03-15 20:14:55</p><p>卡密内容：CFX8-29QK-TT71-MM0P</p></div>`,
        ),
      },
      {
        file: 'scan-pay.jpg',
        width: 414,
        height: 896,
        scale: 2,
        category: 'transaction',
        kind: 'payment',
        fields: { tradeNo: '4200003309202603154471902836', amount: '45.00', time: '2026-03-15 20:15:26' },
        html: page(
          `body{background:#1b1b1b;color:#ddd;padding:60px 22px;font-size:15px}.top{text-align:center;padding:10px 0 26px}.top b{font-size:36px}.row{display:flex;padding:9px 0}.l{width:108px;color:#7d7d7d}.v{flex:1}`,
          `<div class="top"><div>扫二维码付款-给小熊</div><b>-45.00</b></div>${rows([
            ['当前状态', '对方已收钱'],
            ['收款方备注', '二维码收款'],
            ['支付方式', '零钱通'],
            ['转账时间', '2026年3月15日 20:15:26'],
            ['转账单号', '4200003309202603154471902836'],
          ])}`,
        ),
      },
      {
        file: 'game.png',
        width: 896,
        height: 414,
        scale: 2,
        category: 'defect',
        kind: 'failure',
        fields: { fail: '兑换失败:该兑换码不存在或已使用', card: 'CFX8-29QK-TT71-MM0P' },
        html: page(
          `body{background:#203040;color:#fff}.d{margin:80px auto 0;width:420px;background:#fff;color:#333;border-radius:6px;padding:22px;text-align:center}.i{border:1px solid #ccc;padding:6px;margin:12px 0;text-align:left}.b{background:#f80;color:#fff;padding:6px;margin-top:12px}`,
          `<div class="d"><b>礼包兑换</b><div class="i">兑换码：CFX8-29QK-TT71-MM0P</div><div style="color:#d00">兑换失败:该兑换码不存在或已使用</div><div class="b">立即兑换</div></div>`,
        ),
      },
    ],
  },
];
