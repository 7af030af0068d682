import { type Kind } from '../../model/evidence.ts';
import { oneOf } from './words.ts';

export interface PageMark {
  kind: Kind;
  /** Against single cells unless `over` says the whole page. */
  words: RegExp;
  weight: number;
  over?: 'page';
  /** Counts for each cell that fits, up to this many; 1 when absent. */
  upTo?: number;
}

/**
 * What makes a page an order, a voucher, a refund … Each row was chosen for
 * words that pages of this kind have and others seldom have; weights add up.
 */
export const PAGE_MARKS: readonly PageMark[] = [
  // Order pages of shops and card sites.
  {
    kind: 'order',
    words: oneOf(
      [
        '订单详情|订单信息|我的订单|订单查询|查询订单|自助查单|卡密查询|购买详情|购买记录|交易订单|订单明细|提取卡密|order (?:details|summary|confirmation)',
        'your order|my orders',
      ],
      'i',
    ),
    weight: 4,
  },
  {
    kind: 'order',
    words: /订单(?:详情|信息|查询|明细|确认)|电子(?:订单|发货单)|order (?:details|summary|confirmation|receipt)/i,
    weight: 2,
  },
  {
    kind: 'order',
    words: /^(?:订单编?号|订单号码|order (?:no\.?|id|number|#)|下单编号|购买单号|平台单号)/i,
    weight: 2,
  },
  {
    kind: 'order',
    words: /^(?:下单时间|创建时间|下单日期|购买时间|拍下时间|order(?:ed)? (?:time|date|on))/i,
    weight: 2,
  },
  {
    kind: 'order',
    words: /^(?:实付款|实付金额|订单金额|订单总额|订单总价|商品总价|应付金额|order total|grand total)/i,
    weight: 1.5,
  },
  {
    kind: 'order',
    words: /^(?:商品名称|商品信息|宝贝|购买商品|商品标题|product(?: name)?|item)(?![\p{L}\d])/iu,
    weight: 1.5,
  },
  {
    kind: 'order',
    words:
      /^(?:商品|数量|购买数量|发货方式|联系方式|店铺(?:名称)?|卖家(?:昵称)?|单价|充值账号|qty|quantity|seller|shop)$/i,
    weight: 0.7,
    upTo: 4,
  },
  {
    kind: 'order',
    words:
      /^(?:交易已?完成|已发货|待发货|待收货|卖家已发货|已完成|订单已完成|确认收货|再次购买|申请售后|评价|已出卡|自动发货|等待卖家发货|completed|shipped|delivered)$/i,
    weight: 1,
    upTo: 2,
  },

  // Vouchers of wallets and banks.
  {
    kind: 'payment',
    words: oneOf(
      [
        '账单详情|交易详情|支付详情|付款详情|支付成功|付款成功|转账成功|支付凭证|交易凭证|收款凭证|电子回单|转账凭证|交易明细详情|payment (?:details|successful|receipt)',
        'transaction details',
      ],
      'i',
    ),
    weight: 3,
    upTo: 2,
  },
  {
    kind: 'payment',
    words:
      /^(?:交易单号|商户单号|收单机构|商户全称|收款方全称|转账单号|付款卡号|收款卡号|付款账[号户]|收款账[号户]|账单分类|收款方备注|转账(?:时间|金额|说明|附言)|付款银行|付款户名|收款户名|收款人(?:户名|姓名)?)/,
    weight: 2,
    upTo: 4,
  },
  {
    kind: 'payment',
    words:
      /^(?:转账到.{2,12}|转账给.{1,16}|转账备注|对方账户|收款理由|付款理由|转账原因|转出账户|转入账户|到账银行卡)$/,
    weight: 2,
    upTo: 2,
  },
  {
    kind: 'payment',
    words:
      /^(?:商家订单号|商户订单号|支付时间|交易流水号|流水号|凭证号|电子回单号|交易参考号|当前状态|付款方式|支付方式|交易时间|交易金额|transaction id|payment method)/i,
    weight: 1,
    upTo: 4,
  },
  {
    kind: 'payment',
    words: /尾号\s*\d{3,4}[^]{0,80}(?:支出|消费|支付|转出|扣款)[^]{0,40}\d\.\d{2}\s*元/,
    weight: 5,
    over: 'page',
  },
  { kind: 'payment', words: /^(?:订单号\s*)?20[2-9]\d[01]\d[0-3]\d22\d{18}$/, weight: 1.5 },
  { kind: 'payment', words: /^[-−–]\s?[¥￥]?\s?\d[\d,]*\.\d{2}$/, weight: 2.5 },
  { kind: 'payment', words: /(?:电子回单|电子凭证|支付凭证|转账凭证|交易凭证)|网上银行|手机银行/, weight: 2 },
  {
    kind: 'payment',
    words: /^(?:交易成功|支付成功|付款成功|已被接收|对方已收钱|朋友已收钱|已转账|payment successful|paid)$/i,
    weight: 1.5,
  },

  // Refunds.
  {
    kind: 'refund',
    words:
      /^(?:退款详情|退款成功|退款进度|退款完成|退款记录|退款已到账|已全额退款|售后详情|退款到账通知|退款结果|refund details|refunded)$/i,
    weight: 5,
    upTo: 2,
  },
  {
    kind: 'refund',
    words:
      /^(?:退款金额|退款时间|退款方式|退款单号|退款编号|退款去向|退回账户|退款原因|退款到账时间|申请金额|退款总额|实退金额|refund (?:amount|date|method))/i,
    weight: 2.5,
    upTo: 4,
  },

  // A list of many payments.
  { kind: 'bill', words: /^[-+−]\s?[¥￥]?\d[\d,]*\.\d{2}$/, weight: 0.9, upTo: 12 },
  { kind: 'bill', words: /^(?:全部账单|账单|交易记录|交易明细|收支明细|余额明细|本月账单)$/, weight: 3 },
  { kind: 'bill', words: /支出\s*[¥￥]\s*[\d,.]+.{0,6}收入\s*[¥￥]/, weight: 4, over: 'page' },
  { kind: 'bill', words: /(?:交易流水证明|电子客户回单|支付账单明细|交易明细证明)/, weight: 6, over: 'page' },

  // Failure pages and dialogs; what they say is weighed apart.
  {
    kind: 'failure',
    words:
      /^(?:提示|温馨提示|系统提示|友情提示|错误|错误提示|出错了|操作失败|兑换失败|充值失败|登录失败|验证失败|激活失败|查询失败|注意|警告|error|oops!?|failed|warning|notice)$/i,
    weight: 2,
  },
  {
    kind: 'failure',
    words:
      /^(?:确定|确认|知道了|我知道了|好的?|重试|重新输入|重新兑换|返回重试|再试一次|关闭|取消|ok|close|retry|try again|got it|dismiss)$/i,
    weight: 1.2,
  },
  {
    kind: 'failure',
    words: /(?:卡密|礼品卡|兑换码|激活码)?(?:兑换|激活|充值中心|兑换中心|登录|账号查询|余额查询|充值记录|封禁查询)$/,
    weight: 0.8,
  },
  {
    kind: 'failure',
    words: /^(?:请输入(?:兑换码|卡密|激活码|密钥)|立即兑换|立即激活|redeem|申诉|立即申诉|联系客服申诉)$/i,
    weight: 1,
  },
  {
    kind: 'failure',
    words: /(?:err_|0x[0-9a-f]{4,}|错误代码|错误码|error code|dns_probe|http (?:4|5)\d\d)/i,
    weight: 2.5,
  },

  // Rules, receipts of complaints, sellers' papers, mail.
  {
    kind: 'rule_page',
    words:
      /(?:用户|服务|购买|隐私|平台|会员)?(?:协议|规则|须知|条款|公告)$|售后(?:政策|规则|说明)|退款(?:政策|规则|说明)|terms of (?:service|use)|refund policy/i,
    weight: 2.5,
    upTo: 2,
  },
  {
    kind: 'rule_page',
    words: /^(?:第[一二三四五六七八九十百\d]+[条章节]|[一二三四五六七八九十]+、|\d+(?:\.\d+)+\s)/,
    weight: 1.2,
    upTo: 5,
  },
  {
    kind: 'filing_receipt',
    words:
      /(?:投诉|举报|受理|工单|登记|申诉)(?:编号|单号|号码?)(?:[:：]|$)|回执|受理通知|(?:投诉|举报|工单)已?(?:提交成功|受理|登记)|提交成功/,
    weight: 3.5,
    upTo: 2,
  },
  {
    kind: 'filing_receipt',
    words: /(?:12315|消费者协会|市场监督管理局|黑猫投诉|被投诉(?:方|人|企业)|投诉(?:时间|对象|内容|事项))/,
    weight: 1.8,
    upTo: 3,
  },
  {
    kind: 'identity',
    words: /统一社会信用代码|营业执照|法定代表人|经营范围|注册资本|成立日期|登记机关/,
    weight: 2.5,
    upTo: 4,
  },
  { kind: 'email', words: /^(?:发件人|收件人|抄送|主题|发送时间|from|to|subject|sent)\s*[:：]/i, weight: 2.2, upTo: 4 },
  { kind: 'email', words: /[\w.+-]+@[\w-]+\.[\w.]+/, weight: 0.8, upTo: 2 },
  { kind: 'promise', words: /承诺书|保证书|售后保障|质保承诺|包赔承诺/, weight: 3 },
  { kind: 'promise', words: /(?:我方|本店|本人|商家)(?:承诺|保证)/, weight: 2, upTo: 2 },
  {
    kind: 'reply',
    words: /(?:处理|投诉)(?:结果|答复|回复)(?:通知|如下)?|不予受理|终止调解|关于.{2,30}的(?:答复|回复|告知书)/,
    weight: 3,
    upTo: 2,
  },
];
