import { WAYS_OF_PAYING } from '../../knowledge/built/paid-by.ts';
import { DEMANDS, DISPUTES, type Demand, type Dispute } from '../../model/dispute.ts';
import { factSpec, type FactKey } from '../../model/facts.ts';
import { formatYuan, type Fen } from '../../model/money.ts';
import { letterTime } from '../../model/moment.ts';
import { printable } from './marks.ts';

/** Choices as letters call them. */
const CHOICES: Partial<Record<FactKey, Record<string, string>>> = {
  paidBy: Object.fromEntries(WAYS_OF_PAYING.map(({ id, name }) => [id, name])),
  goods: { code: '卡密', topup: '充值', membership: '会员', account: '账号', wallet: '平台余额' },
  site: {
    marketplace: '平台内店铺',
    own_site: '自建网站',
    self_operated: '平台自营',
    private_chat: '私下交易',
    second_hand: '二手平台',
    social_shop: '社交平台店铺',
  },
  goodsLawful: { yes: '合法', doubtful: '来路不明', no: '法律禁止' },
  buyer: { adult: '成年人', minor: '未成年人' },
  abroad: { yes: '境外', no: '境内' },
  ownMistake: { yes: '自己填错账号', no: '账号填写无误' },
  buyerSex: { male: '男', female: '女' },
  seller: { known: '已知', unreachable: '无法取得联系', unknown: '未公示' },
  purpose: { own_use: '个人使用', resale: '转售' },
  redeemed: { yes: '已兑换', no: '未兑换', unknown: '不清楚' },
  signs: {
    vanished: '付款后无法与卖家取得联系',
    fake_identity: '卖家公示的身份信息核实不符',
    many_victims: '另有其他买家反映相同情况',
    blocked_buyer: '卖家将本人拉黑',
    false_claims: '商品页面的说明与实际不符',
    none: '没有',
  },
};

/** 分 → `96.50元`. */
export const yuan = (fen: Fen): string => `${formatYuan(fen)}元`;

/**
 * The words of a fact whose value is one of a few, one for each that was chosen.
 * @returns undefined for facts that have no such words
 */
export function choicesOf(key: FactKey, value: string): string[] | undefined {
  if (key === 'dispute') return [DISPUTES[value as Dispute].label];
  if (key === 'demand') return [DEMANDS[value as Demand].label];
  const choices = CHOICES[key];
  return choices && value.split(',').map((one) => choices[one] ?? printable(one));
}

/** Money and times as letters write them; undefined for facts of other types. */
export function formOf(key: FactKey, value: string): string | undefined {
  const { type } = factSpec(key);
  if (type === 'money') return `${printable(value)}元`;
  return type === 'moment' ? letterTime(value) : undefined;
}
