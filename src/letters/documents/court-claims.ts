import { sayNumbers } from '../../law/rules/numbers.ts';
import { matterOf } from '../values/matter.ts';
import { damagesOn } from '../values/reckoning.ts';
import { proofMark, type Values } from '../values/values.ts';
import type { Suit } from './court-parties.ts';
import type { Draft } from './draft.ts';
import { isWithoutCapacity } from './relation.ts';
import { sayWord } from '../story/cited-law.ts';
import { paperName } from '../../law/paper-names.ts';
import { sayService } from '../story/contacts.ts';
import { nameDemand, sayLeft } from '../story/demands.ts';
import { servedDocuments, type Served } from '../story/service.ts';

/** A notice of rescission that is logged as sent, and how far it got. */
export interface Notice extends Served {
  /** It arrived, and the period that it may have set is over (民法典第五百六十五条). */
  effective: boolean;
}

/** The notice that got furthest, by the log. */
export function noticeOf(values: Values): Notice | undefined {
  const { snapshot } = values;
  const sent = servedDocuments(snapshot, 'rescission');
  const served = sent.findLast(({ contact }) => contact.arrivedOn !== undefined) ?? sent.at(-1);
  if (!served) return undefined;
  const { letter, contact } = served;
  const dated = ['never', 'beside'].includes(matterOf(values).delivery ?? '');
  const arrived = contact.arrivedOn !== undefined;
  const over = !dated || (letter?.replyBy !== undefined && letter.replyBy < snapshot.today);
  return { ...served, effective: arrived && over };
}

/** When and how the notice went out, and whether it works yet. */
export function sayNotice(values: Values, { contact, effective }: Notice): string {
  const service = sayService(contact, values) || `提交《${paperName('rescission')}》`;
  const how = `原告向被告${service}${proofMark(values, contact.exhibits)}`;
  const on = values.told(contact, contact.sentOn ? 'sentOn' : contact.filedOn ? 'filedOn' : 'arrivedOn');
  const sofar = contact.arrivedOn === undefined ? '，尚无送达记录' : effective ? '' : '，通知载明的期限尚未届满';
  return values.told(contact, 'act', `${on}，${how}${sofar}。`);
}

/**
 * Threefold damages need fraud by a seller of a consumer: they are asked for only where the relation allows it. A court
 * decides on definite sums, so the claim has no condition.
 */
function askDamages(draft: Draft, suit: Suit): string {
  const { values } = draft;
  const on = values.snapshot.today;
  if (suit !== 'seller' || !values.basis.pleads.includes('punitive')) return '';
  const damages = damagesOn(values.snapshot, on);
  const law = damages && draft.cite('triple');
  if (!law) return '';
  const price = values.sum('amount');
  const least = values.count({ how: 'least', on });
  const times = sayWord(values, 'triple', sayNumbers('{PUN-01.multiple}', values.snapshot.today));
  const how =
    damages.multiple < damages.least
      ? `价款${price}的${times}为${values.count({ how: 'multiple', on })}，不足${least}，按${least}计`
      : `价款${price}的${times}`;
  return `判令被告依照${law.article}增加赔偿${values.count({ how: 'added', on })}（${how}）；`;
}

/** The interest that the buyer asked for, counted as far as the table of rates goes. */
function askInterest({ values, claim, options }: Draft): string {
  const from = options.interestFrom;
  if (from === undefined || !claim || claim.left <= 0) return '';
  const on = values.snapshot.today;
  const interest = values.count({ how: 'interest', from, on });
  const sofar = interest ? `（暂计至${values.count({ how: 'interestTo', from, on })}为${interest}）` : '';
  return `判令被告以${sayLeft(values, claim)}为基数，支付自${values.count({ how: 'interestFrom', on: from })}起至实际付清之日止的利息，按同期一年期贷款市场报价利率计算${sofar}；`;
}

/** What is asked of the court about the contract and the money, by the legal relation. */
function mainClaims(draft: Draft, suit: Suit, notice: Notice | undefined): string[] {
  const { values, claim } = draft;
  const demand = values.demand;
  const order = values.show('orderNo') ? `订单${values.show('orderNo')}` : `购买“${values.show('product') ?? '商品'}”`;
  const money = claim && claim.left > 0 ? sayLeft(values, claim) : '';
  if (suit === 'standsIn') return [`判令被告赔偿原告的损失${money}；`];
  if (suit === 'recipient') return [`判令被告返还不当得利${money}；`];
  const asked = `判令被告${nameDemand(values, claim, demand, false).replaceAll('本人', '原告')}；`;
  const contract = `原告与被告就${order}订立的合同`;
  if (values.basis.id === 'void') return [`确认${contract}无效；`, asked];
  if (values.basis.id === 'minor')
    return [`确认${contract}${isWithoutCapacity(values) ? '无效' : '对原告不发生效力'}；`, asked];
  if (demand !== 'refund' || suit !== 'seller') return [asked];
  if (notice?.effective) {
    draft.cite('rescind');
    draft.cite('rescind_notice');
    return [values.told(notice.contact, 'act', `确认${contract}已经解除；`), asked];
  }
  // The right to rescind has ended (SUB-10); what the breach cost has not.
  if (!values.basis.pleads.includes('rescission')) {
    draft.cite('breach');
    return [`判令被告赔偿原告因其违约受到的损失${money}；`];
  }
  draft.cite('rescind');
  draft.cite('rescind_suit');
  return [`解除${contract}；`, asked];
}

export interface Claims {
  claims: string[];
  /** Damages beside the price are among them. */
  added: boolean;
  /** The amount in dispute; empty where it is not money. */
  total: string;
}

/** All claims in their order, with the amount in dispute. `platform` is sued with the seller. */
export function drawClaims(
  draft: Draft,
  suit: Suit,
  { notice, platform }: { notice: Notice | undefined; platform: string | undefined },
): Claims {
  const { values, claim } = draft;
  // Of two defendants the seller owes, and the platform answers for it.
  const to = (text: string): string => (platform === undefined ? text : text.replace(/被告(?![一二])/g, '被告一'));
  const added = askDamages(draft, suit);
  const interest = askInterest(draft);
  const claims = [...mainClaims(draft, suit, notice), interest, added].filter(Boolean).map(to);
  if (platform !== undefined && (draft.cite('platform_measures') ?? draft.cite('platform_joint')))
    claims.push('判令被告二对被告一的上述付款义务承担连带责任；');
  claims.push('本案诉讼费用由被告负担。');
  const money = claim && claim.left > 0 ? sayLeft(values, claim) : '';
  const sum = added ? values.count({ how: 'claimed', on: values.snapshot.today }) : money;
  return { claims, added: added !== '', total: money && `${sum}${interest ? '（不含利息）' : ''}` };
}
