import { page, rows, type LookDossier } from './page.ts';

/** Looks that no rule is tuned on; read once at the end and reported as they fall. */
export const UNSEEN: readonly LookDossier[] = [
  {
    name: 'bank-transfer-topup',
    facts: {
      dispute: 'not_delivered', platform: '闪电充值平台', product: '中石化加油卡 500元', amount: '489.00', orderNo: 'SD-20260912-88371604', tradeNo: '61202609120045789132',
      paidAt: '2026-09-12 08:45:17', payee: '武汉闪充信息技术有限公司',
    },
    looks: [
      {
        file: 'bank-slip.png', width: 393, height: 852, scale: 2.5, category: 'transaction', kind: 'payment',
        fields: { tradeNo: '61202609120045789132', amount: '489.00', time: '2026-09-12 08:45:17' },
        html: page(`body{background:#fff;padding:48px 20px;font-size:14px}h1{font-size:18px;color:#c7000b;text-align:center;margin-bottom:6px}h2{font-size:14px;text-align:center;font-weight:400;color:#777;margin-bottom:20px}
          .row{display:flex;padding:9px 0;border-bottom:1px dashed #ddd}.l{width:112px;color:#777}.v{flex:1}`,
        `<h1>工商银行</h1><h2>境内汇款电子回单</h2>${rows([
          ['电子回单号码', '0026-4471-9038-2215'], ['收款户名', '武汉闪充信息技术有限公司'], ['收款卡号', '6222 **** **** 7719'], ['收款银行', '中国工商银行武汉分行'], ['付款户名', '王*'], ['付款卡号', '6217 **** **** 0034'], ['金额(小写)', '489.00元'], ['金额(大写)', '肆佰捌拾玖元整'], ['手续费', '0.00元'], ['交易流水号', '61202609120045789132'], ['交易时间', '2026-09-12 08:45:17'], ['附言', '加油卡充值'],
        ])}`, "'Noto Serif CJK SC'"),
      },
      {
        file: 'stacked-order.jpg', width: 414, height: 896, scale: 2, category: 'transaction', kind: 'order',
        fields: { orderNo: 'SD-20260912-88371604', amount: '489.00', product: '中石化加油卡 500元', platform: '闪电充值平台' },
        html: page(`body{background:#eef1f6;padding:52px 0 0}nav{background:#ff7a1a;color:#fff;padding:12px 18px;font-size:17px}.c{background:#fff;margin:14px;border-radius:10px;padding:16px}.k{color:#9a9a9a;font-size:13px;margin-top:12px}.x{font-size:16px;color:#222}footer{text-align:center;color:#aaa;font-size:12px}`,
        `<nav>我的订单</nav><div class="c"><b style="color:#ff7a1a;font-size:18px">待充值</b><div class="k">购买商品</div><div class="x">中石化加油卡 500元</div><div class="k">下单编号</div><div class="x">SD-20260912-88371604</div><div class="k">实际支付</div><div class="x">￥489.00</div><div class="k">创建时间</div><div class="x">2026/09/12 08:43:50</div><div class="k">充值卡号</div><div class="x">1000 1143 0087 2216 905</div></div><footer>© 2026 闪电充值平台 版权所有</footer>`),
      },
      {
        file: 'web-service.png', width: 1024, height: 768, scale: 1.25, category: 'communication', kind: 'chat', fields: { orderNo: 'SD-20260912-88371604' },
        html: page(`body{background:#e9edf3}.w{width:720px;margin:30px auto;background:#fff;height:680px}.h{background:#2b6de0;color:#fff;padding:12px 18px}.m{padding:10px 18px}.m small{color:#888;display:block;font-size:12px}.m p{display:inline-block;background:#f0f2f6;border-radius:4px;padding:7px 12px;max-width:440px;text-align:left}.r{text-align:right}.r p{background:#d6e6ff}`,
        `<div class="w"><div class="h">在线客服</div><div class="m"><small>客服小闪 2026-09-12 14:02:11</small><p>您好，请问有什么可以帮您？</p></div><div class="m r"><small>访客 2026-09-12 14:02:40</small><p>早上充的加油卡到现在没到账，订单号SD-20260912-88371604</p></div><div class="m"><small>客服小闪 2026-09-12 14:05:03</small><p>已为您登记，承诺24小时内到账，否则全额退款</p></div><div class="m r"><small>访客 2026-09-14 10:20:15</small><p>两天了还没到账</p></div><div class="m"><small>客服小闪 2026-09-14 10:31:47</small><p>上游渠道维护，请您耐心等待</p></div></div>`),
      },
      {
        file: 'no-record.png', width: 360, height: 800, scale: 3, category: 'defect', kind: 'failure', fields: { fail: '未查询到该卡的充值记录' },
        html: page(`body{background:#fff}nav{background:#d7000f;color:#fff;padding:44px 16px 12px;font-size:17px;text-align:center}.e{text-align:center;margin-top:180px;color:#888;font-size:16px}.e i{display:block;width:90px;height:90px;border:3px solid #ccc;border-radius:50%;margin:0 auto 20px}`,
        `<nav>加油卡充值记录</nav><div class="e"><i></i>未查询到该卡的充值记录</div>`),
      },
    ],
  },
  {
    name: 'membership-mall',
    facts: {
      dispute: 'not_as_described', merchant: '橙子影音会员专卖店', product: '影视会员季卡', amount: '58.80', orderNo: '260618-471203958821047', tradeNo: '4200002871202606186630174492',
      paidAt: '2026-06-18 22:14:09', fail: '您的会员仅支持手机端观看,电视端需升级',
    },
    looks: [
      {
        file: 'mall-order.png', width: 360, height: 1100, scale: 2, category: 'transaction', kind: 'order',
        fields: { orderNo: '260618-471203958821047', amount: '58.80', merchant: '橙子影音会员专卖店', product: '影视会员季卡' },
        html: page(`body{background:#f4f4f4}nav{background:#e02e24;color:#fff;padding:46px 14px 14px}nav b{font-size:20px}.c{background:#fff;margin:8px 0;padding:12px 14px;font-size:14px}.g{display:flex;gap:10px;margin-top:10px}.g i{width:80px;height:80px;background:#fde}.row{padding:4px 0;font-size:13px;color:#666}.l::after{content:'：'}`,
        `<nav><b>已签收</b></nav><div class="c">橙子影音会员专卖店 &gt;<div class="g"><i></i><div>影视会员季卡<br><span style="color:#999">自动发货 x1</span></div></div><div style="text-align:right;margin-top:8px">实付：<b style="color:#e02e24">¥58.80</b>（免运费）</div></div><div class="c">${rows([
          ['订单编号', '260618-471203958821047'], ['商品', '影视会员季卡'], ['支付方式', '微信支付'], ['下单时间', '2026-06-18 22:13:47'], ['拼单成功时间', '2026-06-18 22:14:12'],
        ])}</div>`),
      },
      {
        file: 'wallet.jpg', width: 430, height: 932, scale: 2, category: 'transaction', kind: 'payment',
        fields: { tradeNo: '4200002871202606186630174492', merchantOrderNo: 'XP1226061822135744890121', merchant: '上海橙影网络科技有限公司', amount: '58.80', time: '2026-06-18 22:14:09' },
        html: page(`body{background:#fff;padding:60px 20px;font-size:15px}.top{text-align:center;padding-bottom:26px}.top b{font-size:38px}.row{display:flex;padding:8px 0}.l{width:100px;color:#9b9b9b}.v{flex:1;word-break:break-all}`,
        `<div class="top"><div>上海橙影网络科技有限公司</div><b>-58.80</b></div>${rows([
          ['当前状态', '支付成功'], ['支付时间', '2026年6月18日 22:14:09'], ['商品', '商户单号XP1226061822135744890121'], ['商户全称', '上海橙影网络科技有限公司'], ['收单机构', '财付通支付科技有限公司'], ['支付方式', '招商银行信用卡(1163)'], ['交易单号', '4200002871202606186630174492'], ['商户单号', 'XP1226061822135744890121'],
        ])}<div class="row"><span class="l">商家服务</span></div>`, "'Droid Sans Fallback'"),
      },
      {
        file: 'long-chat.png', width: 360, height: 3600, scale: 2, category: 'communication', kind: 'chat', fields: { orderNo: '260618-471203958821047' },
        html: page(`body{background:#ededed}nav{padding:40px 0 10px;text-align:center}.m{display:flex;margin:26px 10px;gap:8px}.m i{width:40px;height:40px;border-radius:4px;background:#d88;flex:none}.m div{background:#fff;border-radius:5px;padding:9px 11px;max-width:230px}.me{flex-direction:row-reverse}.me div{background:#95ec69}time{display:block;text-align:center;font-size:12px;color:#aaa}`,
        `<nav>橙子影音会员专卖店</nav><time>2026-06-20 19:02</time>${['<0>你好', '<1>亲亲在的呢', '<0>我买的季卡电视上看不了', '<1>亲 这个是手机端的哦', '<0>页面写的全端通用', '<1>亲 以实际为准哦', '<0>订单260618-471203958821047 给我退款', '<1>亲 会员充值后不支持退款的', '<0>和描述不符为什么不退', '<1>亲 稍等我问一下主管', '<0>多久', '<1>明天给您答复', '<0>好的', '<1>嗯嗯', '<0>今天第三天了，答复呢', '<1>亲 主管说不能退款', '<0>那我找平台投诉', '<1>亲 您随意'].map((text) => `<div class="m ${text[1] === '0' ? 'me' : ''}"><i></i><div>${text.slice(3)}</div></div>`).join('')}`),
      },
      {
        file: 'tv.png', width: 1280, height: 720, scale: 1, category: 'defect', kind: 'failure', fields: { fail: '您的会员仅支持手机端观看,电视端需升级' },
        html: page(`body{background:#0b0b10;color:#fff;text-align:center;padding-top:230px}p{font-size:30px}.b{display:inline-block;margin:36px 14px;border:1px solid #d9b36c;color:#d9b36c;padding:10px 60px;font-size:22px;border-radius:30px}`,
        `<p>您的会员仅支持手机端观看,电视端需升级</p><span class="b">立即升级</span><span class="b">返回</span>`),
      },
      {
        file: 'refund.png', width: 375, height: 700, scale: 2, category: 'transaction', kind: 'refund', fields: { refunded: '20.00' },
        html: page(`body{background:#f6f6f6;padding-top:50px}h1{text-align:center;font-size:17px}.c{background:#fff;margin:14px;padding:16px;border-radius:8px}.row{display:flex;justify-content:space-between;padding:7px 0;font-size:14px}.l{color:#888}`,
        `<h1>退款详情</h1><div class="c"><b>退款成功</b>${rows([['退款总金额', '¥20.00'], ['退回账户', '微信零钱'], ['退款到账时间', '2026-06-26 11:08:30'], ['退款原因', '协商部分退款'], ['订单编号', '260618-471203958821047']])}</div>`),
      },
    ],
  },
  {
    name: 'english-store',
    facts: { dispute: 'card_invalid', platform: 'KeyHarbor', product: 'Minecraft Java Edition Key', amount: '129.00', orderNo: 'KH-7734920158', paidAt: '2026-05-09 13:36:20' },
    looks: [
      {
        file: 'english-order.png', width: 1200, height: 800, scale: 1, category: 'transaction', kind: 'order',
        fields: { orderNo: 'KH-7734920158', amount: '129.00', product: 'Minecraft Java Edition Key', time: '2026-05-09 13:36:20' },
        html: page(`body{background:#fff;color:#222;padding:40px 100px;font-family:'DejaVu Sans'}h1{font-size:26px;margin-bottom:24px}.row{display:flex;padding:9px 0;font-size:15px}.l{width:200px;color:#777}footer{margin-top:50px;color:#999;font-size:13px}`,
        `<h1>Order details</h1>${rows([['Order number', 'KH-7734920158'], ['Product', 'Minecraft Java Edition Key'], ['Quantity', '1'], ['Order total', '¥129.00'], ['Payment method', 'Alipay'], ['Paid on', '2026-05-09 13:36:20']])}<footer>© 2026 KeyHarbor. All rights reserved.</footer>`, "'DejaVu Sans'"),
      },
      {
        file: 'english-error.png', width: 900, height: 600, scale: 1.5, category: 'defect', kind: 'failure', fields: { fail: 'This code has already been redeemed.' },
        html: page(`body{background:#eee}.d{width:460px;margin:140px auto;background:#fff;border-radius:6px;padding:26px;box-shadow:0 2px 18px #999;font-family:'DejaVu Sans'}.d h2{font-size:19px;margin-bottom:14px}.d span{display:inline-block;margin-top:22px;background:#2a7d2e;color:#fff;padding:6px 34px}`,
        `<div class="d"><h2>Error</h2>This code has already been redeemed.<br><span>OK</span></div>`, "'DejaVu Sans'"),
      },
    ],
  },
];
