import { type LookDossier } from '../page.ts';
import { bar, bubbles, lines, screen, talk, FALLBACK } from './screen.ts';

const KV = '.kv{display:flex;justify-content:space-between;padding:7px 0}.kv i{font-style:normal;color:#999}.kv b{font-weight:400;text-align:right}';

/** The big market places, as their apps show them. */
export const MARKETS: readonly LookDossier[] = [
  {
    name: 'b4-secondhand-account',
    facts: {
      dispute: 'account_banned', platform: '闲鱼', merchant: '小北鼻代肝', product: '原神号五星角色12个带专武', amount: '460.00', orderNo: '2491730558612440917', tradeNo: '2026082622001135770508846192', paidAt: '2026-08-26 12:50:33',
    },
    looks: [
      screen('a.png', [390, 1020, 2], 'order', { orderNo: '2491730558612440917', product: '原神号五星角色12个带专武', amount: '460.00', tradeNo: '2026082622001135770508846192', time: '2026-08-26 12:50:33', merchant: '小北鼻代肝', platform: '闲鱼' },
        `body{background:#f6f6f6}h1{font-size:20px;padding:10px 16px}.c{background:#fff;margin:10px;border-radius:12px;padding:14px}.g{display:flex;gap:10px}.g i{width:72px;height:72px;background:#cfe3d8;border-radius:6px}${KV}.kv{font-size:13px}`,
        `${bar('13:02', '中国电信 5G 88%')}<h1>交易成功</h1><p style="padding:0 16px;color:#777;font-size:13px">快给卖家一个评价吧</p><div class="c"><div class="g"><i></i><div>原神号五星角色12个带专武<br><b style="color:#ff4c00">¥460.00</b></div></div></div><div class="c">${lines([['实付款', '¥460.00'], ['卖家昵称', '小北鼻代肝'], ['订单编号', '2491730558612440917 复制'], ['支付宝交易号', '2026082622001135770508846192'], ['下单时间', '2026-08-26 12:49:58'], ['付款时间', '2026-08-26 12:50:33'], ['发货时间', '2026-08-26 12:58:07'], ['成交时间', '2026-08-26 13:01:44']])}</div><p style="text-align:center;color:#bbb;font-size:12px">闲鱼 让你的闲置游起来</p>`),
      screen('b.png', [390, 844, 2], 'chat', { promise: '包找回赔付 三个月内被找回全额退' },
        `body{background:#f4f4f4}header{background:#fff;padding:8px 16px;text-align:center}.card{background:#fff;display:flex;gap:10px;padding:10px 14px;margin-bottom:8px}.card i{width:48px;height:48px;background:#cfe3d8}${bubbles('#ffe60f', '#fff')}`,
        `${bar('20:31', 'WLAN 55')}<header>小北鼻代肝<br><small style="color:#999">芝麻信用极好 · 来自长沙</small></header><div class="card"><i></i><div><b style="color:#ff4c00">¥460.00</b><br><small>交易成功</small></div></div>${talk([['-', '08-26 12:40'], ['>', '号会不会被找回'], ['<', '包找回赔付 三个月内被找回全额退'], ['-', '09-15 20:28'], ['>', '号登不上了，提示封禁'], ['<', '那是你自己开挂吧 跟我没关系']], '我', '北')}`),
      screen('c.png', [375, 760, 2.2], 'payment', { tradeNo: '2026082622001135770508846192', amount: '460.00', time: '2026-08-26 12:50:33' },
        `body{background:#fff}h1{background:#1677ff;color:#fff;font-size:18px;padding:44px 16px 12px;font-weight:400}.top{padding:20px;text-align:center}.top strong{font-size:30px;display:block}${KV}.kv{padding:9px 18px;border-top:1px solid #f2f2f2;font-size:14px}`,
        `<h1>‹ 账单详情</h1><div class="top">闲鱼交易-小**肝<strong>460.00</strong>交易成功</div>${lines([['付款方式', '余额'], ['商品说明', '原神号五星角色12个带专武'], ['对方账户', '小**肝 158******40'], ['创建时间', '2026-08-26 12:49:58'], ['付款时间', '2026-08-26 12:50:33'], ['订单号', '2026082622001135770508846192']])}`, FALLBACK),
      screen('d.png', [844, 390, 2], 'failure', { fail: '该账号因存在违规行为已被封禁' },
        `body{background:#2a2f45;color:#eee}.w{width:520px;margin:60px auto 0;background:#f4efe4;color:#5b5348;border-radius:10px;text-align:center;padding:22px}h2{font-size:18px;margin-bottom:12px}button{background:#4a5366;color:#f4e6c8;border:0;border-radius:18px;padding:8px 60px;margin-top:16px}`,
        `<div class="w"><h2>提示</h2><p>该账号因存在违规行为已被封禁</p><p>解封时间：2036/09/12 00:00:00</p><p style="font-size:12px">UID：163884201　如有疑问请联系客服</p><button>确认</button></div><p style="font-size:10px;padding:6px">CNRELWin5.8.0_R27</p>`),
      screen('e.png', [390, 844, 2], 'filing_receipt', {},
        `body{background:#f7f7f7}h1{background:#fff;text-align:center;font-size:17px;padding:46px 0 12px}.c{background:#fff;margin:12px;padding:16px;border-radius:10px}${KV}`,
        `<h1>投诉详情</h1><div class="c"><b style="font-size:19px">平台处理中</b><p style="color:#888">您的投诉已受理，客服将在3个工作日内给出结果</p></div><div class="c">${lines([['投诉单号', 'TS20260916004417'], ['投诉原因', '账号被找回/封禁'], ['提交时间', '2026-09-16 09:12:30'], ['关联订单', '2491730558612440917']])}</div>`),
    ],
  },
  {
    name: 'b5-group-buy-member',
    facts: {
      dispute: 'card_invalid', platform: '拼多多', merchant: '悦享数字权益', product: '爱奇艺黄金VIP会员月卡兑换码', amount: '13.90', orderNo: '261107-558820316642901', tradeNo: '4200003188202611074461290037', paidAt: '2026-11-07 08:22:15', fail: '兑换失败，该激活码已被使用', card: 'QY8H3KD0PLM27X5A',
    },
    looks: [
      screen('1.jpg', [393, 980, 2.75], 'order', { orderNo: '261107-558820316642901', product: '爱奇艺黄金VIP会员月卡兑换码', amount: '13.90', merchant: '悦享数字权益', platform: '拼多多' },
        `body{background:#f4f4f4}h1{background:#fff;padding:8px 14px;font-size:20px}.c{background:#fff;margin-top:8px;padding:12px 14px}.g{display:flex;gap:10px;margin:8px 0}.g i{width:84px;height:84px;background:#dfe}.s{color:#666;font-size:13px;padding:3px 0}`,
        `${bar('8:30', '⚡ 5G 23%')}<h1>待评价</h1><div class="c"><b>悦享数字权益 ›</b><div class="g"><i></i><div>爱奇艺黄金VIP会员月卡兑换码<br><small style="color:#999">自动充值/卡密 ×1</small><br><small>¥15.90</small></div></div><div style="text-align:right">优惠 ¥2.00　实付: <b style="color:#e02e24">¥13.90</b></div></div><div class="c"><div class="s">订单编号：261107-558820316642901　复制</div><div class="s">支付方式：微信支付</div><div class="s">下单时间：2026-11-07 08:21:50</div><div class="s">发货时间：2026-11-07 08:22:20</div></div><div class="c"><b>卡券信息</b><div class="s">激活码：QY8H3KD0PLM27X5A</div></div><p style="text-align:center;color:#bbb;padding:12px">拼多多 为你推荐</p>`),
      screen('2.png', [390, 844, 2.77], 'payment', { tradeNo: '4200003188202611074461290037', merchantOrderNo: 'XP3126110708221012750066480019', merchant: '上海寻梦信息技术有限公司', amount: '13.90', time: '2026-11-07 08:22:15', platform: '拼多多' },
        `body{background:#111;color:#d5d5d5}.top{padding:40px 0 30px;text-align:center}.top strong{font-size:40px;display:block;color:#fff}.kv{display:flex;padding:7px 24px;font-size:15px}.kv i{font-style:normal;color:#7d7d7d;width:96px;flex:none}.kv b{font-weight:400;word-break:break-all}`,
        `${bar('08:33', 'ıll 5G 22', '#eee')}<div class="top">拼多多平台商户<strong>-13.90</strong></div>${lines([['当前状态', '支付成功'], ['支付时间', '2026年11月7日 08:22:15'], ['商品', '商户单号XP3126110708221012750066480019'], ['商户全称', '上海寻梦信息技术有限公司'], ['收单机构', '财付通支付科技有限公司'], ['支付方式', '零钱通'], ['交易单号', '4200003188202611074461290037'], ['商户单号', 'XP3126110708221012750066480019']])}<p style="padding:30px 24px;color:#7d7d7d">账单服务　对订单有疑惑　　发起群收款</p>`),
      screen('3.jpg', [360, 760, 2], 'chat', {},
        `body{background:#f2f2f2}header{background:#fff;padding:10px;text-align:center}.card{background:#fff;margin:8px 12px;border-radius:8px;padding:10px;font-size:13px}${bubbles('#f7c9c5', '#fff')}`,
        `<header>悦享数字权益 ›<br><small style="color:#999">客服在线时间 9:00-22:00</small></header>${talk([['-', '11月7日 08:40'], ['>', '激活码用不了，说被用过了'], ['<', '亲亲，系统自动回复：卡密售出不退不换哦，请确认兑换账号'], ['>', '我一兑换就说已使用'], ['-', '11月7日 10:05'], ['<', '这边帮您向上游申请补发，周一前给您回复哦']], '我', '悦')}<div class="card">订单编号：261107-558820316642901<br>共1件商品 合计¥13.90</div>`),
      screen('4.png', [393, 852, 2.75], 'failure', { fail: '兑换失败，该激活码已被使用', card: 'QY8H3KD0PLM27X5A' },
        `body{background:#1b1c21;color:#fff}h1{font-size:18px;text-align:center;padding:50px 0 20px}.i{margin:20px;background:#2a2b31;border-radius:8px;padding:14px}.toast{position:absolute;top:420px;left:60px;right:60px;background:rgba(0,0,0,.85);border-radius:8px;text-align:center;padding:14px;border:1px solid #444}button{margin:0 20px;width:353px;background:#e7c488;border:0;border-radius:24px;padding:12px;font-size:16px}`,
        `<h1>激活码兑换</h1><div class="i">QY8H3KD0PLM27X5A</div><button>立即兑换</button><p style="padding:20px;color:#888;font-size:13px">1. 激活码兑换成功后权益立即生效<br>2. 激活码有效期以购买页面为准</p><div class="toast">兑换失败，该激活码已被使用</div>`),
    ],
  },
  {
    name: 'b6-big-letters',
    facts: {
      dispute: 'card_invalid', platform: '淘宝', merchant: '果粒充值旗舰店', product: 'App Store 充值卡 200元 电子卡', amount: '194.00', orderNo: '4039175526680184526', tradeNo: '2026071422001406211439082256', paidAt: '2026-07-14 19:07:41', card: 'XQ7RJ2MNCV4TB9KW', fail: '此兑换码无效，请再试一次',
    },
    looks: [
      screen('淘宝.png', [360, 1120, 3], 'order', { orderNo: '4039175526680184526', product: 'App Store 充值卡 200元 电子卡', amount: '194.00', merchant: '果粒充值旗舰店', tradeNo: '2026071422001406211439082256', time: '2026-07-14 19:07:41' },
        `body{background:#f2f2f2;font-size:21px}h1{background:#ff5000;color:#fff;padding:40px 16px 14px;font-size:26px}.c{background:#fff;margin:10px;padding:14px;border-radius:12px}.kv{padding:5px 0}.kv i{font-style:normal;color:#888;display:block;font-size:18px}.kv b{font-weight:400}`,
        `<h1>卖家已发货</h1><div class="c">果粒充值旗舰店 &gt;<br>App Store 充值卡 200元 电子卡<br><span style="color:#888">x1</span><br>实付款 <b style="color:#ff5000">￥194.00</b></div><div class="c">${lines([['订单编号', '4039175526680184526'], ['支付宝交易号', '2026071422001406211439082256'], ['创建时间', '2026-07-14 19:07:12'], ['付款时间', '2026-07-14 19:07:41'], ['发货时间', '2026-07-14 19:07:50']])}</div>`),
      screen('支付宝.png', [360, 900, 2], 'payment', { tradeNo: '2026071422001406211439082256', merchantOrderNo: 'T200P4039175526680184526', amount: '194.00', time: '2026-07-14 19:07:41', merchant: '果粒充值旗舰店' },
        `body{background:#1a1a1a;color:#ddd}h1{font-size:19px;text-align:center;padding:44px 0 10px;font-weight:500}.top{text-align:center;font-size:18px;padding:14px}.top strong{font-size:36px;display:block}.kv{padding:7px 18px;display:flex;font-size:17px}.kv i{font-style:normal;color:#888;width:110px;flex:none}.kv b{font-weight:400;word-break:break-all}`,
        `<h1>账单详情</h1><div class="top">果粒充值旗舰店<strong>-194.00</strong><small>交易成功</small></div>${lines([['支付时间', '2026-07-14 19:07:41'], ['付款方式', '中国农业银行储蓄卡(2290)'], ['商品说明', 'App Store 充值卡 200元 电子卡'], ['收货地址', '虚拟商品'], ['订单号', '2026071422001406211439082256'], ['商户订单号', 'T200P4039175526680184526']])}`),
      screen('旺旺.jpg', [360, 800, 2], 'chat', { orderNo: '4039175526680184526', promise: '非常抱歉，已登记，明天下午6点前给您换一张新的' },
        `body{background:#efeff4;font-size:19px}header{background:#fff;padding:40px 16px 10px}${bubbles('#ffd9c2', '#fff')}.b{max-width:75%}`,
        `<header>果粒充值旗舰店 <small style="color:#f50">天猫</small></header>${talk([['-', '2026-07-14 20:15'], ['>', '卡号说无效 订单4039175526680184526'], ['<', '非常抱歉，已登记，明天下午6点前给您换一张新的'], ['-', '2026-07-16 09:30'], ['>', '新的呢？'], ['<', '亲 正在催仓库哦']])}`),
      screen('苹果.png', [390, 844, 3], 'failure', { fail: '此兑换码无效，请再试一次', card: 'XQ7RJ2MNCV4TB9KW' },
        `body{background:#f2f2f7}h1{font-size:17px;text-align:center;padding:52px 0 16px}.i{background:#fff;margin:16px;border-radius:10px;padding:13px;letter-spacing:1px}.d{position:absolute;top:330px;left:60px;width:270px;background:#fafafa;border-radius:14px;text-align:center;box-shadow:0 0 0 1000px rgba(0,0,0,.25)}.d p{padding:20px 16px;font-weight:600}.d u{display:block;border-top:1px solid #ccc;padding:11px;color:#007aff;text-decoration:none}`,
        `<h1>兑换代码</h1><div class="i">XQ7RJ2MNCV4TB9KW</div><p style="padding:0 20px;color:#888;font-size:13px">您也可以使用相机扫描充值卡背面的代码。</p><div class="d"><p>此兑换码无效，请再试一次</p><u>好</u></div>`),
      screen('退款.png', [375, 812, 2], 'refund', { amount: '194.00', orderNo: '4039175526680184526' },
        `body{background:#f5f5f5}h1{background:#fff;text-align:center;font-size:17px;padding:46px 0 12px}.c{background:#fff;margin:10px;border-radius:10px;padding:16px}${KV}`,
        `<h1>退款详情</h1><div class="c"><b style="font-size:20px">退款关闭</b><p style="color:#888">卖家拒绝退款：虚拟卡密已发出，不支持退款</p></div><div class="c">${lines([['退款编号', '188204417526680184526'], ['退款原因', '卡密无法使用'], ['退款金额', '￥194.00'], ['申请时间', '2026-07-16 09:41:20'], ['订单编号', '4039175526680184526']])}</div>`),
    ],
  },
];
