import type { BasisId } from '../../law/basis.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { CHANNEL_IDS } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, type Day } from '../../model/moment.ts';
import { lastDay } from '../../law/deadlines/period.ts';
import { clockOf } from '../../law/rules/numbers.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import { matterOf } from '../values/matter.ts';
import { PROOFS } from '../values/marks.ts';
import { proofMark, sourcesOf, type Values } from '../values/values.ts';
import type { Draft, Drafter } from './draft.ts';
import { onlyReturn } from './relation.ts';
import { platformAnswers } from './respondent.ts';
import { officeOf, openFiling } from './open-filings.ts';
import { nameDemand, repay } from '../story/demands.ts';
import { sayEvent } from '../story/event.ts';
import { tellPurchase } from '../story/purchase.ts';

/** The day on which the right to rescind ends, by the rule in force when the breach was learned of (SUB-10). */
export function rescissionEnds(values: Values): Day | undefined {
  const known = values.raw('failedAt') ?? values.raw('paidAt');
  if (known === undefined) return undefined;
  const day = chinaDay(known);
  return lastDay(clockOf('SUB-10', 'rescind', day, values.snapshot.today), day);
}

/** Why there is nothing to rescind, by the legal relation. */
const NOT_RESCINDED: Partial<Record<BasisId, string>> = {
  void: '合同可能无效，不用通知解除，要的是返还价款',
  minor: '未成年人付的款由监护人不予追认，不用通知解除',
  unjust_enrichment: '充值账号是自己填错的，商家没有违约，不能通知解除',
};

/** @throws KamengError NOT_RESCINDED where the relation knows no rescission */
function refuseOther({ basis }: Values): void {
  const why = NOT_RESCINDED[basis.id];
  if (why === undefined) return;
  throw new KamengError('NOT_RESCINDED', why, {
    hints: ['写给商家说清楚：kameng letter --to merchant', '看怎么走：kameng route'],
  });
}

/** Whom the contract is with; of what the platform sells itself, or does itself, that is the platform. */
function counterparty({ values, missing }: Draft): string {
  if (!platformAnswers(values)) return values.show('sellerName') ?? values.show('merchant') ?? '';
  if (values.raw('platformOperator') === undefined) missing.push('platformOperator');
  return values.show('platformOperator') ?? '';
}

export const draftRescission: Drafter = (draft) => {
  const { values, context, claim } = draft;
  const ends = rescissionEnds(values);
  if (ends !== undefined && ends < values.snapshot.today) {
    throw new KamengError('RESCISSION_BARRED', `解除合同的期限已于 ${ends} 届满，解除通知不再有效`, {
      hints: [
        '仍可以主张退款或者赔偿：kameng letter --to merchant',
        '发现问题的时间记错了就改正：kameng facts failedAt=…',
      ],
    });
  }
  refuseOther(values);
  if (values.basis.id === 'unknown') draft.missing.push(values.basis.question ?? 'goods');
  context.more['to'] = counterparty(draft);
  const order = values.show('orderNo') ? `订单${values.show('orderNo')}` : `购买“${values.show('product') ?? '商品'}”`;
  const { delivery } = matterOf(values);
  // Where the other side can still perform, a dated last call comes first.
  const later = delivery === 'never' || delivery === 'beside';
  const money = repay(values, claim);
  context.more['declaration'] = later
    ? `现催告贵方于${context.deadline}前按约定履行。逾期未履行的，${order}的合同自该日届满时解除，本人不再另行通知。`
    : `贵方交付的商品不能实现合同目的。本人现通知贵方解除${order}的合同，合同自本通知到达贵方时解除。`;
  context.demands = money
    ? [
        later
          ? `合同解除后，请于${values.count({ how: 'payWithin' })}${money}，退回原付款账户。`
          : `请于${context.deadline}前${money}，退回原付款账户。`,
      ]
    : [];
  draft.cite('rescind');
  draft.cite('rescind_notice');
};

export const draftSettlement: Drafter = (draft) => {
  const { values, context, claim } = draft;
  const purchase = tellPurchase(values, '甲方', '乙方');
  context.more['purchase'] = sayEvent(values, { ...purchase, exhibits: [] });
  context.more['other'] = counterparty(draft);
  const demand = onlyReturn(values) ? 'refund' : values.demand;
  if (values.basis.id === 'unjust_enrichment')
    throw new KamengError('NOTHING_TO_SETTLE', '充值账号是自己填错的，商家不欠你钱，没有可以和商家和解的事', {
      hints: ['请商家帮忙联系收到充值的人：kameng letter --to merchant'],
    });
  const left = claim?.left ?? 0;
  if (left === 0 && demand !== 'replace' && demand !== 'deliver' && demand !== 'restore') {
    throw new KamengError('CLAIM_SETTLED', '已退金额不少于实付金额，没有需要和解的款项', {
      hints: ['可以写撤回投诉：kameng letter --to withdrawal'],
    });
  }
  const account = values.show('paidBy')
    ? `收款账户为甲方${values.show('paidBy')}的原付款账户；改用其他账户的，甲方另行书面告知。`
    : '款项退回甲方的原付款账户；改用其他账户的，甲方另行书面告知。';
  context.demands = [
    `乙方于${context.deadline}前${nameDemand(values, claim, demand, false)}。`,
    ...(left > 0 ? [account] : []),
    '上述事项履行完毕后，双方就该订单的争议了结，甲方撤回就该订单提出的投诉。',
    '乙方未按期足额履行的，本协议约定的争议了结不生效，甲方可以就未履行的部分和由此受到的损失继续依法主张权利。',
    '本协议经双方签字，或者以聊天、邮件等书面方式确认后生效。',
  ];
};

export const draftWithdrawal: Drafter = (draft) => {
  const { values, context } = draft;
  const doors = CHANNEL_IDS.filter((id) => CHANNEL_TRAITS[id].withdrawable);
  const found = openFiling(values, doors);
  if (!found) {
    throw new KamengError('NOTHING_FILED', '案卷里没有已经提交、还在处理的投诉，没有可以撤回的', {
      hints: ['先记下提交的日期：kameng followup --channel platform --filed 2026-09-04 --reference 编号'],
    });
  }
  const { filing } = found;
  const settled = values.snapshot.contacts.some((contact) => contact.result === 'settled');
  const refunded = values.money('refunded') ?? 0;
  const paid = values.money('amount');
  const back = refunded > 0 && paid !== undefined && refunded >= paid;
  const reason = back
    ? `本人已收到退款${values.sum('refunded')}${proofMark(values, sourcesOf(values, 'refunded'))}`
    : settled
      ? '双方已就该争议达成一致'
      : '';
  draft.door = filing.channel;
  context.more['office'] = officeOf(values, draft.door);
  context.more['statement'] =
    `${values.told(filing, 'act', `本人于${values.told(filing, 'filedOn')}就${values.show('orderNo') ? `订单${values.show('orderNo')}` : '购买的商品'}提交投诉${filing.reference ? `（编号${values.told(filing, 'reference')}）` : ''}。`)}${reason ? `现因${reason}，` : '现'}申请撤回该投诉。`;
  context.more['kept'] = back || settled ? '' : '撤回投诉不表示放弃就该订单享有的其他权利。';
};

export const draftPublic: Drafter = ({ values, context, events }) => {
  const kinds = new Set(countedExhibits(values.snapshot).map((exhibit) => exhibit.category));
  const shown = [
    kinds.has('transaction') ? '订单和支付记录' : '',
    kinds.has('communication') ? '沟通记录' : '',
    kinds.has('defect') ? '页面提示' : '',
  ].filter(Boolean);
  // Readers in public have no exhibits to look into.
  const bare = context.outcome.map((line) => line.replace(PROOFS, ''));
  context.story = [...events.map((event) => sayEvent(values, { ...event, exhibits: [] })), ...bare];
  context.more['kept'] = shown.length > 0 ? `以上情况有${shown.join('、')}可查。` : '';
};
