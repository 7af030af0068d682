import { type LookDossier } from '../page.ts';
import { bar, bubbles, lines, screen, table, talk, SERIF } from './screen.ts';

/** Shops on the web: a card-issuing page, an old wholesale site, a dark mobile page with a messenger. */
export const WEBSHOPS: readonly LookDossier[] = [
  {
    name: 'b1-issuing-page',
    facts: {
      dispute: 'card_invalid', platform: '云梯自动发卡', product: 'Steam钱包充值码 HK$100', amount: '87.60', orderNo: 'D2026101915324488', tradeNo: '2026101922001479531402117765',
      paidAt: '2026-10-19 15:33:06', card: '7KQPM-W2VHD-9XCR4', fail: 'Product already activated', quantity: '1',
    },
    looks: [
      screen('001.png', [1280, 720, 1], 'order', { orderNo: 'D2026101915324488', product: 'Steam钱包充值码 HK$100', amount: '87.60', card: '7KQPM-W2VHD-9XCR4', quantity: '1', platform: '云梯自动发卡' },
        `body{background:#f5f7fa}nav{background:#337ab7;color:#fff;padding:12px 60px;font-size:18px}nav span{font-size:14px;margin-left:30px}main{width:900px;margin:26px auto;background:#fff;border:1px solid #bce8f1;border-radius:4px}h3{background:#d9edf7;color:#31708f;padding:10px 16px;font-size:16px}table{border-collapse:collapse;width:100%}th,td{border:1px solid #ddd;padding:8px 12px;font-size:14px;text-align:left}th{width:160px;font-weight:400;background:#fafafa}footer{text-align:center;color:#888;font-size:13px}`,
        `<nav>云梯自动发卡<span>首页</span><span>订单查询</span><span>投诉举报</span></nav><main><h3>订单信息</h3>${table([['订单号', 'D2026101915324488'], ['商品名称', 'Steam钱包充值码 HK$100'], ['购买数量', '1'], ['订单金额', '87.60 元'], ['支付方式', '支付宝扫码'], ['下单时间', '2026-10-19 15:32:44'], ['订单状态', '已完成'], ['查询密码', 'a83kz1'], ['卡密信息', '7KQPM-W2VHD-9XCR4']])}</main><footer>Copyright © 2026 云梯自动发卡 All Rights Reserved</footer>`),
      screen('002.jpg', [412, 915, 2.6], 'payment', { tradeNo: '2026101922001479531402117765', merchantOrderNo: 'D2026101915324488', amount: '87.60', time: '2026-10-19 15:33:06', merchant: '杭州云阶信息服务部' },
        `body{background:#f5f5f5}h1{font-size:17px;text-align:center;font-weight:500;padding:8px}.c{background:#fff;margin:10px;border-radius:10px;padding:16px}.top{text-align:center}.top strong{font-size:34px;display:block}.kv{display:flex;justify-content:space-between;padding:6px 0;font-size:14px}.kv i{font-style:normal;color:#999;width:90px}.kv b{font-weight:400;text-align:right;max-width:230px;word-break:break-all}`,
        `${bar('15:40 中国移动', '5G 64')}<h1>账单详情</h1><div class="c top">杭州云阶信息服务部<strong>-87.60</strong><span style="color:#999">交易成功</span></div><div class="c">${lines([['订单金额', '88.60'], ['碰一下立减', '-1.00'], ['付款方式', '花呗'], ['商品说明', '云梯-D2026101915324488'], ['收单机构', '支付宝（中国）网络技术有限公司'], ['收款方全称', '杭州云阶信息服务部'], ['订单号', '2026101922001479531402117765'], ['商家订单号', 'D2026101915324488'], ['支付时间', '2026-10-19 15:33:06']])}</div><div class="c">${lines([['账单分类', '文化休闲 >'], ['标签和备注', '添加 >'], ['计入收支', '●']])}</div><div class="c">对此订单有疑问</div>`),
      screen('003.png', [360, 780, 3], 'chat', { orderNo: 'D2026101915324488', refusal: '码是官方的，你自己激活了来骗补发吧，不退不换' },
        `body{background:#eef0f4}header{background:#12b7f5;color:#fff;padding:8px 14px;font-size:17px}header small{display:block;font-size:11px}${bubbles('#12b7f5', '#fff')}.r .b{color:#fff}footer{position:fixed;bottom:0;width:100%;background:#fff;padding:10px;color:#aaa}`,
        `${bar('中国联通 4G', '15:58 ▮ 41%')}<header>云梯售后 7×12<small>手机在线 - WiFi</small></header>${talk([['-', '15:47'], ['>', '刚买的steam码激活不了，提示已经激活过了。单号D2026101915324488'], ['<', '截图发我看下'], ['>', '[图片]'], ['-', '15:55'], ['<', '码是官方的，你自己激活了来骗补发吧，不退不换'], ['>', '我才买十几分钟']], '我', '云')}<footer>发消息...</footer>`),
      screen('004.png', [1366, 768, 1], 'failure', { fail: 'Product already activated', card: '7KQPM-W2VHD-9XCR4' },
        `body{background:#171a21;color:#c6d4df;font-family:'Noto Sans',sans-serif}.w{width:620px;margin:90px auto;background:#1b2838;padding:0 0 22px;border:1px solid #3a4a5c}.w h2{background:#0e141b;font-size:15px;padding:10px 16px;font-weight:400}.x{padding:18px 24px;font-size:14px}h1{font-size:26px;font-weight:300;margin:8px 0 14px;color:#fff}input{background:#0c1118;border:1px solid #000;color:#8f98a0;padding:6px 10px;width:300px}button{background:#2f3f50;color:#fff;border:0;padding:8px 26px;float:right;margin-right:24px}`,
        `<div class="w"><h2>Product Activation</h2><div class="x"><h1>Product already activated</h1><p>The product code you've entered has already been activated by a different Steam account, and therefore is invalid.</p><br><p>Product Code</p><input value="7KQPM-W2VHD-9XCR4"></div><button>Finish</button></div>`),
      screen('005.png', [390, 844, 2], 'rule_page', {},
        `body{padding:50px 18px;font-size:14px;color:#333}h1{font-size:19px;margin-bottom:12px}p{margin:9px 0}`,
        `<h1>云梯自动发卡 购买须知</h1><p>一、本站所售卡密均为自动发货，付款后请在订单页查看。</p><p>二、卡密类商品具有可复制性，售出后不支持七天无理由退换。</p><p>三、如卡密提示无效或已使用，请于收到后24小时内提供录屏联系商家，超时不予受理。</p><p>四、商家拒不处理的，可在订单页点击“投诉订单”，平台将在48小时内介入，核实后原路退款。</p><p>五、严禁购买用于诈骗、赌博等违法用途。</p><p>本规则自2026年3月1日起生效。</p>`, SERIF),
    ],
  },
  {
    name: 'b2-wholesale-table',
    facts: {
      dispute: 'not_delivered', platform: '九龙卡盟', product: '梦幻点卡600点', amount: '57.00', orderNo: '8806120263317', tradeNo: '4200003014202609053882176604', account: 'lhx_1992@163.com',
      paidAt: '2026-09-05 21:06:52', merchant: '九龙批发中心',
    },
    looks: [
      screen('卡盟.png', [1024, 640, 1], 'order', { orderNo: '8806120263317', product: '梦幻点卡600点', amount: '57.00', account: 'lhx_1992@163.com' },
        `body{background:#fff;font-size:13px}#h{background:linear-gradient(#fe9a2e,#df7401);color:#fff;padding:8px 20px;font-size:20px}#n{background:#f7f0dc;padding:5px 20px;border-bottom:1px solid #d8b36a}table{border-collapse:collapse;margin:14px 20px;width:960px}th,td{border:1px solid #d8b36a;padding:6px 8px;text-align:center}th{background:#fdf1d6}dl{margin:0 20px;line-height:2}`,
        `<div id="h">九龙卡盟 <small style="font-size:12px">全国最大的游戏点卡批发平台</small></div><div id="n">首页 | 商品列表 | 我的订单 | 资金明细 | 提交工单 &nbsp; 会员：lhx1992　余额：0.00元</div><table><tr><th>订单编号</th><th>商品名称</th><th>供货商</th><th>数量</th><th>金额</th><th>充值账号</th><th>下单时间</th><th>充值状态</th></tr><tr><td>8806120263317</td><td>梦幻点卡600点</td><td>九龙批发中心</td><td>1</td><td>57.00</td><td>lhx_1992@163.com</td><td>2026-09-05 21:05:10</td><td style="color:red">处理中</td></tr></table><dl>温馨提示：处理中的订单请勿重复提交，一般1-30分钟到账。</dl>`),
      screen('wx.jpg', [375, 812, 3], 'payment', { tradeNo: '4200003014202609053882176604', merchantOrderNo: '20260905210510880612', amount: '57.00', time: '2026-09-05 21:06:52', merchant: '衡阳市九龙网络工作室' },
        `body{background:#ededed}h1{font-size:17px;text-align:center;font-weight:500;padding:10px}.c{background:#fff;padding:6px 22px 22px}.top{padding:26px 0;border-bottom:1px solid #eee;text-align:center}.top strong{font-size:40px;font-weight:600;display:block}.kv{display:flex;padding:6px 0;font-size:15px}.kv i{font-style:normal;color:#8c8c8c;width:104px;flex:none}.kv b{font-weight:400;word-break:break-all}`,
        `${bar('21:10', '▂▄▆ WLAN 78')}<h1>账单详情</h1><div class="c"><div class="top">衡阳市九龙网络工作室<strong>-57.00</strong></div><br>${lines([['当前状态', '支付成功'], ['商品', '点卡充值'], ['商户全称', '衡阳市九龙网络工作室'], ['支付时间', '2026-09-05 21:06:52'], ['支付方式', '零钱'], ['交易单号', '4200003014202609053882176604'], ['商户单号', '可在支持的商户扫码退款<br>20260905210510880612']])}</div>`),
      screen('qq-pc.png', [900, 620, 1.3], 'chat', { orderNo: '8806120263317', promise: '官方接口慢，今晚12点前肯定到' },
        `body{background:#fff;border:1px solid #9ac;font-size:13px}#t{background:#3b8fd6;color:#fff;padding:7px 12px}.q{padding:7px 16px}.q u{text-decoration:none;color:#006efe;display:block}.q.me u{color:#42b475}#s{border-top:1px solid #ccc;margin-top:18px;padding:10px 16px;color:#999}`,
        `<div id="t">九龙客服小龙(2850174436) — □ ×</div><div class="q me"><u>阿海 21:40:18</u>在吗 点卡怎么还没充上</div><div class="q"><u>九龙客服小龙 21:41:02</u>单号多少</div><div class="q me"><u>阿海 21:41:30</u>8806120263317</div><div class="q"><u>九龙客服小龙 21:44:55</u>官方接口慢，今晚12点前肯定到</div><div class="q me"><u>阿海 21:45:20</u>好的 我等着</div><div id="s">关闭(C)　发送(S)</div>`),
      screen('record.webp', [393, 852, 2], 'failure', { fail: '暂无充值记录' },
        `body{background:#fdfaf3}h1{background:#b5382a;color:#fff;font-size:17px;padding:46px 0 12px;text-align:center;font-weight:500}.k{background:#fff;margin:12px;padding:16px;border-radius:8px}.k b{font-size:30px;color:#b5382a}.e{text-align:center;color:#aaa;margin-top:90px}`,
        `<h1>通行证充值中心</h1><div class="k">通行证 lhx_1992@163.com<br>点卡余额<br><b>0</b> 点</div><p style="padding:0 14px;color:#666">近30天充值记录</p><div class="e">暂无充值记录</div>`),
    ],
  },
  {
    name: 'b3-messenger-usdt-free',
    facts: {
      dispute: 'account_banned', product: 'ChatGPT Plus 独享账号 月付', amount: '128.00', orderNo: 'ORD-9F3C-20261102-0047', paidAt: '2026-11-02 23:18:40', payee: '*海波', tradeNo: 'PB261102231840775501362', platform: '星链小铺',
    },
    looks: [
      screen('IMG_2201.png', [430, 932, 2], 'order', { orderNo: 'ORD-9F3C-20261102-0047', product: 'ChatGPT Plus 独享账号 月付', amount: '128.00', platform: '星链小铺' },
        `body{background:#0d1117;color:#e6edf3}header{padding:14px 18px;border-bottom:1px solid #30363d;font-size:18px}section{margin:16px;border:1px solid #30363d;border-radius:12px;padding:16px;background:#161b22}section div{padding:6px 0;color:#8b949e;font-size:13px}section div span{display:block;color:#e6edf3;font-size:16px}mark{background:#1f6f3d;color:#fff;border-radius:10px;padding:2px 10px}`,
        `${bar('23:25', '5G ▮▮▯', '#ddd')}<header>⚡ 星链小铺</header><section><mark>已发货</mark><div>商品<span>ChatGPT Plus 独享账号 月付</span></div><div>订单编号<span>ORD-9F3C-20261102-0047</span></div><div>数量<span>x 1</span></div><div>合计<span>¥ 128.00</span></div><div>创建于<span>2026-11-02 23:16:21</span></div><div>收货邮箱<span>moon***@qq.com</span></div></section><p style="text-align:center;color:#6e7681;font-size:12px">Powered by 星链小铺 · 服务条款 · 联系我们</p>`),
      screen('IMG_2202.jpg', [414, 896, 2], 'payment', { amount: '128.00', payee: '*海波', time: '2026-11-02 23:18:40', tradeNo: 'PB261102231840775501362' },
        `body{background:#fff}header{background:#0b5cab;color:#fff;text-align:center;padding:46px 0 14px;font-size:17px}.top{text-align:center;padding:24px}.top strong{display:block;font-size:32px}.kv{display:flex;justify-content:space-between;padding:10px 20px;border-bottom:1px solid #f0f0f0}.kv i{font-style:normal;color:#888}.kv b{font-weight:400}`,
        `<header>转账结果</header><div class="top">转账成功<strong>¥128.00</strong></div>${lines([['收款人', '*海波'], ['收款账号', '6214 **** **** 3308'], ['收款银行', '招商银行'], ['付款账户', '储蓄卡(尾号7701)'], ['转账时间', '2026-11-02 23:18:40'], ['交易流水号', 'PB261102231840775501362'], ['附言', '0047']])}`),
      screen('IMG_2203.png', [400, 866, 2.5], 'chat', { promise: '掉了包换 质保30天' },
        `body{background:#0e1621;color:#fff}header{background:#17212b;padding:10px 16px;font-size:16px}header small{color:#6c7883;display:block;font-size:12px}.m{padding:4px 12px;display:flex}.m.r{justify-content:flex-end}.b{background:#182533;border-radius:12px;padding:7px 11px;max-width:76%;font-size:15px}.r .b{background:#2b5278}.b s{text-decoration:none;color:#6d839b;font-size:11px;margin-left:8px}.d{text-align:center;color:#9ab;font-size:12px;margin:8px}`,
        `${bar('10:02', 'WLAN 93', '#fff')}<header>← 星链客服 Leo<small>last seen recently</small></header><div class="d">November 2</div><div class="m r"><div class="b">会不会掉 <s>23:10 ✓✓</s></div></div><div class="m"><div class="b">掉了包换 质保30天 <s>23:11</s></div></div><div class="m r"><div class="b">已付 单号ORD-9F3C-20261102-0047 <s>23:19 ✓✓</s></div></div><div class="d">November 6</div><div class="m r"><div class="b">登不上了 说账号被停用 <s>10:01 ✓✓</s></div></div><div class="m r"><div class="b">在吗 <s>18:40 ✓</s></div></div>`),
      screen('IMG_2204.png', [1280, 800, 1], 'failure', { fail: 'Your account has been deactivated' },
        `body{background:#fff;font-family:'Noto Sans',sans-serif;text-align:center}h1{font-size:30px;margin-top:200px;font-weight:600}p{color:#555;margin:16px auto;width:520px}button{border:0;background:#10a37f;color:#fff;border-radius:6px;padding:12px 30px}`,
        `<h1>Oops!, an error occurred!</h1><p style="color:#c00">Your account has been deactivated</p><p>Please check your email for more information. If you feel this is an error, contact us through our help center.</p><button>Go back</button>`),
    ],
  },
];
