/** What went wrong: the seven dispute types, with the words shown to the buyer. */
export const DISPUTES = {
  card_invalid: { label: '卡密无效', asks: '卡号、卡密、兑换码提示无效、已使用、已过期' },
  not_delivered: { label: '未到账', asks: '付了款没收到货，充值一直没到' },
  account_banned: { label: '账号被封', asks: '买来的账号、会员被封、被找回、登不上' },
  not_as_described: { label: '与描述不符', asks: '收到了，但功能、时长、面额、地区和页面写的不一样' },
  service: { label: '售后问题', asks: '客服不回、答应的退款换货没有做到' },
  platform_fault: { label: '平台责任', asks: '平台自己扣款出错、冻结余额、关闭投诉入口' },
  vanished: { label: '卖家失联', asks: '付款后卖家消失、拉黑、网站打不开' },
} as const;

export type Dispute = keyof typeof DISPUTES;
export const DISPUTE_IDS = Object.keys(DISPUTES) as Dispute[];

/** What the buyer wants. */
export const DEMANDS = {
  refund: { label: '退款' },
  replace: { label: '更换可用的商品' },
  deliver: { label: '按约定交付' },
  compensate: { label: '赔偿损失' },
  restore: { label: '恢复账号或服务' },
} as const;

export type Demand = keyof typeof DEMANDS;
export const DEMAND_IDS = Object.keys(DEMANDS) as Demand[];

/** The doors a dispute can be taken to; ids are part of the JSON contract. */
export const CHANNELS = {
  merchant: { label: '商家' },
  platform: { label: '平台投诉中心' },
  platform_operator: { label: '平台经营者' },
  payment: { label: '支付机构' },
  regulator: { label: '12315 投诉' },
  report: { label: '12315 举报' },
  association: { label: '消费者协会' },
  mediation: { label: '调解组织' },
  police: { label: '公安机关' },
  court: { label: '人民法院' },
  public: { label: '公开发布' },
} as const;

export type Channel = keyof typeof CHANNELS;
export const CHANNEL_IDS = Object.keys(CHANNELS) as Channel[];

/** Documents that are not a channel of their own, also for `letter --to`. */
export const EXTRA_DOCUMENTS = {
  urge: { label: '催办函' },
  escalate: { label: '升级处理请求' },
  resubmit: { label: '再次投诉' },
  identity: { label: '请求提供经营者信息' },
  rescission: { label: '解除合同通知' },
  settlement: { label: '和解协议' },
  withdrawal: { label: '撤回投诉' },
} as const;

export type DocumentId = Channel | keyof typeof EXTRA_DOCUMENTS;
export const DOCUMENT_IDS = [...CHANNEL_IDS, ...Object.keys(EXTRA_DOCUMENTS)] as DocumentId[];
