/**
 * Labels that nearly every page of a shop, a wallet or a bank in China has. Whoever measures as near to life as may be
 * cannot leave them out, and nobody can be kept from knowing them: they belong to no set, and learning sets have them.
 */
export const EVERYDAY = {
  orderNo: ['订单编号', '订单号', '订单编号：', '商品订单编号'],
  product: ['商品名称', '商品', '商品信息'],
  amount: ['实付款', '实付', '实付金额', '合计', '应付金额', '订单金额', '支付金额', '总价'],
  merchant: ['卖家', '商家', '店铺', '商家名称', '卖家昵称', '店铺名称'],
  orderedAt: ['下单时间', '创建时间', '订单时间', '拍下时间'],
  paidAt: ['付款时间', '支付时间', '交易时间', '转账时间'],
  tradeNo: ['交易单号', '支付宝交易号', '交易号', '交易流水号', '订单号', '转账单号', '支付流水号'],
  merchantOrderNo: ['商户单号', '商家订单号', '商户订单号'],
  payee: ['收款方', '商户全称', '收款方全称', '对方户名', '收款人', '商户名称', '交易对象'],
  quantity: ['购买数量', '数量', '商品数量'],
  account: ['充值账号', '游戏账号', '账号', '充值号码'],
  cardCode: ['卡密', '卡密信息', '兑换码', '券码', '激活码'],
  paidBy: ['支付方式', '付款方式'],
  oldPrice: ['商品总价', '商品单价', '单价', '原价', '商品金额', '面值'],
} as const;

export type EverydayKey = keyof typeof EVERYDAY;
export type Everyday<Key extends EverydayKey> = (typeof EVERYDAY)[Key][number];

/** What everybody knows as well: ways of paying, words above a dialog and on its button, where things are sold. */
export const EVERYDAY_WALLETS = ['零钱', '零钱通', '花呗', '余额宝', '微信支付', '支付宝'];
export const EVERYDAY_DIALOGS = ['提示', '温馨提示', '系统提示', '兑换失败', '登录失败'];
export const EVERYDAY_BUTTONS = ['确定', '我知道了', '知道了', '重试', '返回'];
export const EVERYDAY_PLATFORMS = [
  '闲鱼',
  '转转',
  '交易猫',
  '螃蟹账号',
  '盼之代售',
  'DD373',
  '5173',
  '拼多多',
  '淘宝',
  '小红书',
  '抖音商城',
];
export const EVERYDAY_OTHERS: readonly (readonly [string, string])[] = [
  ['发货方式', '自动发货'],
  ['运费', '¥0.00'],
  ['买家留言', '无'],
  ['订单备注', '尽快发货'],
  ['联系电话', '138****5507'],
  ['订单来源', '微信小程序'],
  ['积分抵扣', '-￥0.35'],
  ['账户余额', '¥0.00'],
];
