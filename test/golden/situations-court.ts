import type { Channel } from '../../src/model/dispute.ts';
import type { LawRow } from './situations-law.ts';

const BASE = {
  dispute: 'card_invalid',
  amount: '96.50',
  paidAt: '2026-11-10',
  paidBy: 'alipay',
  site: 'marketplace',
  seller: 'known',
  purpose: 'own_use',
  goods: 'code',
  signs: [],
};
const of = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ ...BASE, ...more });
const refused = (channel: Channel, on = '2026-11-12') => ({ filings: [{ channel, on, status: 'refused' }] });
const VIDEO = { goods: 'membership', dispute: 'service', product: '视频会员月卡' };

/** The court's, the payment's and the joint complaint's side, expected by the text of the law before it was run. */
export const COURT_SITUATIONS: LawRow[] = [
  // Who is a trader, and who is only said to be one.
  { item: 'C4', name: 'false claims in a private chat: nobody has shown a trader', facts: of({ site: 'private_chat', signs: ['false_claims'] }), basis: 'sale', never: ['punitive', 'platform_liability', 'platform_assists'] },
  { item: 'C4', name: 'false claims of a shop on a platform', facts: of({ signs: ['false_claims'] }), basis: 'sale', pleads: ['punitive'] },
  { name: 'a false identity in a social shop', facts: of({ site: 'social_shop', signs: ['fake_identity'] }), basis: 'sale', pleads: ['punitive', 'platform_assists'] },
  { name: 'a false identity second hand', facts: of({ site: 'second_hand', signs: ['fake_identity'] }), basis: 'sale', never: ['punitive', 'consumer_law', 'ecommerce_law'], consumer: false },

  // What the e-commerce law reaches: the trade in a code, not the programme itself (电商法2(3)).
  { item: 'H13', name: 'a code for a video membership that a shop sells is traded goods', facts: of({ product: '视频会员季卡兑换码' }), basis: 'sale', pleads: ['ecommerce_law', 'platform_assists', 'consumer_law'] },
  { item: 'H13', name: 'the video service itself', facts: of(VIDEO), basis: 'service', never: ['ecommerce_law', 'platform_assists'], pleads: ['consumer_law', 'breach'] },
  { item: 'H13', name: 'the video service of a minor', facts: of({ ...VIDEO, buyer: 'minor' }), basis: 'minor', never: ['ecommerce_law', 'breach'], pleads: ['return'] },
  { name: 'a minor’s top-up on a platform: the platform helps all the same', facts: of({ buyer: 'minor', goods: 'topup' }), basis: 'minor', pleads: ['return', 'ecommerce_law', 'platform_assists'], never: ['platform_liability', 'consumer_law', 'rescission'] },

  // The platform beside the seller (消法44, 电商法38), and where it is not.
  { item: 'C3', name: 'told and refused: jointly liable', facts: of(refused('platform')), basis: 'sale', pleads: ['platform_liability', 'rescission'], never: ['platform_as_seller'], warn: ['PLT-24'] },
  { item: 'C3', name: 'of a service too', facts: of({ goods: 'membership', dispute: 'service', ...refused('platform_operator') }), basis: 'service', pleads: ['platform_liability'], homeCourt: false },
  { item: 'C3', name: 'not for one who sells again: the article speaks of consumers', facts: of({ purpose: 'resale', ...refused('platform') }), basis: 'not_consumer', never: ['platform_liability', 'consumer_law'], pleads: ['breach', 'rescission'], warnNot: ['PLT-24'] },
  { item: 'C3', name: 'not second hand', facts: of({ site: 'second_hand', ...refused('platform') }), basis: 'sale', never: ['platform_liability'], warnNot: ['PLT-24'] },
  { item: 'C3', name: 'not where the buyer typed the wrong account', facts: of({ ownMistake: true, goods: 'topup', dispute: 'not_delivered', ...refused('platform') }), basis: 'unjust_enrichment', never: ['platform_liability', 'platform_assists'], warnNot: ['PLT-24'] },
  { item: 'C3', name: 'not where there is no platform', facts: of({ site: 'own_site', ...refused('merchant') }), basis: 'sale', never: ['platform_liability'], warnNot: ['PLT-24'] },
  { item: 'C3', name: 'the platform’s own shop is the seller, not beside one', facts: of({ site: 'self_operated', ...refused('platform_operator') }), basis: 'sale', pleads: ['platform_as_seller'], never: ['platform_liability'], warnNot: ['PLT-24'] },
  { item: 'C3', name: 'only told yesterday: not yet', facts: of({ filings: [{ channel: 'platform', on: '2026-11-24', status: 'filed' }] }), basis: 'sale', never: ['platform_liability'], warnNot: ['PLT-24'] },
  { name: 'a void contract makes the platform no debtor', facts: of({ goodsLawful: 'no', ...refused('merchant') }), basis: 'void', never: ['platform_liability', 'consumer_law', 'ecommerce_law'], status: { court: 'later' } },
  { name: 'foreign: what the platform owes is not pleaded with it', facts: of({ abroad: true, ...refused('platform') }), basis: 'foreign', never: ['platform_liability', 'punitive'], pleads: ['breach', 'rescission'], homeCourt: false },

  // A deposit, and a promise of the platform’s own (电商法58, 消法44(1)).
  { name: 'nobody knows the seller: ask for the deposit too', facts: of({ seller: 'unknown' }), basis: 'sale', status: { platform_operator: 'now' }, rules: { platform_operator: ['PLT-01', 'PLT-28'] }, warn: ['PLT-24'] },
  { name: 'the seller cannot be reached: the same', facts: of({ seller: 'unreachable' }), basis: 'sale', rules: { platform_operator: ['PLT-28'] }, warn: ['PLT-24'] },
  { name: 'second hand there is no consumer’s deposit', facts: of({ site: 'second_hand', seller: 'unknown' }), basis: 'sale', rulesNot: { platform_operator: ['PLT-28'] }, warnNot: ['PLT-24'] },
  { name: 'for resale there is none', facts: of({ purpose: 'resale', seller: 'unknown' }), basis: 'not_consumer', rulesNot: { platform_operator: ['PLT-28'] }, warnNot: ['PLT-24'] },
  { name: 'a seller who is known and was not asked: nothing of it', facts: of(), basis: 'sale', warnNot: ['PLT-24', 'CT-23', 'PLT-27'] },

  // How it was paid.
  { name: 'WeChat: its own door', facts: of({ paidBy: 'wechat' }), basis: 'sale', status: { payment: 'now' }, rules: { payment: ['PAY-05', 'PLT-19'] }, rulesNot: { payment: ['PAY-02', 'PAY-04'] } },
  { name: 'Alipay: not WeChat’s door', facts: of(), basis: 'sale', status: { payment: 'now' }, rulesNot: { payment: ['PAY-05', 'PAY-02'] } },
  { name: 'a card: the bank that issued it', facts: of({ paidBy: 'bank' }), basis: 'sale', rules: { payment: ['PAY-02'] }, rulesNot: { payment: ['PAY-05'] } },
  { name: 'money that the platform took by itself was not authorised', facts: of({ dispute: 'platform_fault', goods: 'wallet', paidBy: 'wechat' }), basis: 'service', status: { payment: 'now' }, rules: { payment: ['PAY-04'] } },
  { name: 'crypto has no door at all', facts: of({ paidBy: 'crypto' }), basis: 'sale', status: { payment: 'blocked' }, rulesNot: { payment: ['PAY-05', 'PAY-01', 'PAY-02'] } },
  { name: 'a transfer to a person: a report, no refund', facts: of({ paidBy: 'personal_transfer' }), basis: 'sale', status: { payment: 'later' }, rules: { payment: ['PLT-15'] }, rulesNot: { payment: ['PAY-05'] } },
  { name: 'refused there: the central bank’s number', facts: of({ paidBy: 'wechat', ...refused('payment') }), basis: 'sale', status: { payment: 'later' }, rules: { payment: ['PAY-01'] } },

  // Several buyers (办法12, 民诉法56).
  { item: 'missing', name: 'others were hit as well: complain together', facts: of({ signs: ['many_victims'] }), basis: 'sale', warn: ['REG-13'], warnNot: ['CT-23'] },
  { item: 'missing', name: 'and sue together when it was refused', facts: of({ signs: ['many_victims'], ...refused('merchant') }), basis: 'sale', warn: ['REG-13', 'CT-23'] },
  { name: 'one buyer alone hears nothing of it', facts: of(refused('merchant')), basis: 'sale', warnNot: ['REG-13', 'CT-23'] },

  // What was sold along (电商法19), and what must not be shown to all.
  { item: 'missing', name: 'something was sold along with it', facts: of({ product: '加速器 默认勾选 加购包' }), basis: 'sale', warn: ['PLT-27'] },
  { item: 'H10', name: 'nobody is told to publish a forbidden purchase', facts: of({ goodsLawful: 'no' }), basis: 'void', status: { public: 'blocked' }, rules: { public: ['TRP-12'] } },
  { item: 'H10', name: 'nor a doubtful one', facts: of({ goodsLawful: 'doubtful' }), basis: 'void', status: { public: 'blocked' } },
  { name: 'a lawful one may be told, last of all', facts: of(), basis: 'sale', status: { public: 'later' } },

  // The year of rescission against the platform that sold (民法典564).
  { item: 'H3', name: 'the year is over against the platform as well', facts: of({ site: 'self_operated', paidAt: '2025-10-01', ...refused('platform_operator') }), basis: 'sale', never: ['rescission', 'rescission_against_platform'], pleads: ['damages', 'platform_as_seller'] },
  { item: 'H3', name: 'within the year it may be rescinded against it', facts: of({ site: 'self_operated' }), basis: 'sale', pleads: ['rescission', 'rescission_against_platform'], rescission: '2027-11-10' },
];
