import { type LookDossier } from './page.ts';
import { bar, bubbles, lines, screen, table, talk, FALLBACK, SERIF } from './second/screen.ts';

const KV = '.kv{display:flex;justify-content:space-between;padding:8px 0}.kv i{font-style:normal;color:#8a8a8a}.kv b{font-weight:400;text-align:right}';

/** Written after the second set had been read and its gaps closed, in words that are not in it. */
export const THIRD: readonly LookDossier[] = [
  {
    name: 'c1-phone-bill-topup',
    facts: { dispute: 'not_delivered', platform: '蜂鸟话费网', product: '移动话费慢充200元', amount: '188.88', orderNo: 'FN88120260227193', paidAt: '2026-02-27 11:05:49', tradeNo: '2026022722001488120573316604', account: '15827740369' },
    looks: [
      screen('p1.png', [412, 900, 2], 'order', { orderNo: 'FN88120260227193', amount: '188.88', product: '移动话费慢充200元', account: '15827740369', platform: '蜂鸟话费网' },
        `body{background:#eef3ff}header{background:#3d6bff;color:#fff;padding:48px 16px 14px;font-size:18px}.c{background:#fff;margin:12px;border-radius:14px;padding:16px}${KV}footer{text-align:center;color:#9aa;font-size:12px;margin-top:20px}`,
        `<header>充值订单</header><div class="c"><b style="color:#ff8a00;font-size:20px">等待到账</b></div><div class="c">${lines([['商品', '移动话费慢充200元'], ['充值号码', '15827740369'], ['支付金额', '￥188.88'], ['订单编码', 'FN88120260227193'], ['下单时间', '2026-02-27 11:05:20'], ['支付渠道', '支付宝']])}</div><footer>蜂鸟话费网 ｜ 用户协议 ｜ 意见反馈</footer>`),
      screen('p2.jpg', [390, 844, 2], 'payment', { tradeNo: '2026022722001488120573316604', amount: '188.88', time: '2026-02-27 11:05:49', merchant: '鸟巢通讯商行' },
        `body{background:#f5f5f5}.c{background:#fff;margin:12px;border-radius:10px;padding:16px}h1{text-align:center;font-size:17px;padding:48px 0 8px;font-weight:500}.top{text-align:center}.top strong{display:block;font-size:36px}${KV}.kv{font-size:14px}`,
        `<h1>账单详情</h1><div class="c top">鸟巢通讯商行<strong>188.88</strong><span style="color:#999">支付成功</span></div><div class="c">${lines([['支付时间', '2026-02-27 11:05:49'], ['付款方式', '招商银行储蓄卡(0917)'], ['商品说明', '话费'], ['收款方全称', '鸟巢通讯商行'], ['交易号', '2026022722001488120573316604']])}</div>`),
      screen('p3.png', [375, 812, 2], 'chat', { orderNo: 'FN88120260227193', promise: '您好 慢充最晚后天下午5点前到账，没到给您退' },
        `body{background:#f0f2f5}header{background:#3d6bff;color:#fff;padding:46px 14px 10px;text-align:center}${bubbles('#3d6bff', '#fff')}.r .b{color:#fff}`,
        `<header>蜂鸟小助手</header>${talk([['-', '2026-02-28 09:12'], ['>', '昨天的单FN88120260227193还没动静'], ['<', '您好 慢充最晚后天下午5点前到账，没到给您退'], ['-', '2026-03-03 10:40'], ['>', '今天3号了，话费余额没变'], ['<', '运营商那边卡住了，再等等'], ['>', '不等了 退钱']], '客', '鸟')}`),
      screen('p4.jpg', [360, 780, 3], 'failure', { fail: '本月没有查到充值缴费记录' },
        `body{background:#fff}header{background:#0a86d8;color:#fff;padding:44px 14px 12px;font-size:17px}.n{padding:20px;font-size:18px}.e{text-align:center;margin-top:80px;color:#777;font-size:16px}`,
        `<header>缴费历史</header><div class="n">158****0369<br>当前话费 ￥3.17</div><div class="e">本月没有查到充值缴费记录</div>`),
    ],
  },
  {
    name: 'c2-video-member-shared',
    facts: { dispute: 'account_banned', platform: '转转', merchant: '阿初数码', product: '百度网盘超级会员年费账号', amount: '79.00', orderNo: '1867420039518276', paidAt: '2026-04-12 16:30:02', tradeNo: '4200002977202604125530187264', fail: '账号存在异常共享行为，已限制登录' },
    looks: [
      screen('1.png', [414, 960, 2], 'order', { orderNo: '1867420039518276', amount: '79.00', merchant: '阿初数码', product: '百度网盘超级会员年费账号' },
        `body{background:#f7f7f7}h1{padding:50px 16px 6px;font-size:22px}.c{background:#fff;margin:10px;padding:14px;border-radius:8px}${KV}.g{display:flex;gap:12px;margin-top:8px}.g i{width:70px;height:70px;background:#cde}`,
        `<h1>订单已完成</h1><div class="c">阿初数码 &gt;<div class="g"><i></i><div>百度网盘超级会员年费账号<br><b>￥79.00</b></div></div></div><div class="c">${lines([['商品金额', '￥79.00'], ['运费', '￥0.00'], ['实付', '￥79.00']])}</div><div class="c">${lines([['订单编号', '1867420039518276'], ['下单时间', '2026-04-12 16:29:40'], ['付款时间', '2026-04-12 16:30:02'], ['成交时间', '2026-04-13 08:10:11']])}</div><p style="text-align:center;color:#aaa">转转 · 平台客服</p>`),
      screen('2.png', [375, 780, 2], 'payment', { tradeNo: '4200002977202604125530187264', merchantOrderNo: '2604121629408867', amount: '79.00', time: '2026-04-12 16:30:02', merchant: '北京转转精神科技有限责任公司' },
        `body{background:#ededed}.c{background:#fff;margin-top:60px;padding:24px}.top{text-align:center;margin-bottom:24px}.top strong{font-size:38px;display:block}.kv{display:flex;padding:6px 0}.kv i{font-style:normal;color:#888;width:96px;flex:none}.kv b{font-weight:400;word-break:break-all}`,
        `<div class="c"><div class="top">转转<strong>-79.00</strong></div>${lines([['当前状态', '支付成功'], ['商品', '转转订单'], ['商户全称', '北京转转精神科技有限责任公司'], ['支付时间', '2026-04-12 16:30:02'], ['支付方式', '工商银行(5520)'], ['交易单号', '4200002977202604125530187264'], ['商户单号', '2604121629408867']])}</div>`, FALLBACK),
      screen('3.jpg', [720, 1280, 1], 'chat', { promise: '一年内掉线免费补号' },
        `body{background:#fafafa;font-size:24px}header{background:#fff;padding:56px 0 14px;text-align:center;border-bottom:1px solid #eee}${bubbles('#ffdfdc', '#f0f0f0')}.m em{width:64px;height:64px;line-height:64px;font-size:22px}.t{font-size:18px}`,
        `<header>阿初数码</header>${talk([['-', '04-12 16:20'], ['>', '号稳不稳 会掉吗'], ['<', '一年内掉线免费补号'], ['-', '05-02 21:15'], ['>', '网盘登不进去了 说限制登录'], ['<', '官方风控 这个我管不了'], ['>', '当时你说补的']], '买', '初')}`),
      screen('4.png', [1366, 768, 1], 'failure', { fail: '账号存在异常共享行为，已限制登录' },
        `body{background:#eef4ff}.d{width:420px;margin:200px auto;background:#fff;border-radius:8px;padding:24px;text-align:center}.d h3{font-size:17px;margin-bottom:12px}.d button{margin-top:18px;background:#06a7ff;border:0;color:#fff;padding:8px 40px;border-radius:16px}`,
        `<div class="d"><h3>安全提醒</h3><p>账号存在异常共享行为，已限制登录</p><p style="color:#999;font-size:12px">预计恢复时间：2026-06-01 00:00</p><button>我已了解</button></div>`),
    ],
  },
  {
    name: 'c3-game-key-web',
    facts: { dispute: 'card_invalid', platform: '像素仓', product: '怪物猎人 荒野 国区激活KEY', amount: '218.00', orderNo: 'PX-2609-4471-0082', paidAt: '2026-09-14 22:01:37', tradeNo: '4200003050202609148826107745', card: 'H4TQ2-ZKM9L-0PWCE', fail: '该序列号已被其他帐户激活' },
    looks: [
      screen('shop.png', [1200, 800, 1], 'order', { orderNo: 'PX-2609-4471-0082', product: '怪物猎人 荒野 国区激活KEY', amount: '218.00', card: 'H4TQ2-ZKM9L-0PWCE', platform: '像素仓' },
        `body{background:#fff;font-size:14px}nav{border-bottom:2px solid #222;padding:14px 40px;font-size:20px}main{display:flex;gap:40px;padding:24px 40px}dl{width:520px}dt{color:#888;margin-top:12px;font-size:13px}dd{font-size:15px}pre{background:#f3f3f3;padding:12px 16px;font-family:'Noto Sans Mono CJK SC';font-size:16px}`,
        `<nav>像素仓 <small style="font-size:12px">PIXEL DEPOT</small></nav><main><dl><dt>订单编号</dt><dd>PX-2609-4471-0082</dd><dt>商品名称</dt><dd>怪物猎人 荒野 国区激活KEY</dd><dt>应付总额</dt><dd>218.00 元</dd><dt>付款时间</dt><dd>2026-09-14 22:01:37</dd></dl><div><p>激活码</p><pre>H4TQ2-ZKM9L-0PWCE</pre></div></main><p style="text-align:center;color:#999">版权所有 © 2026 像素仓</p>`),
      screen('pay.jpg', [393, 852, 2], 'payment', { tradeNo: '4200003050202609148826107745', merchantOrderNo: 'PX26094471008220', amount: '218.00', time: '2026-09-14 22:01:37', merchant: '成都像素仓库科技有限公司' },
        `body{background:#191919;color:#ccc}.top{text-align:center;padding:70px 0 30px}.top strong{display:block;font-size:40px;color:#fff}.kv{display:flex;padding:8px 22px}.kv i{font-style:normal;color:#777;width:100px}.kv b{font-weight:400}`,
        `<div class="top">成都像素仓库科技<strong>-218.00</strong></div>${lines([['当前状态', '支付成功'], ['支付时间', '2026年9月14日 22:01:37'], ['商品', '数字商品'], ['商户全称', '成都像素仓库科技有限公司'], ['收单机构', '财付通支付科技有限公司'], ['支付方式', '零钱'], ['交易单号', '4200003050202609148826107745'], ['商户单号', 'PX26094471008220']])}`),
      screen('widget.png', [1100, 760, 1], 'chat', { orderNo: 'PX-2609-4471-0082', promise: '您好，已收到，我们会在3个工作日内核实并补发' },
        `body{background:#dfe4ea}.w{width:420px;margin:40px auto;background:#fff;border-radius:10px;overflow:hidden;height:640px}.h{background:#111;color:#fff;padding:14px}${bubbles('#111', '#f1f1f1')}.r .b{color:#fff}.m em{display:none}`,
        `<div class="w"><div class="h">像素仓 客户支持</div>${talk([['-', '2026-09-14 22:20'], ['>', '激活码提示被别人用了'], ['>', '订单 PX-2609-4471-0082'], ['<', '您好，已收到，我们会在3个工作日内核实并补发'], ['-', '2026-09-20 13:02'], ['>', '都6天了'], ['<', '核实结果为已激活，本店不予补发']])}</div>`),
      screen('error.png', [1280, 720, 1], 'failure', { fail: '该序列号已被其他帐户激活', card: 'H4TQ2-ZKM9L-0PWCE' },
        `body{background:#20242b;color:#dde}.b{width:560px;margin:120px auto;background:#2b313b;padding:26px}label{display:block;color:#9ab}input{width:100%;background:#181c22;border:1px solid #456;color:#fff;padding:10px;font-size:16px}.e{color:#ff6b6b;margin-top:8px}`,
        `<div class="b"><h2 style="font-weight:400;margin-bottom:16px">在平台上激活产品</h2><label>请输入序列号</label><input value="H4TQ2-ZKM9L-0PWCE"><p class="e">该序列号已被其他帐户激活</p></div>`),
      screen('ticket.jpg', [390, 700, 2], 'filing_receipt', {},
        `body{background:#fff;padding:50px 18px}h1{font-size:19px;margin-bottom:14px}table{width:100%}th{text-align:left;font-weight:400;color:#888;width:96px;padding:8px 0}`,
        `<h1>投诉提交成功</h1>${table([['投诉编号', '5101-20260921-003874'], ['被投诉方', '成都像素仓库科技有限公司'], ['提交时间', '2026-09-21 09:30'], ['当前进度', '待受理']])}<p style="color:#888">请耐心等待市场监督管理部门处理</p>`, SERIF),
    ],
  },
  {
    name: 'c4-desktop-chat-topup',
    facts: { dispute: 'not_delivered', platform: '星游卡盟', product: '剑灵点卡1000点', amount: '95.00', orderNo: '6620260801774310', paidAt: '2026-08-01 19:22:08', tradeNo: '2026080122001491337705528814', merchant: '老猫供货' },
    looks: [
      screen('a.png', [1024, 600, 1], 'order', { orderNo: '6620260801774310', product: '剑灵点卡1000点', amount: '95.00', merchant: '老猫供货' },
        `body{font-size:13px;background:#f4f9f4}#h{background:#2e8b57;color:#fff;padding:10px 20px;font-size:20px}table{margin:16px 20px;border-collapse:collapse;background:#fff}th,td{border:1px solid #9c9;padding:7px 14px;text-align:left}th{background:#e2f2e2;font-weight:400}`,
        `<div id="h">星游卡盟 诚信经营 售后无忧</div>${table([['订单编号', '6620260801774310'], ['商品名称', '剑灵点卡1000点'], ['供货商', '老猫供货'], ['购买数量', '1'], ['订单金额', '95.00'], ['充值账号', 'jianling_0801'], ['提交时间', '2026-08-01 19:21:40'], ['订单状态', '充值失败，等待人工处理']])}`),
      screen('b.jpg', [375, 800, 2], 'payment', { tradeNo: '2026080122001491337705528814', merchantOrderNo: '6620260801774310', amount: '95.00', time: '2026-08-01 19:22:08', merchant: '周口市川汇区老猫网络店' },
        `body{background:#fff}h1{background:#f5f5f9;font-size:17px;text-align:center;padding:46px 0 12px}.top{text-align:center;padding:18px}.top strong{display:block;font-size:30px}${KV}.kv{padding:8px 18px;font-size:14px}`,
        `${bar('19:30', 'WLAN 5G 66%')}<h1>账单详情</h1><div class="top">周口市川汇区老猫网络店<strong>-95.00</strong>交易成功</div>${lines([['订单金额', '95.00'], ['付款方式', '余额宝'], ['商品说明', '网络商品'], ['创建时间', '2026-08-01 19:22:01'], ['付款时间', '2026-08-01 19:22:08'], ['订单号', '2026080122001491337705528814'], ['商家订单号', '6620260801774310']])}`),
      screen('c.png', [820, 560, 1.25], 'chat', { orderNo: '6620260801774310', merchant: '老猫', promise: '接口抽风，明晚8点前不到账给你退款' },
        `body{background:#fff;font-size:13px}#t{background:#f0f0f0;padding:8px 14px;border-bottom:1px solid #ddd}.q{padding:6px 14px}.q u{text-decoration:none;color:#808080;display:block}`,
        `<div id="t">老猫（卡盟供货）</div>${[['大刘', '2026-08-01 20:10:15', '充值失败了 单号6620260801774310'], ['老猫（卡盟供货）', '2026-08-01 20:18:40', '接口抽风，明晚8点前不到账给你退款'], ['大刘', '2026-08-03 12:00:09', '已经过了 没到也没退'], ['大刘', '2026-08-03 12:40:33', '？？'], ['老猫（卡盟供货）', '2026-08-03 13:05:12', '等通知']].map(([who, at, text]) => `<div class="q"><u>${who} ${at}</u>${text}</div>`).join('')}`),
      screen('d.png', [414, 800, 2], 'failure', { fail: '充值失败，请联系商家' },
        `body{background:#fff}header{text-align:center;padding:50px 0 14px;font-size:18px;border-bottom:1px solid #eee}.s{text-align:center;margin-top:90px}.s i{display:block;width:70px;height:70px;border-radius:50%;background:#e64340;margin:0 auto 16px}`,
        `<header>结果</header><div class="s"><i></i><b style="font-size:20px">充值失败，请联系商家</b><p style="color:#888;margin-top:10px">剑灵点卡1000点</p></div>`),
    ],
  },
];
