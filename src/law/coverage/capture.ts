import { type Dispute } from '../../model/dispute.ts';

/** Something that can be gone tomorrow, and why it matters. */
export interface CaptureRow {
  what: string;
  why: string;
  rule?: string;
  /** Absent: every dispute type. */
  disputes?: readonly Dispute[];
}

/** The order is the order of haste: what the other side can delete comes first. */
export const CAPTURE_NOW: readonly CaptureRow[] = [
  {
    what: '和对方的聊天：对方账号、昵称、日期时间都在画面里，从下单前问到现在，不要删好友、不要退群、不要卸载软件',
    why: '对方可以撤回、拉黑或解散群，之后就再也截不到；保留手机里的原始记录，日后要看原件',
    rule: 'EV-03',
  },
  {
    what: '订单详情页：订单号、商品、金额、时间、店铺名在同一屏，带网址',
    why: '店铺关闭或订单被隐藏后，证明买过什么就难了',
    rule: 'EV-01',
  },
  {
    what: '卖家的名称、营业执照、客服电话和收款方；网站底部的备案号和公司名',
    why: '没有对方名称和地址，12315 投诉和起诉都立不起来',
    rule: 'REG-11',
  },
  {
    what: '商品详情页和店铺承诺：面额、时长、地区、质保、包退换的说明，带网址和时间',
    why: '商家出事后常改描述',
    rule: 'SUB-03',
    disputes: ['card_invalid', 'not_delivered', 'account_banned', 'not_as_described', 'service'],
  },
  {
    what: '平台的用户协议和投诉规则当前版本，连同网址和日期',
    why: '规则会改；平台要保存历史版本，但你手里有当时的页面更省事',
    rule: 'PLT-07',
  },
  {
    what: '没兑换的卡密先不要再给任何人看；截图发给平台时遮住中间几位，原图留在自己手里',
    why: '卡密露出来就可能被别人用掉，之后说不清是谁用的',
    disputes: ['card_invalid', 'not_as_described', 'service'],
  },
  {
    what: '官方的兑换或激活记录：哪一天、哪个账号用掉的',
    why: '兑换时间早于你付款，就能说明卡到手时已经用过',
    rule: 'EV-04',
    disputes: ['card_invalid'],
  },
  {
    what: '被充值账号此刻的余额和充值记录，带账号和时间',
    why: '商家事后可能补充值，到账时间会说不清',
    rule: 'SUB-02',
    disputes: ['not_delivered'],
  },
  {
    what: '账号的封禁提示、封禁原因和起止时间，买号时的交接记录',
    why: '要分清是卖家找回，还是官方因为来路被封',
    rule: 'SUB-04',
    disputes: ['account_banned'],
  },
  {
    what: '平台的余额明细、冻结通知、投诉入口的报错，带账号和时间',
    why: '平台应说明处理的事实、理由和依据，你要留住它当时怎么说',
    rule: 'PLT-09',
    disputes: ['platform_fault'],
  },
  {
    what: '对方的网址、微信号、QQ 号、群号、收款账号，被拉黑的提示；付款的准确时间',
    why: '报案要用这些线索，网站随时会关',
    rule: 'POL-04',
    disputes: ['vanished'],
  },
  {
    what: '对方答应退款、换货的原话和日期，售后单的状态页',
    why: '承诺的日子过了，才好算它失约了几天',
    rule: 'PLT-12',
    disputes: ['service'],
  },
];

/** What must be captured before the other side deletes it, most urgent first. */
export function captureNow(dispute: Dispute | undefined): { what: string; why: string; rule?: string }[] {
  return CAPTURE_NOW.filter((row) => !row.disputes || (dispute !== undefined && row.disputes.includes(dispute))).map(
    ({ what, why, rule }) => ({ what, why, ...(rule === undefined ? {} : { rule }) }),
  );
}
