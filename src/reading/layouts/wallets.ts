/** What a page calls a way of paying, and the choice of `paidBy` it is. The first row that fits counts. */
const WALLETS: readonly { paidBy: 'wechat' | 'alipay' | 'bank' | 'personal_transfer' | 'balance'; words: RegExp }[] = [
  { paidBy: 'alipay', words: /支付宝|余额宝|花呗|借呗|alipay/i },
  { paidBy: 'wechat', words: /微信|财付通|零钱|wechat|weixin/i },
  { paidBy: 'balance', words: /(?:平台|商城|账户|账号|会员|站内|店铺|卡盟)余额|余额支付/ },
  { paidBy: 'bank', words: /银行|信用卡|储蓄卡|借记卡|网银|云闪付|银联|bank|visa|mastercard|union\s?pay/i },
];

/** `微信支付` → `wechat`; undefined when the words name no way of paying. */
export function paidByOf(text: string): (typeof WALLETS)[number]['paidBy'] | undefined {
  return WALLETS.find((wallet) => wallet.words.test(text))?.paidBy;
}

/** Whose voucher a page is, from words that only this wallet's pages have. */
export const WALLET_MARKS: readonly { paidBy: 'wechat' | 'alipay' | 'bank' | 'personal_transfer'; words: RegExp }[] = [
  {
    paidBy: 'personal_transfer',
    words:
      /个人收款码|个人收钱码|转账给|转账到支付宝|向.{1,12}转账|已被接收|朋友已收钱|对方已收钱|二维码收款|扫二维码付款/,
  },
  { paidBy: 'wechat', words: /财付通|微信支付|零钱通|^零钱$|商户单号/m },
  { paidBy: 'alipay', words: /支付宝|余额宝|花呗|商家订单号|收款方全称/ },
  { paidBy: 'bank', words: /电子回单|网上银行|手机银行|付款卡号|付款账号|开户行|收款卡号|银行/ },
];
