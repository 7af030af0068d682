import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';

/** What answers one ground of refusal. */
export interface RefusalAnswer {
  /** The answer in substance, Chinese; numbers of law are slots. */
  argument: string;
  rules: readonly string[];
  /** Any of these exhibits carries the argument. */
  kinds: readonly Kind[];
  facts: readonly FactKey[];
  /** What to get when none of them is in the case. */
  need: string;
}

/** By the id of the ground (`answers/grounds.ts`). */
export const REFUSAL_ANSWERS: Readonly<Record<string, RefusalAnswer>> = {
  virtual_goods: {
    argument:
      '不是无理由退货，而是没交付或用不了：在线交付要进入指定系统并能检索识别才算交付，商品和服务要符合约定；“概不退换”不能免除商家自己违约的责任',
    rules: ['SUB-02', 'SUB-04', 'SUB-17'],
    kinds: ['failure', 'recording'],
    facts: ['failure'],
    need: '兑换失败或没到账的截图、录屏',
  },
  seven_days: {
    argument:
      '要求的依据不是{SUB-06.window}无理由，而是不符合约定：没有约定的，收到商品之日起{SUB-05.return}内可以退货，{SUB-05.return}后符合法定解除条件的仍可以退货',
    rules: ['SUB-05', 'SUB-09'],
    kinds: ['failure', 'recording'],
    facts: ['failure'],
    need: '商品不符合约定的截图、录屏',
  },
  past_window: {
    argument:
      '平台或店铺的时限是它自己的规则，约定的检验期过短的，只算对外观瑕疵提出异议的期限；先列出第一次反馈的时间',
    rules: ['SUB-13', 'SUB-12'],
    kinds: ['chat', 'chat_log', 'email', 'filing_receipt'],
    facts: ['failedAt'],
    need: '第一次反馈问题的聊天或提交记录，带日期',
  },
  code_used: {
    argument:
      '要对方拿出兑换记录：哪一天、哪个账号、从哪里兑换。兑换早于付款或不是你的账号，就不是你用的；交易记录平台应当提供',
    rules: ['PLT-05', 'SUB-04'],
    kinds: ['recording', 'failure', 'reply'],
    facts: ['paidAt', 'cardCode'],
    need: '官方兑换记录或第一次兑换就失败的录屏',
  },
  buyer_operation: {
    argument: '用录屏说明每一步都按商家的说明做；对方说操作有错，应指出是哪一步',
    rules: ['SUB-04', 'EV-03'],
    kinds: ['recording'],
    facts: ['account'],
    need: '从取卡到操作失败一镜到底的录屏',
  },
  proof_insufficient: {
    argument: '逐一补上对方说缺的材料，编号列明来源和要证明什么；交易记录在平台手里的，要求平台提供',
    rules: ['EV-06', 'PLT-05'],
    kinds: ['recording', 'bill'],
    facts: ['orderNo', 'tradeNo'],
    need: '一镜到底的录屏、支付机构导出的账单',
  },
  contact_other: {
    argument: '和你订立合同的是商家，不能推给别人；平台要协助维权，知道侵害不采取必要措施的要承担连带责任',
    rules: ['SUB-04', 'PLT-04', 'PLT-02'],
    kinds: ['order', 'payment'],
    facts: ['merchant'],
    need: '写明店铺和收款方的订单页、支付凭证',
  },
  third_party: {
    argument:
      '卖家因为上家、渠道、号主这些第三人的原因没有履行的，仍要向你承担违约责任；它和第三人之间的事由它们自己处理',
    rules: ['SUB-41', 'SUB-04'],
    kinds: ['order', 'payment', 'bill'],
    facts: ['merchant'],
    need: '写明店铺和收款方的订单页、支付凭证',
  },
  not_ours: {
    argument: '用订单页和支付凭证把店铺、收款方、订单号对上；店铺转让过的，登记的和实际经营的都要负责',
    rules: ['SUB-01', 'PLT-16'],
    kinds: ['order', 'payment', 'bill'],
    facts: ['orderNo', 'payee'],
    need: '写明店铺和收款方的订单页、支付凭证',
  },
  not_consumer: {
    argument: '是自己用的，写明数量和用途；是进货转卖的就不要再投 12315，按合同起诉',
    rules: ['REF-03', 'REG-22'],
    kinds: ['order'],
    facts: ['purpose', 'quantity'],
    need: '说明自用的依据',
  },
  no_jurisdiction: {
    argument:
      '换有权处理的部门：平台和自建网站找经营者住所地的，平台内商家可选公示地址或平台住所地的县级市场监督管理部门',
    rules: ['JUR-01', 'JUR-02', 'JUR-03'],
    kinds: ['identity'],
    facts: ['sellerAddress'],
    need: '写明经营者名称、住所的执照或公示页',
  },
  address_not_found: {
    argument: '平台公示的地址联系不上卖家的，改投平台经营者住所地的区县市场监管部门；没有平台的，补上能找到他的信息',
    rules: ['JUR-04', 'JUR-02'],
    kinds: ['identity', 'reply'],
    facts: ['platformOperator', 'platformAddress'],
    need: '写明平台经营者名称、住所的公示页，和这次答复',
  },
  identity_missing: {
    argument: '补上双方的真实名称、地址、电话；卖家的信息向平台要求提供，平台不能提供的可以要求平台赔偿',
    rules: ['REG-11', 'PLT-01'],
    kinds: ['identity'],
    facts: ['sellerName', 'sellerAddress', 'buyerName', 'buyerPhone', 'buyerAddress'],
    need: '写明经营者名称、地址的执照或公示页',
  },
  duplicate: {
    argument: '同样的内容不再重复提交；有新的事实或证据就写明哪些是新的，否则换渠道',
    rules: ['REG-09', 'REG-17'],
    kinds: [],
    facts: [],
    need: '',
  },
  other_office: {
    argument: '同一争议已有机构受理，12315 不会再受理；先等那边的结果，没谈成就起诉',
    rules: ['REF-02'],
    kinds: ['filing_receipt'],
    facts: [],
    need: '那边的受理或终止文书',
  },
  too_late: {
    argument: '{REG-05.complain}从知道权益受侵害起算：没有超过的，要求书面写明起算日；知道得晚的，拿出凭据',
    rules: ['REF-04'],
    kinds: ['failure', 'chat', 'chat_log'],
    facts: ['failedAt'],
    need: '说明什么时候才发现问题的凭据',
  },
  civil_matter: {
    argument:
      '口头说不管的，要求书面告知；刑事不立案可以复议、请检察院监督，治安应当立案调查或者说明理由；钱走民事诉讼',
    rules: ['POL-15', 'POL-16', 'POL-07', 'POL-08'],
    kinds: ['identity', 'chat', 'chat_log'],
    facts: ['signs'],
    need: '假身份、拉黑、其他受害人的凭据',
  },
  mediation_refused: {
    argument: '调解要双方同意，拿到终止调解的书面告知后，通过民事诉讼等途径解决',
    rules: ['REG-16', 'REG-17', 'CT-02'],
    kinds: ['reply', 'filing_receipt'],
    facts: [],
    need: '终止调解的书面告知',
  },
  voluntary: {
    argument: '付款自愿不等于商品不用交付；要求的是履行合同或退款',
    rules: ['SUB-03', 'SUB-09'],
    kinds: ['failure', 'recording'],
    facts: ['failure'],
    need: '没交付或用不了的截图、录屏',
  },
  delivered: {
    argument: '在线交付以进入你指定的系统并能检索识别为准；截出此刻的余额或记录，要求对方给出交付的时间和流水',
    rules: ['SUB-02', 'PLT-05'],
    kinds: ['failure', 'recording'],
    facts: ['account', 'failure'],
    need: '账号此刻的余额或记录页，带时间',
  },
  no_fault: {
    argument: '要求写明核查了哪些记录；平台的纠纷规则要公平分配举证责任，掌握交易记录的一方应当提供',
    rules: ['PLT-10', 'PLT-05'],
    kinds: ['recording', 'reply'],
    facts: ['failure'],
    need: '一镜到底的录屏、官方查询结果',
  },
  account_risk: {
    argument: '买到的东西不能正常使用就是不符合约定；“风险自担”是格式条款，不合理免除责任的无效。先要求返还价款',
    rules: ['SUB-04', 'SUB-17'],
    kinds: ['failure', 'recording'],
    facts: ['failure'],
    need: '封禁提示的截图、录屏',
  },
  platform_rule: {
    argument: '要对方给出条款和购买时有效的版本；不合理地免除责任、加重消费者责任的格式条款无效',
    rules: ['PLT-07', 'SUB-17'],
    kinds: ['rule_page', 'promise'],
    facts: [],
    need: '购买时的规则页、承诺页',
  },
};
