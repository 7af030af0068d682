import { type FactKey } from '../../model/facts.ts';

/** What a label on a page may stand for; `none`: known, so that it is never taken for a value, and of no use here. */
type LabelMeaning = FactKey | 'none';

interface LabelRow {
  means: LabelMeaning;
  /** On a payment voucher the same word can mean another number. */
  onPayment?: LabelMeaning;
  /** On a page of refunds. */
  onRefund?: LabelMeaning;
  words: readonly string[];
}

/**
 * The words before a value on order pages, vouchers, bills, refund and error
 * pages, as shops, wallets and banks in China write them. Spaces, colons and
 * letter case do not count.
 */
export const LABELS: readonly LabelRow[] = [
  {
    means: 'orderNo', onPayment: 'tradeNo',
    words: ['订单号', '订单编号', '订单号码', 'Order No.', 'Order No', 'Order ID', 'Order Number', 'Order #', 'OrderNo', '单号'],
  },
  {
    means: 'orderNo',
    words: ['平台订单号', '平台单号', '商城订单号', '购买单号', '购买订单号', '卡密订单号', '充值订单号', '充值单号', '系统订单号', '系统单号',
      '下单编号', '消费单号', '提货单号', '交易订单编号', '我的订单号', '关联订单', '关联订单号', '关联订单编号', '原订单号', '原订单编号', '店铺订单号', '网站订单号', '站内订单号', '查询单号', '取卡单号', '提卡单号', '提货编号', '平台订单编号', '本站订单号'],
  },
  {
    means: 'merchantOrderNo',
    words: ['商户单号', '商户订单号', '商家订单号', '商家单号', '外部订单号', '外部单号', '商户流水号', '商户订单编号', '商家订单编号',
      'Merchant Order No.', 'Merchant Order No', '商户侧订单号'],
  },
  {
    means: 'tradeNo',
    words: ['交易单号', '交易号', '交易流水号', '交易编号', '支付单号', '支付流水号', '支付交易号', '支付订单号', '支付宝交易号', '支付宝订单号', '微信支付单号',
      '微信交易单号', '转账单号', '凭证号', '流水号', '付款单号', '付款流水号', '交易订单号', '银行流水号', '业务流水号', '交易参考号', '支付编号', '支付宝流水号',
      '电子回单号', '回单编号', '凭证编号', '扣款流水号', '交易凭证号', '网银流水号', '电子回单号码', '回单号码', '回单号', '交易序号', '交易流水', '核心流水号', '指令序号', '支付宝单号', '付款交易号', '渠道订单号', '渠道流水号', '第三方订单号', '第三方单号', 'Transaction ID', 'Transaction No.', 'Transaction No', 'Trade No.', 'Payment ID'],
  },
  {
    means: 'paidAt', onRefund: 'none',
    words: ['付款时间', '支付时间', '交易时间', '付款日期', '支付日期', '交易日期', '支付完成时间', '付款完成时间', '扣款时间', '转账时间', '支付成功时间', '付款成功时间',
      '记账时间', '入账时间', '消费时间', '汇款时间', '汇款日期', '转账日期', '回单日期', '支付完成', '付款成功', '支付于', '完成支付时间', '缴费时间', 'Payment Time', 'Paid at', 'Payment time', 'Payment date', 'Date paid', 'Paid on', 'Transaction time', 'Transaction date'],
  },
  // Where an order ends, days after it was paid; a voucher has no other time.
  { means: 'none', onPayment: 'paidAt', words: ['成交时间'] },
  {
    means: 'orderedAt',
    words: ['下单时间', '创建时间', '订单时间', '订单创建时间', '提交时间', '购买时间', '下单日期', '购买日期', '订单日期', '生成时间', '拍下时间', '下单于', '购买于', '订单生成时间', '订单提交时间', 'Order placed', 'Date ordered', 'Created', 'Order time', 'Order date', 'Created at', 'Ordered on'],
  },
  {
    means: 'amount', onRefund: 'none',
    words: ['实付款', '实付金额', '实付', '实际付款', '实际支付', '实际支付金额', '支付金额', '付款金额', '交易金额', '订单金额', '订单总额', '订单总价', '合计', '合计金额', '总计', '总金额',
      '应付金额', '应付款', '实付合计', '实付总额', '需付款', '已付款', '已支付', '付款总额', '消费金额', '转账金额', '扣款金额', '实收金额', '金额(元)', '金额', '金额(小写)', '小写金额', '金额小写', '汇款金额', '交易金额(元)', '支付金额(元)', '订单实付', '实付款(含运费)', '需支付', '支付价格', '购买金额', '充值金额', '订单实付金额', '付款额', '实收', '订单价格', '商品实付', '实付款项', 'Amount due', 'Order amount', 'Payment amount', '支付总额', '实付价', '成交金额', '成交价',
      'Total', 'Amount', 'Amount paid', 'Order total', 'Grand total', 'Total paid', 'Paid'],
  },
  { means: 'none', words: ['商品原价', '订单原价', '商品小计', '小计', '商品总价', '商品总额', '商品金额', '优惠', '优惠金额', '折扣', '立减', '红包', '优惠券', '运费', '手续费', '服务费', '原价', '单价', '售价', '面值', '标价', '余额', '当前余额', '账户余额', '可用余额', 'Subtotal', 'Discount', 'Price', 'Unit price', 'Fee'] },
  {
    means: 'refunded',
    words: ['退款金额', '已退款', '已退金额', '退款总额', '实退金额', '退回金额', '已退款金额', '退还金额', '退款总金额', '退款合计', '退款到账金额', '退款数额', '退款额', '退款金额(元)', '本次退款', 'Refund amount', 'Refunded'],
  },
  {
    means: 'merchant',
    words: ['店铺', '店铺名称', '店铺名', '店名', '商家', '商家名称', '商户', '商户名称', '商户全称', '商户简称', '卖家', '卖家昵称', '卖家名称', '销售方', '销售商', '供货商', '发货商家', '出售方', '所属店铺', '下单店铺', '商铺', '商铺名称', '网店', '卖家店铺', '号主', '出售者', '供货方', '供应商', '卖方', '服务商', '主播', '站长', '货主', '发卡商', '售卖商家', '商家昵称', '店铺昵称', '掌柜',
      'Seller', 'Shop', 'Store', 'Merchant', 'Sold by', 'Vendor'],
  },
  {
    means: 'payee', onPayment: 'merchant',
    words: ['收款方', '收款方全称', '收款商户', '收款人', '收款商家', '收款方名称', '收款方户名', '收款人名称', '收款人姓名', '收款户名', '对方户名', '对方账户名', '交易对方', '对方名称', '收款单位', 'Payee', 'Recipient', 'Paid to'],
  },
  {
    means: 'product',
    words: ['商品名称', '商品', '商品说明', '商品信息', '商品标题', '商品描述', '宝贝', '宝贝名称', '购买商品', '产品', '产品名称', '充值商品', '充值项目', '套餐', '套餐名称', '服务名称', '购买内容', '购买项目', '项目名称', '订单商品', '卡种', '道具', '道具名称', '品名', '商品全称', '商品名', '订单名称', '订单内容', '订单标题', '订单商品名称', '物品', '物品名称', '货品', '货品名称', '购买产品', '充值产品', '服务项目', '充值类型', '业务名称', '会员类型', '套餐类型', '宝贝标题', '账单说明',
      'Item', 'Product', 'Product name', 'Item name', 'Goods', 'Description'],
  },
  { means: 'quantity', words: ['数量', '购买数量', '商品数量', '件数', '购买份数', 'Qty', 'Quantity'] },
  {
    means: 'cardCode',
    words: ['卡密', '卡密信息', '兑换码', '激活码', 'CDK', 'CDKEY', 'CD-KEY', '密钥', '激活密钥', '序列号', '产品密钥', '充值卡密', '卡券码', '券码', '充值码', '礼品码', '礼品卡号', '激活序列号', '卡密内容', '提货码', '兑换卡密', '卡号', '卡密码', '充值卡号', '充值卡密码', '卡密/兑换码', '发货内容', '发货信息', '取货码', 'CDKEY码', '激活密匙', '密匙', 'KEY码', '产品密匙', '礼包码', '会员兑换码', '兑换密钥', '卡密号', '注册码', '授权码', '激活代码', '产品代码', '兑换代码', 'Redeem code', 'Redemption code', 'Product code', 'Voucher code', 'Serial number', 'CD key', 'Activation code', 'Gift code', 'License key', 'Product key', 'Code', 'Key'],
  },
  {
    means: 'account',
    words: ['充值账号', '充值帐号', '充值账户', '账号', '帐号', '账户', '帐户', '游戏账号', '游戏帐号', '游戏ID', '角色ID', '角色名', '游戏角色', '玩家ID', '用户ID', 'UID', 'QQ号', 'QQ', '充值QQ', '充值QQ号', '会员账号', '登录账号', '用户名', '到账账号', '充值手机号', '充值手机', '被充值账号', '充值对象', '游戏昵称', '角色昵称', '角色名称', '玩家昵称', '通行证', '通行证账号', 'Steam账号', '邮箱账号', '购买账号', '目标账号', '充值卡号码', '充值加油卡号', '油卡卡号', '开通账号', '会员手机号', '登录名', '绑定账号', '充值号码', 'Account', 'Account ID', 'Player ID', 'User ID', 'Username'],
  },
  {
    means: 'contactPhone',
    words: ['联系方式', '联系电话', '联系手机', '手机号', '手机号码', '买家手机', '下单手机号', '预留手机', '查询手机号', '联系人手机', '收货手机', '电话', 'Phone', 'Mobile', 'Contact'],
  },
  { means: 'platform', words: ['平台', '平台名称', '交易平台', '购买平台', '网站名称', '来源平台', '订单来源', 'Platform', 'Marketplace'] },
  { means: 'paidBy', words: ['支付方式', '付款方式', '支付渠道', '付款渠道', '付款账户', '支付工具', '支付类型', 'Payment method', 'Paid with', 'Pay via'] },
  {
    means: 'failure',
    words: ['失败原因', '错误信息', '错误提示', '错误原因', '异常原因', '封禁原因', '处罚原因', '冻结原因', '驳回原因', '提示信息', '失败说明', '错误描述', '封停原因', '处罚说明', '异常说明', '异常信息', '限制原因', '拒绝原因', '退回原因', '失败详情', '状态说明', '错误详情', '充值结果', '兑换结果', '查询结果', '报错信息', '处理结果', 'Reason', 'Error message'],
  },
  { means: 'failedAt', words: ['封禁时间', '冻结时间', '处罚时间', '封停时间', '兑换时间', '失败时间', '查询时间'] },
  {
    means: 'sellerName',
    words: ['企业名称', '公司名称', '经营者名称', '经营者', '主体名称', '名称', '字号名称', '营业执照名称'],
  },
  { means: 'sellerAddress', words: ['住所', '经营场所', '注册地址', '公司地址', '企业地址', '经营地址', '住所(经营场所)', '营业场所', '办公地址', '联系地址'] },
  { means: 'sellerPhone', words: ['客服电话', '商家电话', '联系客服电话', '企业电话'] },
  {
    means: 'none',
    words: ['发货方式', '配送方式', '收单机构', '当前状态', '交易状态', '订单状态', '支付状态', '状态', '账单分类', '交易分类', '收款方备注', '付款方', '付款人', '付款账号', '付款卡号', '收款账号', '收款账户', '收款卡号', '收款银行', '收款方账号', '对方账号', '转账说明', '转账附言', '附言', '用途', '摘要', '备注', '买家留言', '买家',
      '金额(大写)', '大写金额', '金额大写', '拼单成功时间', '成团时间', '出库时间', '出卡时间', '签收时间', '付款人户名', '付款人账号', '收款人账号', '收款人账户', '收款人开户行', '付款人开户行', '汇款人', '汇款用途', '汇路', '交易渠道', '交易地点', '交易摘要', '钞汇标志', '商品单价', '优惠抵扣', '平台优惠', '店铺优惠', '积分抵扣', '会员折扣', '满减', '已优惠', '包装费', '税费', '发货时间', '完成时间', '到账时间', '收货时间', '关闭时间', '结束时间', '创建人', '服务', '商家服务', '标签', '账单管理', '交易类型', '业务类型', '类型', '币种', '退款时间', '退款方式', '退款单号', '退款编号', '退款原因', '退款状态', '退款到账时间', '申请时间', '申请金额', '退款说明', '退款去向', '退回账户', '付款银行', '开户行', '解封时间', '剩余时间', '有效期', '有效期至', '充值时间',
      '卡片状态', '统一社会信用代码', '法定代表人', '投诉编号', '受理编号', '登记编号', '投诉时间', '受理时间', '区服', '大区', '服务器', '收货人', '收货地址', '发票', '邮箱', '电子邮箱', 'Status', 'Order status', 'Email', 'Shipping', 'Notes', 'Remark', '付款户名', '付款方户名', '转账方式', '转账备注', '优惠信息', '订单备注', '支付奖励', '计入收支', '联系商家', '查看往来记录', '对此订单有疑问', '常见问题', '申请电子回单', '往来记录'],
  },
];

/** Brings a label to the form in which it is compared. */
export function labelForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s:*·•|]/g, '').replace(/^[-—]+|[-—]+$/g, '');
}

const BY_FORM = new Map<string, LabelRow>();
for (const row of LABELS) for (const word of row.words) BY_FORM.set(labelForm(word), row);

/**
 * Labels that shops put together from the same parts in ever new ways
 * (订单编码, 应付总额, 缴费完成时间). Asked only where the table has no such word.
 */
const COMPOSED: readonly { words: RegExp; row: LabelRow }[] = [
  { words: /^(?:平台|商城|系统|本站|网站|网店|店铺|我的|购买|充值|卡密|所属|对应)?(?:订单|下单)(?:编号|编码|代码|序号|号码?|id|no\.?)$/, row: { means: 'orderNo', onPayment: 'tradeNo', words: [] } },
  { words: /^(?:支付|付款|交易|转账|扣款)(?:平台|渠道)?(?:编号|编码|单号|流水号?|序列?号|凭证号)$/, row: { means: 'tradeNo', words: [] } },
  { words: /^(?:支付|付款|扣款|转账|缴费)(?:成功|完成|到账)?(?:的)?(?:时间|日期)$/, row: { means: 'paidAt', onRefund: 'none', words: [] } },
  { words: /^(?:下单|拍下|购买|订单)(?:创建|提交|生成|成功|完成)?(?:的)?(?:时间|日期)$/, row: { means: 'orderedAt', words: [] } },
  { words: /^(?:实付|应付|实收|应收|支付|付款|订单|缴费|结算|实际支付)(?:总|合计)?(?:款|款项|金额|总额|总价|价格|费用|额)(?:\((?:元|rmb|¥)\))?$/, row: { means: 'amount', onRefund: 'none', words: [] } },
  { words: /^(?:充值|到账|收货|被充|缴费|开通)(?:的)?(?:号码|账号|帐号|账户|手机号?码?|qq号?|邮箱|uid|id)$/, row: { means: 'account', words: [] } },
  { words: /^(?:兑换|激活|提货|提取|礼品|授权|注册|充值)(?:卡)?(?:码|代码|密钥|密匙|key)$/, row: { means: 'cardCode', words: [] } },
];

function rowOf(form: string): LabelRow | undefined {
  return BY_FORM.get(form) ?? (form.length >= SHORTEST_COMPOSED && form.length <= LONGEST ? COMPOSED.find(({ words }) => words.test(form))?.row : undefined);
}

const SHORTEST_COMPOSED = 3;

/** The row of the table for a text that is a label and nothing else. */
export function labelRow(text: string): LabelRow | undefined {
  return text.length > LONGEST ? undefined : rowOf(labelForm(text));
}

/** No label, spaces and colon included, is longer. */
const LONGEST = 32;

/** The longest label that a text begins with, so that 商家订单号 is found before 商家. */
export function leadingLabel(text: string): { length: number; row: LabelRow } | undefined {
  let found: { length: number; row: LabelRow } | undefined;
  for (let length = 1; length <= Math.min(text.length, LONGEST); length++) {
    const row = /\s/.test(text[length - 1]!) ? undefined : rowOf(labelForm(text.slice(0, length)));
    if (row) found = { length, row };
  }
  return found;
}

export type { LabelRow };
