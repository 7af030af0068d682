import { causeOfContract } from '../../law/basis.ts';
import { placedLaws } from '../values/matter.ts';
import { proofMark, type Values } from '../values/values.ts';
import { describeBuyer } from './buyer.ts';
import { drawClaims, noticeOf, sayNotice } from './court-claims.ts';
import { callParties, nameCoDefendant, nameDefendant, sayParties, type Suit } from './court-parties.ts';
import type { Draft, Drafter } from './draft.ts';
import { citeMatter } from './relation.ts';
import { platformAnswers } from './respondent.ts';
import { sayLeft } from '../story/demands.ts';
import { sayEvent } from '../story/event.ts';
import { purchaseProofs } from '../story/purchase.ts';
import { onPage } from '../story/talk.ts';
import { tellStanding } from '../story/trouble.ts';

/** The cause of action; empty while nobody has said what was bought. */
function causeOf({ basis }: Values, suit: Suit): string {
  return suit === 'service' || suit === 'standsIn' ? causeOfContract('service') : (basis.causes[0] ?? '');
}

function citeLaw(draft: Draft, suit: Suit): void {
  const { values } = draft;
  if (suit === 'standsIn') draft.cite('platform_discloses');
  else citeMatter(values, placedLaws('court', values), draft.cite);
  if (platformAnswers(values)) draft.cite('platform_sells');
}

/** How the contract came about; nobody has a contract with who was charged by mistake. */
function sayFormed(values: Values, suit: Suit): string {
  const platform = values.show('platform') ? `在“${values.show('platform')}”` : '';
  const between = {
    seller: '双方以电子方式订立合同，',
    standsIn: '原告与该店铺以电子方式订立合同，',
    service: '',
    recipient: '',
  };
  const number = values.show('orderNo') ? `；订单号${values.show('orderNo')}` : '';
  const when = values.show('orderedAt') ?? values.show('paidAt') ?? '';
  // In a chat there is no order to be handed in.
  const agreed = values.raw('site') === 'private_chat' ? '原告与被告在聊天中约定购买' : `原告${platform}提交订单`;
  const proof = proofMark(values, purchaseProofs(values, 'orderNo', 'orderedAt'));
  return `${when}，${agreed}，${between[suit]}无书面合同${number}${proof}。`;
}

function sayMeans(values: Values): string {
  const means = values.raw('paidBy');
  if (means === undefined) return '';
  return means === 'personal_transfer' ? '以个人转账方式' : `通过${values.show('paidBy')}`;
}

/** The complaint to a court in the element form: each element has its line, unknown ones stay open. */
export const draftCourt: Drafter = (draft) => {
  const { values, context, claim } = draft;
  const suit = nameDefendant(draft);
  const cause = causeOf(values, suit);
  if (cause === '') draft.missing.push(values.basis.question ?? 'goods');
  citeLaw(draft, suit);
  const platform = nameCoDefendant(draft, suit);
  callParties(draft, suit, platform);
  const notice = suit === 'seller' ? noticeOf(values) : undefined;
  const { claims, added, total } = drawClaims(draft, suit, { notice, platform });
  const home = suit === 'seller' && values.basis.homeCourt ? draft.cite('court_home', true) : undefined;
  const said = (events: Draft['events']): string[] => events.map((event) => sayEvent(values, event));
  const buyer = describeBuyer(values);
  context.demands = claims;
  Object.assign(context.more, {
    cause,
    sex: buyer.sex,
    born: buyer.born,
    total,
    home: home ? `依据${home.article}，${home.says}。` : '',
    formed: sayFormed(values, suit),
    parties: `${sayParties(values, suit, platform)}${context.opening.replaceAll('付款人', '原告')}`,
    subject: `“${values.show('product') ?? ''}”${Number(values.raw('quantity') ?? 1) > 1 ? `，数量${values.show('quantity')}` : ''}`,
    price: claim ? values.sum('amount') : '',
    paid: `${values.show('paidAt') ?? ''}，原告${sayMeans(values)}付款${claim ? values.sum('amount') : ''}${values.show('tradeNo') ? `，交易单号${values.show('tradeNo')}` : ''}${proofMark(values, purchaseProofs(values, 'amount', 'paidAt', 'tradeNo'))}。`,
    returned: claim && claim.refunded > 0 ? `已退还${values.sum('refunded')}，尚余${sayLeft(values, claim)}未退。` : '',
    promise: values.show('promise') && onPage(values, 'promise') ? `“${values.show('promise')}”` : '',
    trouble: [...said(draft.trouble ? [draft.trouble] : []), tellStanding(values)].filter(Boolean).join(''),
    urged: said(draft.events.filter((event) => event !== draft.purchase && event !== draft.trouble)),
    reply: context.story
      .slice(draft.events.length + context.outcome.length)
      .join('')
      .replaceAll('本人', '原告'),
    rescinded: notice ? sayNotice(values, notice) : '',
    asksRescission: claims.some((one) => one.includes('解除')),
    damages:
      claim && claim.left > 0
        ? `实付${values.sum('amount')}${claim.refunded > 0 ? `，减去已退${values.sum('refunded')}` : ''}，请求${sayLeft(values, claim)}。`
        : '',
    signs: added ? values.showEach('signs') : [],
    copies: values.count({ how: 'copies', defendants: platform === undefined ? 1 : 2 }),
  });
};
