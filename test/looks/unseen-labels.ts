import { listed } from './sealed-labels.ts';
import type { Words } from './words.ts';

/** Labels of order pages, wallets, banks, games, shops abroad, mini programs; many are English. */
export const UNSEEN_LABELS: Words['labels'] = {
  orderNo: listed(`
    拼团单号|团购单号|购卡订单号|自助单号|Your order no.|Order reference
    业务受理编号|受理单号|会员订单号|游戏订单号|交易单编号|该笔订单编号|网店订单号|订购单编号|点券订单号|客户订单号
    小程序订单号|App订单号|预约单号|直充单号|订单编号（长按复制）|本笔单号|订单流水编码|购物单编号|订单查询编号
    Order ref.|Order code|Confirmation number|Purchase reference|会员购单号|充值单编号|提码单号|本笔订单识别号`),
  product: listed(`
    商品/服务|买了什么|Description|商品简称|订单内容|订购商品名
    充值档位|卡品名称|下单宝贝|服务内容|货品标题|消费内容|Subscription|Item purchased
    You bought|What you bought|Plan|Goods|订购的东西|货品|充值的内容|虚拟货品|卡券品名|商品叫什么`),
  amount: listed(`
    Total charged|实际支出|实际花费|总支付额
    最终支付|实际扣费|本单合计|付款总数|支出金额|实付（含优惠）|优惠后合计|消费总额|Amount (CNY)|需支付合计|订单实付总额
    Price paid|Order amount|Final price|您共支付|付了多少|实际支付（元）|扣除金额|共花费|付款合计（元）`),
  merchant: listed(`
    Vendor|出卡方|店铺来源|发货店|售卡商家|经营店铺
    服务提供方|发卡人|货源商家|下单店铺|代练商家|本单商家|卖方名
    Retailer|Fulfilled by|Supplier|店铺昵称名|卖货的店|开的店|商品出自|谁卖的|出售店|发码商家`),
  orderedAt: listed(`
    Created at|购买发起时间|订单录入时间
    开单于|订单受理时间|订单产生时间|订单登记时间|订购提交时间|立单时间|购买提交时间|商品拍下时间
    Order created|Purchased on|Order time|Submitted at|Checkout time|提交购买于|下订时间|该单建立于|订单起始时间`),
  paidAt: listed(`
    款项支付时间|支付完成时刻|扣账时间
    钱款支付于|支付确认时间|交易发生时间|支付操作时间|资金扣除时间
    Payment completed|Time of payment|Payment made|Paid time|钱付出去的时间|本笔付款时间|支付落账时间|付款动作时间`),
  tradeNo: listed(`
    钱包交易编号|银联交易流水|快捷支付单号|付款流水编码|交易参考编号|付款凭据号
    Txn ID|扣款凭据号|渠道交易号|微信侧单号|支付宝侧单号|记账流水号
    电子回单编号|支付机构流水|交易唯一标识|支付系统单号|网关流水号
    Payment no.|Txn number|Transaction ref|Bank reference|收付款单号|动账流水号|付款交易码|支付侧流水|本次付款流水`),
  merchantOrderNo: listed(`
    商家交易单号|商户流水编号|收单商户订单号|Merchant ref|商家自有单号
    卖家侧订单编号|收款商家单号|合作方订单号|第三方商户单号|商户提供的订单号|店铺侧流水|商户业务单号
    Merchant-side order|Seller order no.|Shop order no.|商家内部订单|对方商户订单|收款店铺单号|商户自编订单号`),
  payee: listed(`
    Beneficiary|收款商铺|收款主体名|收款用户|商户主体|收款商户简称|商家户名
    收款店家|转入方|收单商户名称|商户注册名|资金接收方|收款人名称|款项接收方
    Sent to|Payment to|Receiver|Credited to|Money went to|本笔收款方|收款店铺全名|向谁付款`),
  quantity: listed(`
    下单份数|购入张数|兑换数目|下单个数|数量（份）|买了几份
    Number of items|Count|买了多少|本单件数|张|拍下数目`),
  account: listed(`
    Game account|充到哪个号|代充账户|到账账户|受益账号|充值目标
    开通号码|接收号|绑定通行证|用户标识|充入账户|直充号码|Top-up account
    Character ID|Game UID|Delivered to account|充值进的账号|角色数字ID|收礼账号|会员登录号|被充值账户`),
  cardCode: listed(`
    Activation key|Product key|PIN|兑换串码|激活密令|卡片密码|券密
    使用码|兑换口令|序列密钥|授权密钥|礼品卡卡密|充值卡密文|Your code
    Claim code|Card PIN|Unlock code|Digital code|提取到的码|卡券串号|激活用密钥|兑换用码|您的兑换串|卡密（点击显示）`),
  paidBy: listed(`
    Card used|扣款银行卡|出款账户|资金渠道|支付卡种|结算钱包|扣款来自
    Paid using|Payment source|Charged to|用哪张卡付|钱从哪里扣|付款所用卡`),
  oldPrice: listed(`
    RRP|柜台价|官网售价|未折价|平日售价|标签价|不打折价
    Before discount|Full price|Normally|平常卖|吊牌上的价|不参加活动价|商品挂价`),
};

export const UNSEEN_OTHERS: Words['others'] = [
  ['Shipping', 'Digital delivery'],
  ['Delivery state', 'Completed'],
  ['Sales tax', '¥0.00'],
  ['Coupon applied', '-¥3.00'],
  ['自动发卡', '是'],
  ['Order status', 'Delivered'],
  ['Billing country', 'China mainland'],
  ['买方昵称', 'm***7'],
  ['领券立省', '-¥5.00'],
  ['平台红包抵', '-¥1.20'],
  ['充值区', '安卓 · 微信 128区'],
  ['角色所在服', '天空岛'],
  ['服务器名', '亚服-2'],
  ['订单当前进展', '等待商家处理'],
  ['可退时限', '不可退'],
  ['开票', '未申请'],
  ['发票状态', '未开具'],
  ['邮寄', '无需邮寄'],
  ['投保情况', '未投保'],
  ['账单归类', '休闲玩乐'],
  ['打标签', '添加'],
  ['扣款前余额', '¥812.46'],
  ['付款后余额', '¥96.03'],
  ['本次获得成长', '38'],
  ['到账积分', '120'],
  ['收单银行', '网商银行'],
  ['交易渠道', '线上'],
  ['交易场所', '互联网商户'],
  ['发卡来源', '官方渠道'],
  ['货架编号', 'H-0271'],
  ['取卡次数', '1/3'],
  ['商品货号', 'VC-88213'],
  ['客服工时', '9:00-23:00'],
  ['商家等级', '金牌'],
  ['卖家好评', '98.7%'],
  ['下单设备', 'iPhone'],
  ['下单IP', '113.88.*.*'],
  ['售出不退', '是'],
  ['自动续费', '未开通'],
  ['下次扣费', '无'],
  ['礼包状态', '待领取'],
  ['订单附言', '麻烦快一点'],
  ['交付凭据', '见站内信'],
  ['担保服务', '平台担保中'],
];
