import { type LookDossier } from '../page.ts';
import { bar, bubbles, lines, screen, table, talk } from './screen.ts';

const KV = '.kv{display:flex;justify-content:space-between;padding:8px 0}.kv i{font-style:normal;color:#999}.kv b{font-weight:400;text-align:right}';

/** Paid to a person, in a short-video shop, and on a market place with a bank card. */
export const PRIVATE: readonly LookDossier[] = [
  {
    name: 'b7-paid-to-a-person',
    facts: { dispute: 'vanished', amount: '300.00', paidAt: '2026-10-03 18:26:09', tradeNo: '1000050001202610030816244730951', payee: '阿杰代充', product: '和平精英 3000点券' },
    looks: [
      screen('s1.png', [375, 760, 2], 'payment', { amount: '300.00', time: '2026-10-03 18:26:09', tradeNo: '1000050001202610030816244730951' },
        `body{background:#fff}.top{padding:70px 0 30px;text-align:center}.top strong{font-size:40px;display:block}.kv{display:flex;padding:7px 24px}.kv i{font-style:normal;color:#888;width:100px;flex:none}.kv b{font-weight:400;word-break:break-all}`,
        `<div class="top">转账-转给阿杰代充<strong>-300.00</strong></div>${lines([['当前状态', '对方已收钱'], ['转账时间', '2026年10月3日 18:26:09'], ['收款时间', '2026年10月3日 18:26:31'], ['支付方式', '建设银行(4417)'], ['转账单号', '1000050001202610030816244730951']])}<p style="padding:20px 24px;color:#576b95">申请转账电子凭证</p>`),
      screen('s2.png', [375, 1100, 2], 'chat', { promise: '半小时内到账 不到退你' },
        `body{background:#ededed}header{background:#ededed;text-align:center;padding:10px;border-bottom:1px solid #ddd}${bubbles('#95ec69', '#fff')}.p{background:#fa9d3b;color:#fff;border-radius:6px;width:220px;padding:12px;font-size:14px}.p small{display:block;border-top:1px solid #ffc;margin-top:8px;padding-top:4px}.q{background:#e1e1e1;color:#777;font-size:12px;padding:5px 8px;margin:2px 60px;border-radius:4px}`,
        `${bar('19:48', '中国移动 ▮ 12%')}<header>阿杰代充</header>${talk([['-', '10月3日 下午6:20'], ['>', '和平精英 3000点券 多少'], ['<', '300 秒到'], ['>', '会不会封号'], ['<', '半小时内到账 不到退你'], ['-', '10月3日 下午6:26']], '我', '杰')}<div class="m r"><em>我</em><div class="p">¥300.00<br>已收款<small>微信转账</small></div></div><div class="m"><em>杰</em><div class="b">🔊 5"</div></div>${talk([['-', '10月3日 下午7:40'], ['>', '人呢？还没到']], '我', '杰')}<div class="q">阿杰代充：半小时内到账 不到退你</div><div class="t">消息已发出，但被对方拒收了。</div>`),
      screen('s3.jpg', [360, 780, 3], 'payment', { amount: '300.00' },
        `body{background:#f3f3f3}header{text-align:center;padding:12px;background:#fff}.b{background:#fff;margin:14px;border-radius:12px;padding:14px;max-width:300px}`,
        `${bar('18:27', '5G 14%')}<header>95533<br><small>服务信息</small></header><p style="text-align:center;color:#999;font-size:12px;margin-top:12px">10月3日 18:26</p><div class="b">您尾号4417的储蓄卡10月3日18时26分向财付通-微信转账支出人民币300.00元，活期余额1,027.55元。[建设银行]</div>`),
      screen('s4.png', [414, 896, 2], 'failure', { dispute: 'not_delivered' },
        `body{background:#20252e;color:#dfe6ef}h1{font-size:18px;padding:48px 16px 12px}.c{background:#2d3440;margin:14px;border-radius:10px;padding:16px}.e{text-align:center;color:#8592a3;padding:90px 0}`,
        `<h1>点券中心</h1><div class="c">当前点券<br><b style="font-size:28px">0</b></div><div class="c">充值明细　近7天</div><div class="e">您还没有充值记录哦~</div>`),
    ],
  },
  {
    name: 'b8-short-video-shop',
    facts: { dispute: 'not_delivered', platform: '抖音商城', merchant: '辰星游戏专营店', product: '王者荣耀 点券 648元档 直充', amount: '615.00', orderNo: '6927710438852203147', paidAt: '2026-05-21 20:44:58', account: '384417290', tradeNo: '3260521204458017732196' },
    looks: [
      screen('dy1.png', [393, 1000, 2], 'order', { platform: '抖音商城', orderNo: '6927710438852203147', product: '王者荣耀 点券 648元档 直充', amount: '615.00', merchant: '辰星游戏专营店', account: '384417290', time: '2026-05-21 20:44:58' },
        `body{background:#f8f8f8}h1{padding:12px 16px;font-size:21px}.c{background:#fff;margin:10px 12px;border-radius:10px;padding:14px;font-size:14px}${KV}`,
        `${bar('20:51', '中国广电 5G 47')}<h1>充值中</h1><p style="padding:0 16px;color:#888">商家正在为您充值，请耐心等待</p><div class="c"><b>辰星游戏专营店</b><br>王者荣耀 点券 648元档 直充<br><span style="color:#999">×1　¥615.00</span></div><div class="c">${lines([['商品总价', '¥648.00'], ['平台优惠', '-¥33.00'], ['实付款', '¥615.00'], ['充值账号', '384417290'], ['订单编号', '6927710438852203147 | 复制'], ['支付方式', '抖音支付'], ['创建时间', '2026-05-21 20:44:30'], ['支付时间', '2026-05-21 20:44:58']])}</div><p style="text-align:center;color:#bbb">抖音商城 · 平台客服</p>`),
      screen('dy2.jpg', [393, 852, 2], 'payment', { platform: '抖音电商', amount: '615.00', time: '2026-05-21 20:44:58', tradeNo: '3260521204458017732196', merchant: '辰星游戏专营店' },
        `body{background:#fff}h1{text-align:center;font-size:17px;padding:46px 0 20px}.top{text-align:center}.top strong{display:block;font-size:34px;margin:8px}${KV}.kv{padding:9px 20px}`,
        `<h1>交易详情</h1><div class="top">辰星游戏专营店<strong>-615.00</strong>支付成功</div><br>${lines([['交易类型', '抖音电商'], ['支付方式', '浦发银行信用卡(0983)'], ['交易时间', '2026-05-21 20:44:58'], ['支付单号', '3260521204458017732196'], ['商家订单号', '6927710438852203147']])}`),
      screen('dy3.png', [720, 1280, 1], 'chat', { promise: '亲 今天24点前给您充上', orderNo: '6927710438852203147' },
        `body{background:#f5f5f5;font-size:22px}header{background:#fff;text-align:center;padding:60px 0 16px}.card{background:#fff;margin:14px 24px;border-radius:12px;padding:18px}${bubbles('#d6e8ff', '#fff')}.m em{width:60px;height:60px;line-height:60px;font-size:20px}.t{font-size:18px}`,
        `<header>辰星游戏专营店</header><div class="card">你正在咨询的订单<br>订单号：6927710438852203147<br>¥615.00</div>${talk([['-', '05-21 22:10'], ['>', '一个多小时了还没到账'], ['<', '亲 今天24点前给您充上'], ['-', '05-22 09:03'], ['>', '还是没到 申请退款'], ['<', '充值类商品不支持退款的呢']], '我', '辰')}`),
      screen('dy4.png', [780, 360, 2], 'failure', { fail: '充值未到账' },
        `body{background:#0b1830;color:#cfe3ff}.l{position:absolute;left:40px;top:40px;font-size:20px}.r{position:absolute;left:330px;top:50px;width:420px;background:#13284d;border-radius:8px;padding:20px}.r p{padding:4px 0}`,
        `<div class="l">点券 <b>12</b></div><div class="r"><b>订单查询结果</b><p>充值未到账</p><p style="color:#88a">区服：微信区 手Q 384417290</p><p style="color:#88a">最近一次充值：2026-02-11</p></div>`),
    ],
  },
  {
    name: 'b9-office-key',
    facts: { dispute: 'not_as_described', platform: '京东', merchant: '智办公软件专营店', product: 'Office 2024 家庭版 终身激活密钥', amount: '239.00', orderNo: '310552877164', paidAt: '2026-06-09 10:17:25', card: 'N7QKD-4WX8V-HB2PM-T6RJC-9GYF3', fail: "We're sorry, this product key can't be used in your region.", sellerName: '深圳市智办公科技有限公司' },
    looks: [
      screen('jd-1.jpg', [414, 1000, 2], 'order', { orderNo: '310552877164', product: 'Office 2024 家庭版 终身激活密钥', amount: '239.00', merchant: '智办公软件专营店' },
        `body{background:#f2f2f2}h1{background:#e1251b;color:#fff;padding:46px 16px 16px;font-size:20px}.c{background:#fff;margin:10px;border-radius:10px;padding:14px}${KV}.kv{font-size:14px}`,
        `<h1>已完成</h1><div class="c"><b>智办公软件专营店</b><p>Office 2024 家庭版 终身激活密钥</p><p style="color:#999">数量：1</p></div><div class="c">${lines([['商品总额', '¥259.00'], ['京券', '-¥20.00'], ['运费', '¥0.00'], ['实付款', '¥239.00']])}</div><div class="c">${lines([['订单编号', '310552877164　复制'], ['下单时间', '2026-06-09 10:16:58'], ['支付方式', '在线支付'], ['支付时间', '2026-06-09 10:17:25'], ['配送方式', '电子发货']])}</div><p style="text-align:center;color:#aaa">京东 客服 | 再次购买</p>`),
      screen('jd-2.png', [390, 844, 2], 'payment', { amount: '239.00', time: '2026-06-09 10:17:25', tradeNo: '92026060910171844500327716' },
        `body{background:#fff}h1{font-size:17px;text-align:center;padding:46px 0 12px}${KV}.kv{padding:9px 20px;font-size:14px}.top{text-align:center;padding:20px}.top strong{font-size:32px;display:block}`,
        `<h1>账单详情</h1><div class="top">京东平台商户<strong>-239.00</strong>交易成功</div>${lines([['商户名称', '智办公软件专营店'], ['支付方式', '京东白条'], ['支付时间', '2026-06-09 10:17:25'], ['总订单编号', '310552877164'], ['交易流水号', '92026060910171844500327716']])}`),
      screen('jd-3.jpg', [393, 852, 2], 'chat', {},
        `body{background:#191919;color:#ddd}header{background:#222;text-align:center;padding:46px 0 10px}${bubbles('#e1251b', '#2c2c2c', '#eee')}`,
        `<header>智办公软件专营店</header>${talk([['-', '2026-06-09 11:02'], ['>', '密钥提示地区不能用，页面写的全球通用'], ['<', '亲，需要您挂梯子激活哦'], ['>', '买之前没说，我要退款'], ['<', '密钥已展示，按规定无法退换'], ['-', '2026-06-09 15:30'], ['<', '您这个情况已上报主管，三个工作日内给您处理方案']], '我', '智')}`),
      screen('ms.png', [1440, 810, 1], 'failure', { fail: "We're sorry, this product key can't be used in your region.", card: 'N7QKD-4WX8V-HB2PM-T6RJC-9GYF3' },
        `body{background:#e6e6e6;font-family:'Noto Sans',sans-serif}.w{background:#fff;width:760px;margin:120px auto;padding:40px 50px}h1{color:#d83b01;font-weight:400;font-size:30px;margin-bottom:16px}input{width:420px;border:1px solid #999;padding:8px;font-size:16px}.e{color:#a80000;margin:12px 0}button{background:#d83b01;color:#fff;border:0;padding:10px 32px}`,
        `<div class="w"><h1>Enter your product key</h1><p>A product key is 25 characters and is typically found on the product packaging.</p><br><input value="N7QKD-4WX8V-HB2PM-T6RJC-9GYF3"><p class="e">We're sorry, this product key can't be used in your region.</p><button>Next</button></div>`),
      screen('licence.png', [800, 560, 1.5], 'identity', { sellerName: '深圳市智办公科技有限公司' },
        `body{background:#fffdf5;padding:40px 60px;font-size:16px}h1{text-align:center;letter-spacing:16px;margin-bottom:20px}table{width:100%}th{width:130px;text-align:left;font-weight:400;color:#555;padding:6px 0}`,
        `<h1>营业执照</h1>${table([['统一社会信用代码', '91440300MA5GQ7XL4T'], ['名称', '深圳市智办公科技有限公司'], ['类型', '有限责任公司'], ['法定代表人', '罗文彬'], ['注册资本', '壹佰万元整'], ['成立日期', '2021年03月18日'], ['住所', '深圳市龙华区民治街道樟坑社区青创城A栋507'], ['经营范围', '软件开发；软件销售；电子产品销售']])}<p style="text-align:right">登记机关　深圳市市场监督管理局</p>`),
    ],
  },
];
