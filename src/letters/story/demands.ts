import type { Demand } from '../../model/dispute.ts';
import type { Claim } from '../values/claims.ts';
import { matterOf } from '../values/matter.ts';
import type { Values } from '../values/values.ts';
import { nounOf } from './trouble.ts';

const FITNESS: Record<string, string> = { code: '可以正常兑换的', wallet: '可以正常使用的', topup: '可以正常到账的' };

/** What is still owed: all that was paid, or what was counted. */
export function sayLeft(values: Values, claim: Claim): string {
  return claim.left === claim.paid ? values.sum('amount') : values.count({ how: 'left' });
}

/** `退还货款96.50元`, or what is left of it; empty when nothing is. */
export function repay(values: Values, claim: Claim | undefined): string {
  if (!claim || claim.left === 0) return '';
  // Where no contract stands, it is the money that goes back and not a price.
  const [all, rest] = values.basis.pleads.includes('breach')
    ? ['退还货款', '退还剩余货款']
    : ['返还价款', '返还剩余价款'];
  if (claim.refunded > 0)
    return `${rest}${sayLeft(values, claim)}（实付${values.sum('amount')}，已退${values.sum('refunded')}）`;
  return `${all}${sayLeft(values, claim)}`;
}

/**
 * The main demand as the object of 请…: one sentence half, with the money where
 * it cannot be done, without a date.
 * @param toAccount say that the money goes back to the account it came from
 */
export function nameDemand(values: Values, claim: Claim | undefined, demand: Demand, toAccount = true): string {
  const product = values.show('product') ? `“${values.show('product')}”` : nounOf(values);
  const back = repay(values, claim);
  // The money lies with whoever was charged by mistake, not with who is written to.
  if (values.basis.id === 'unjust_enrichment') return `协助联系收到充值的一方${back || '返还价款'}`;
  if (!values.basis.pleads.includes('breach')) return `${back || '返还价款'}${toAccount ? '，退回原付款账户' : ''}`;
  const fallback = back ? (cannot: string): string => `；${cannot}的，${back}` : (): string => '';
  switch (demand) {
    case 'refund':
      return `${back || '退还货款'}${toAccount ? '，退回原付款账户' : ''}`;
    case 'replace':
      return `更换${FITNESS[values.raw('goods') ?? ''] ?? '可以正常使用的'}${product}${fallback('不能更换')}`;
    case 'deliver':
      return `按订单约定交付${product}${fallback('不能交付')}`;
    case 'compensate':
      return `赔偿本人因该订单受到的损失${claim ? `${sayLeft(values, claim)}（即${claim.refunded > 0 ? '尚未退还的' : '实付'}货款）` : ''}`;
    case 'restore':
      return `恢复${matterOf(values).respondent === 'platform' ? '相关账户、余额或者服务' : `所购${nounOf(values)}`}的正常使用${fallback('不能恢复')}`;
  }
}

/**
 * What is asked of whom, one sentence each; the first is the main demand.
 * @param by the day until which it is asked, as the letter shows it
 */
export function tellDemands(
  values: Values,
  claim: Claim | undefined,
  audience: 'merchant' | 'platform' | 'operator' | 'office',
  by: string,
): string[] {
  const demand = values.demand;
  const until = `于${by}前`;
  if (values.basis.id === 'unjust_enrichment') return askForHelp(values, claim, audience, until);
  const main = nameDemand(values, claim, demand);
  if (audience === 'merchant' || audience === 'office') {
    return [`请${until}${main}。`, '请书面回复处理结果；不能按期处理的，请说明原因、经办人和完成日期。'];
  }
  if (audience === 'operator') {
    return [
      `请核实上述情况，并${until}${main}。`,
      '请书面告知处理结果和依据；不支持上述请求的，请说明事实、理由和依据。',
    ];
  }
  return [
    `请核实该订单的交付和售后情况，督促${values.voice.merchant}${until}${main}。`,
    ...(demand === 'refund' || demand === 'compensate'
      ? [`争议处理完毕前，请暂缓向${values.voice.merchant}结算该订单货款。`]
      : []),
    '请告知本投诉的受理编号、经办人和预计办结日期。',
  ];
}

/** The buyer typed the wrong account: who did what was ordered is asked for help, and owes nothing. */
function askForHelp(
  values: Values,
  claim: Claim | undefined,
  audience: 'merchant' | 'platform' | 'operator' | 'office',
  until: string,
): string[] {
  const help = nameDemand(values, claim, 'refund');
  if (audience === 'merchant')
    return [
      `请${until}查明该笔充值能否撤回或者更正；能撤回的，请${repay(values, claim) || '返还价款'}。`,
      `不能撤回的，请${help}，并书面回复处理结果。`,
    ];
  return [`请${until}${help}。`, '请提供该订单的充值记录。', '请书面回复处理结果。'];
}
