import { KamengError } from '../../model/errors.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import { sellerStateOf } from '../../law/route/situation-of.ts';
import { sourcesOf } from '../values/values.ts';
import type { Drafter } from './draft.ts';
import { platformAnswers } from './respondent.ts';
import { serviceOf } from './wallet-of.ts';
import { nameDemand, repay } from '../story/demands.ts';
import { sayEvent } from '../story/event.ts';

/** The complaint about the platform itself: what it did with the dispute, and what it owes as a platform. */
export const draftOperator: Drafter = (draft) => {
  const { values, context, claim } = draft;
  if (platformAnswers(values)) {
    if (draft.cite('platform_sells')) return;
    draft.cite('platform_reasons');
    context.demands.push('上述处理如果仅由系统自动判定，请对本投诉采用人工判定。');
    return;
  }
  if (values.basis.id === 'unjust_enrichment') return;
  if (!draft.cite('platform_measures')) draft.cite('platform_joint');
  const seller = sellerStateOf(values.snapshot.facts);
  context.demands = [
    `请于${context.deadline}前对该争议作出处理，督促${values.voice.merchant}${nameDemand(values, claim, values.demand)}。`,
    '请提供该订单的原始合同和交易记录。',
    ...(values.raw('sellerName') === undefined || seller !== 'known'
      ? [`请提供该${values.voice.merchant}的真实名称、地址和有效联系方式。`]
      : []),
    '请书面告知平台已经采取的处理措施、处理结果和依据。',
  ];
  if (context.demands.some((demand) => demand.includes('真实名称'))) draft.cite('platform_discloses');
  if (seller !== undefined && seller !== 'known' && draft.cite('platform_pays_first'))
    context.demands.push(`平台与该${values.voice.merchant}设有消费者权益保证金的，请告知能否用于先行赔偿。`);
  // What the platform itself promises on its page of rules binds it.
  const rules = countedExhibits(values.snapshot).flatMap(({ kind, no }) => (kind === 'rule_page' ? [no] : []));
  if (sourcesOf(values, 'promise').some((no) => rules.includes(no))) draft.cite('platform_promise');
};

export const draftPayment: Drafter = (draft) => {
  const { values, context, claim } = draft;
  context.more['provider'] = serviceOf(values);
  // On a marketplace the money goes to the platform or a bank, not to the shop: only what was read is named.
  const payee = values.show('payee');
  context.more['payee'] = payee ?? '';
  context.demands = [
    `请核实该笔交易的收款方${payee ? `“${payee}”` : ''}和订单情况，协助联系收款方于${context.deadline}前${repay(values, claim) || '处理该笔交易'}。`,
    '请保存该笔交易的记录，并向本人提供电子交易凭证。',
    '请告知本投诉的受理编号和处理结果。',
  ];
};

export const draftIdentity: Drafter = ({ values, context, purchase, trouble }) => {
  if (platformAnswers(values))
    throw new KamengError('SELLER_KNOWN', '卖家就是平台自己，不用请平台提供卖家的信息', {
      hints: ['写给平台经营者：kameng letter --to platform_operator'],
    });
  context.story = [purchase, trouble].flatMap((event) => (event ? [sayEvent(values, event)] : []));
  const merchant = values.show('merchant');
  context.demands = [
    `请于${context.deadline}前提供该订单${values.voice.merchant}${merchant ? `“${merchant}”` : ''}的真实名称、地址和有效联系方式。`,
    `该${values.voice.merchant}公示了营业执照信息的，请一并提供查看方式；不能提供上述信息的，请书面说明。`,
  ];
};
