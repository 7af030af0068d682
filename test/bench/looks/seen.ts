import { page, rows, type LookDossier } from './page.ts';

/** Looks that the rules may be tuned on. */
export const SEEN: readonly LookDossier[] = [
  {
    name: 'web-key-shop',
    facts: {
      dispute: 'card_invalid',
      platform: '蓝鲸发卡网',
      product: 'Windows 11 专业版激活码',
      amount: '68.00',
      orderNo: 'ZX8825091340071562',
      tradeNo: '2026080322001423591406627714',
      card: 'VK7JG-NPHTM-C97JM-9MPGT-3V66T',
      paidAt: '2026-08-03 21:07:44',
      fail: '此产品密钥已在另一台设备上激活,无法再次使用',
    },
    looks: [
      {
        file: 'web-order.png',
        width: 1440,
        height: 900,
        scale: 1,
        category: 'transaction',
        kind: 'order',
        fields: {
          orderNo: 'ZX8825091340071562',
          amount: '68.00',
          product: 'Windows 11 专业版激活码',
          platform: '蓝鲸发卡网',
          card: 'VK7JG-NPHTM-C97JM-9MPGT-3V66T',
        },
        html: page(
          `body{background:#f7f8fa}header{background:#1d2b53;color:#fff;padding:18px 120px;font-size:20px;display:flex;justify-content:space-between}
          header span{font-size:14px;margin-left:28px}main{width:1000px;margin:32px auto;background:#fff;padding:28px}h2{font-size:18px;margin-bottom:18px}
          table{width:100%;border-collapse:collapse;font-size:14px}th,td{border:1px solid #dde;padding:12px 14px;text-align:left}th{background:#f0f3f9;color:#556}pre{background:#f4f4f4;margin-top:20px;padding:14px;font-family:'Noto Sans Mono CJK SC'}`,
          `<header><b>蓝鲸发卡网</b><div><span>首页</span><span>自助查单</span><span>联系站长</span></div></header><main><h2>查询结果</h2>
          <table><tr><th>订单号</th><th>商品名称</th><th>购买数量</th><th>实付金额</th><th>支付渠道</th><th>状态</th></tr>
          <tr><td>ZX8825091340071562</td><td>Windows 11 专业版激活码</td><td>1</td><td>68.00</td><td>支付宝</td><td>已出卡</td></tr></table>
          <pre>卡密：VK7JG-NPHTM-C97JM-9MPGT-3V66T</pre></main>`,
        ),
      },
      {
        file: 'alipay-dark.png',
        width: 390,
        height: 844,
        scale: 2,
        category: 'transaction',
        kind: 'payment',
        fields: {
          tradeNo: '2026080322001423591406627714',
          orderNo: 'ZX8825091340071562',
          amount: '68.00',
          time: '2026-08-03 21:07:44',
        },
        html: page(
          `body{background:#101114;color:#e8e8ea;padding:44px 16px}h1{font-size:17px;text-align:center;font-weight:500}.head{text-align:center;padding:30px 0}.head b{font-size:40px;font-weight:600}
          .row{display:flex;justify-content:space-between;padding:10px 0;font-size:14px}.l{color:#8c8c94;width:96px}.v{flex:1;text-align:right;word-break:break-all;padding-left:40px}`,
          `<h1>交易详情</h1><div class="head"><div>个人收款码-何*</div><b>-68.00</b><div style="color:#8c8c94">交易成功</div></div>${rows(
            [
              ['付款方式', '花呗'],
              ['商品说明', 'ZX8825091340071562'],
              ['创建时间', '2026-08-03 21:07:44'],
              ['交易号', '2026080322001423591406627714'],
              ['商家订单号', 'ZX8825091340071562'],
              ['账单分类', '日用百货'],
            ],
          )}`,
        ),
      },
      {
        file: 'qq-chat.png',
        width: 412,
        height: 915,
        scale: 2,
        category: 'communication',
        kind: 'chat',
        fields: { orderNo: 'ZX8825091340071562' },
        html: page(
          `body{background:#f1f1f3}nav{height:56px;background:linear-gradient(90deg,#37b6f6,#1f8ff0);color:#fff;text-align:center;font-size:17px;padding-top:14px}
          .m{display:flex;margin:14px 12px;gap:8px;align-items:flex-start}.m i{width:38px;height:38px;border-radius:50%;background:#c9b;flex:none}.m div{background:#fff;border-radius:12px;padding:9px 12px;max-width:256px}
          .me{flex-direction:row-reverse}.me div{background:#12b7f5;color:#fff}.me i{background:#7a8}time{display:block;text-align:center;color:#999;font-size:12px;margin-top:10px}`,
          `<nav>蓝鲸站长</nav><time>2026-08-03 21:40</time><div class="m me"><i></i><div>在吗 刚买的win11激活码激活不了</div></div><div class="m"><i></i><div>发下单号</div></div>
         <div class="m me"><i></i><div>单号 ZX8825091340071562</div></div><div class="m me"><i></i><div>提示已在别的设备上激活过</div></div><time>2026-08-04 09:12</time>
         <div class="m"><i></i><div>激活码出库时都是好的，激活过不退</div></div><div class="m me"><i></i><div>我没有激活过，请换一个或者退款</div></div>`,
        ),
      },
      {
        file: 'desktop-error.png',
        width: 1280,
        height: 720,
        scale: 1,
        category: 'defect',
        kind: 'failure',
        fields: { fail: '此产品密钥已在另一台设备上激活,无法再次使用' },
        html: page(
          `body{background:#0a5fb4}.w{position:absolute;left:390px;top:210px;width:500px;background:#fff;border:1px solid #888;font-size:15px}.t{background:#f3f3f3;padding:8px 12px;font-size:13px}
          .b{padding:24px 20px}.f{text-align:right;padding:12px 20px;background:#f3f3f3}.f span{border:1px solid #aaa;padding:4px 26px;background:#fff}`,
          `<div class="w"><div class="t">激活 Windows</div><div class="b">此产品密钥已在另一台设备上激活,无法再次使用</div><div class="f"><span>关闭</span></div></div>`,
        ),
      },
    ],
  },
  {
    name: 'second-hand-account',
    facts: {
      dispute: 'account_banned',
      merchant: '阿泽游戏小铺',
      product: '原神账号 57级 双五星',
      amount: '1280.00',
      orderNo: '3918204476120558231',
      tradeNo: '2026071922001107821435508967',
      paidAt: '2026-07-19 10:22:05',
      fail: '该账号因涉嫌违规交易已被封停,解封时间2036-07-21',
    },
    looks: [
      {
        file: 'flea-order.jpg',
        width: 375,
        height: 812,
        scale: 3,
        category: 'transaction',
        kind: 'order',
        fields: {
          orderNo: '3918204476120558231',
          tradeNo: '2026071922001107821435508967',
          amount: '1280.00',
          time: '2026-07-19 10:22:05',
          merchant: '阿泽游戏小铺',
        },
        html: page(
          `body{background:#f5f5f5}nav{padding:50px 16px 12px;text-align:center;font-size:17px}.c{background:#fff;margin:10px 12px;border-radius:12px;padding:14px}.g{display:flex;gap:10px}.g i{width:72px;height:72px;background:#ccd;border-radius:8px}
          .row{display:flex;justify-content:space-between;font-size:13px;padding:6px 0}.l{color:#888}.p{color:#f33;font-size:20px}`,
          `<nav>订单详情</nav><div class="c"><b style="font-size:19px">交易成功</b></div><div class="c"><div class="g"><i></i><div>原神账号 57级 双五星<div class="p">¥1280.00</div></div></div></div><div class="c">${rows(
            [
              ['实付款', '¥1280.00'],
              ['卖家昵称', '阿泽游戏小铺'],
              ['订单编号', '3918204476120558231 <span style="color:#888">复制</span>'],
              ['支付宝交易号', '2026071922001107821435508967'],
              ['下单时间', '2026-07-19 10:21:33'],
              ['付款时间', '2026-07-19 10:22:05'],
              ['成交时间', '2026-07-19 12:40:10'],
            ],
          )}</div>`,
        ),
      },
      {
        file: 'chat-dark.png',
        width: 360,
        height: 780,
        scale: 2,
        category: 'communication',
        kind: 'chat',
        fields: {},
        html: page(
          `body{background:#111;color:#ddd}nav{padding:40px 0 12px;text-align:center;font-size:16px;background:#1a1a1a}.m{display:flex;margin:12px 10px;gap:8px}.m i{width:36px;height:36px;border-radius:4px;background:#456;flex:none}
          .m div{background:#2c2c2c;border-radius:6px;padding:8px 10px;max-width:228px;font-size:15px}.me{flex-direction:row-reverse}.me div{background:#3eb575;color:#06170d}time{display:block;text-align:center;font-size:11px;color:#666}`,
          `<nav>阿泽游戏小铺</nav><time>2026年7月21日 晚上8:15</time><div class="m me"><i></i><div>老板，号被封了，登录提示封停到2036年</div></div><div class="m"><i></i><div>不可能啊，我查一下</div></div>
         <div class="m me"><i></i><div>才买两天，请退钱</div></div><div class="m"><i></i><div>三天内给你退款，放心</div></div><time>2026年7月25日 上午9:30</time><div class="m me"><i></i><div>三天过了，钱呢？</div></div><div class="m"><i></i><div>是你自己操作的问题，不退</div></div>`,
        ),
      },
      {
        file: 'banned.webp',
        width: 812,
        height: 375,
        scale: 2,
        category: 'defect',
        kind: 'failure',
        fields: { fail: '该账号因涉嫌违规交易已被封停,解封时间2036-07-21' },
        html: page(
          `body{background:linear-gradient(#2b3350,#141826);color:#fff}.d{position:absolute;left:206px;top:88px;width:400px;background:#f4efe3;color:#3b3427;border-radius:10px;text-align:center;padding:20px 24px}
          .d h3{font-size:17px;margin-bottom:12px}.d span{display:inline-block;margin-top:18px;background:#d8b56a;border-radius:16px;padding:5px 46px}`,
          `<div class="d"><h3>温馨提示</h3>该账号因涉嫌违规交易已被封停,解封时间2036-07-21<br><span>确认</span></div>`,
        ),
      },
    ],
  },
];
