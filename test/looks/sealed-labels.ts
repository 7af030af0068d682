import type { Words } from './words.ts';

/** Words one after the other, a bar or a new line between them. */
export const listed = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Labels as order pages, vouchers, card shops, admin pages, mails in China print them; English ones among them. */
export const SEALED_LABELS: Words['labels'] = {
  orderNo: listed(`
    网上订单号|充值单号|缴费单号|Order number|Order Number|Purchase ID|订单 ID|提取单号
    购卡单号|卡密订单号|下单流水号|系统单号|业务单号|您的订单号|单据编号|订单号#|订购单号
    商城单号|成交单号|代充单号|点卡单号|代练单号|寄售单号|订单编号(点按复制)|发卡单号|取卡订单号|订单查询号
    订单查询码|本次订单号|买号单号|账号交易单|订单标识码|这笔订单号`),
  product: listed(`
    宝贝|下单商品|商品名|套餐|Item|Item name|Product|Items|Product name
    购买物品|卡种名称|券名称|兑换商品|货物名称|品名|所拍宝贝|拍下的宝贝|代充项目|服务项目|商品全名|交易物品
    账号标题|游戏商品|购买套餐|数字商品|电子卡名称|您购买的是|出售内容|已购内容|所买商品|商品及规格|充值品类
    买的是|开通内容`),
  amount: listed(`
    需付款|Total|Order total|Amount|Amount paid|Total paid|实付总额
    扣费金额|已支付|总共付款|订单总价|成交价|到手价|您已支付|您支付了|本单实付|本次支付|本次扣款|最后实付
    券后实付|支付总额|支付价|合计应付|总花费|缴款金额|Grand total|You paid|Charged|Amount charged|共扣款
    实际付了|订单实付|付款数额|共实付|实支金额|一共支付`),
  merchant: listed(`
    卖家店铺|Seller|Sold by|Store|Shop|出售人|出售者|卖出方|发布者|发布人|号商|供卡商家|发卡商家
    售卡店铺|所在店铺|来自店铺|归属店铺|商品来自|卖方昵称|卖方名称|商家店名|店家名称|店名|店铺名|对应商家
    成交店铺|接单商家|接单店铺|代充商家|代充店铺|服务店铺|上架店铺|商铺名|交易卖家|Store name|Seller name
    Shop name|发货店家|供货店家|开店卖家|本店名称|这家店|卖卡店铺|店铺招牌`),
  orderedAt: listed(`
    购买时间|Order date|Ordered on|Placed on|Purchase date|Date ordered|Ordered|Order placed
    生成日期|拍下日期|落单时间|抢购时间|订单提交于|订单发起时间|订单建立|订单成立时间|购入时间|购买于|下单那刻
    下单的时间|买入时间|下单时分|提交订单时间|创建订单时间|生成订单时间|订单创建日|拍货时间`),
  paidAt: listed(`
    支付日期|Paid on|Payment date|Paid at|Date paid|Payment time|支付于|扣费时间|支付完成
    付款成功时间|结账时间|缴款时间|Transaction time|刷卡时间|银行扣款时间|买家付款时间
    买家付款|划款时间|付讫时间|付费时间|付钱时间|支出时间|Charged on|款项付出时间|完成付款于|成功付款时间
    成功支付于|扣款成功时间|扣钱时间|付款时分|买家付清时间|Payment on`),
  tradeNo: listed(`
    流水号|Transaction ID|Transaction No.|Transaction No|Payment ID|Reference No.|Payment No.
    支付流水|交易凭证号|系统参考号|凭证编号|支付凭证|电子凭证号|电子回单号|渠道流水|渠道单号|支付平台单号
    支付渠道单号|三方支付单号|财付通单号|财付通交易号|钱包流水号|钱包单号|扣款流水|账务流水号|资金单号
    收单流水|回执编号|受理流水号|账单编号|账单流水号|支付交易流水|微信侧流水号|支付宝流水号|Transaction number
    Payment reference|银联流水号|网联流水号`),
  merchantOrderNo: listed(`
    商户侧单号|商家流水|店铺单号|店铺订单号|店铺内单号|商户内单号|商户交易单号
    商户侧订单|商家侧订单号|商家订单编号|Merchant order no.|Merchant Order ID|Merchant order|Merchant Ref
    Merchant reference|Out trade no|Merchant order number|收款方订单号|卖方订单号|卖方单号|接入方单号
    商户自编单号|商户那边的单号|商户端单号|商家端单号|商户端订单号|商家端订单号|商户提交单号`),
  payee: listed(`
    Paid to|Payee|Recipient|To|Merchant name|Merchant|收款户名|收款机构|受款人|受款方|支付给
    交易商户|消费商户|消费商家|消费门店|商户名|收钱商家|收单商户|特约商户|特约商户名称|受理商户|对手方
    对手户名|钱付给了|Payee name|收款商户名|款项收取方|付款对象|收款一方|扣款商户|扣款商家|收款人户名`),
  quantity: listed(`
    Qty|Quantity|QTY|商品数|商品件数|商品个数|订购数|总件数|宝贝数量|下单件数|拍下件数|拍下数量|卡密数
    卡密张数|提卡数|提卡数量|提取数量|发卡数量|选购数量|所购数量|共购|Qty.|Units|取卡张数|取卡数量|宝贝件数
    订购份数|订购件数|下单张数|出卡数|卡券张数`),
  account: listed(`
    账号|充值QQ|QQ账号|玩家编号|玩家号|用户ID|用户UID|User ID|Player ID|Account|Account ID
    Game ID|战网账号|通行证账号|充到|充给|代充ID|被充值账号|登录账号|登录名|绑定账号|所充账号
    购买的账号|账号名|账户ID|平台账号|充值玩家|目标账号|目标ID|Login ID|Username|要充的账号|充入的号|玩家账号名
    登录通行证|所购账号`),
  cardCode: listed(`
    CD-KEY|CDK|Redeem code|Gift code|Gift card code|Activation code|Key code|兑换串|兑换卡密|激活串
    激活串号|授权码|卡密串|充值码|充值卡密|充值券码|礼品卡密|礼品卡码|礼包码|提货券码|点卡卡密
    会员码|会员激活码|会员兑换码|密钥|您的卡密|领取码|兑奖码|CD Key|Serial key|Voucher code|License key|已发卡密
    取到的卡密|本单卡密|卡密如下|所购卡密|发出的卡密|您的兑换码`),
  paidBy: listed(`
    Payment method|Paid with|Pay with|Method|Paid by|付款途径|付款通道|扣款卡
    扣费方式|出账方式|收银方式|收银渠道|使用银行卡|支付选项|Payment|Funding source|付款用的是|从哪里扣款
    支付所用|付款所用|扣款来源|钱款来源`),
  oldPrice: listed(`
    日常售价|商品总额|优惠前金额|折前价|List price|Original price|Subtotal|Regular price|Was|MSRP
    厂商指导价|公开售价|平日价|刊例价|官方售价|原售价|原标价|正价|立减前|满减前|减免前金额|促销前价|非会员价
    普通价|同款原价|参考市价|未减价格|官方标价|没打折时`),
};

/** Labels that give no fact, with what stands beside them. */
export const SEALED_OTHERS: Words['others'] = [
  ['淘金币抵扣', '-¥0.68'],
  ['平台立减', '-¥1.20'],
  ['超级红包', '-¥2.50'],
  ['月卡抵扣', '-¥6.00'],
  ['运费险', '卖家赠送'],
  ['配送费', '¥0.00'],
  ['卖家发货', '2026-11-12 08:14:55'],
  ['确认收货于', '2026-11-18 21:40:02'],
  ['自动收货倒计时', '还剩 6 天 3 小时'],
  ['售后截止至', '2026-12-29 23:59'],
  ['物流运单', 'YT7782019943521'],
  ['退款编号', 'RF20261120884'],
  ['售后单', 'AS-77120093'],
  ['发票流水', '044001900111'],
  ['大区服务器', '电信五区'],
  ['买家备注', '晚上十点前别充'],
  ['给商家留言', '尽快发谢谢'],
  ['IP 属地', '广东'],
  ['下单机型', 'HONOR 90'],
  ['商品形态', '电子卡密'],
  ['发货形式', '系统自动派发'],
  ['发票抬头类型', '个人'],
  ['本单得豆', '+68'],
  ['消费返积分', '35'],
  ['身份核验', '已通过'],
  ['商家热线', '400-820-7715'],
  ['专属顾问', '小鹿'],
  ['记账分类', '文娱'],
  ['交易附言', '扫二维码付款'],
  ['当前进度', '卖家已发出'],
  ['支付结果', '成功'],
  ['开户网点', '城西支行'],
  ['卡面有效期至', '2027-11-30'],
  ['可用时长', '31 天'],
  ['技术服务费', '¥0.00'],
  ['汇率', '1.0000'],
  ['Currency', 'CNY'],
  ['Status', 'Completed'],
  ['Tax', '¥0.00'],
  ['Discount', '-¥2.00'],
  ['Support', 'help@mail.example'],
  ['Region', 'China mainland'],
  ['联系邮箱', 'lin***@qq.com'],
  ['提卡密码', '已设置'],
  ['库存批次', 'B2611-07'],
  ['信用分', '702'],
  ['评价得分', '4.8'],
  ['交易环境', '网页版'],
  ['操作员', '系统'],
  ['账户类型', '个人版'],
  ['待返金额', '¥0.35'],
];
