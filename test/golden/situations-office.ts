import type { Channel } from '../../src/model/dispute.ts';
import type { LawRow } from './situations-law.ts';

const BASE = {
  dispute: 'card_invalid',
  amount: '96.50',
  paidAt: '2026-11-01',
  paidBy: 'alipay',
  site: 'marketplace',
  seller: 'known',
  purpose: 'own_use',
  goods: 'code',
  signs: [],
};
const of = (more: Record<string, unknown> = {}) => ({ ...BASE, ...more });
const filed = (channel: Channel, on: string, status = 'filed', more: Record<string, unknown> = {}) => ({
  channel,
  on,
  status,
  ...more,
});
/** Reported for fraud, and then what became of it. */
const reported = (...filings: object[]) => of({ signs: ['vanished'], filings });
const SAID_NO = filed('police', '2026-11-05', 'refused', { answeredOn: '2026-11-06' });
const WROTE_NO = filed('police', '2026-11-05', 'refused', { answeredOn: '2026-11-20', inWriting: true });
const complained = (more: Record<string, unknown>) => of({ filings: [filed('regulator', '2026-11-05', 'refused', more)] });
const CHAT = { site: 'private_chat', paidBy: 'personal_transfer', platform: undefined };

/**
 * The administrative and police side: what follows a refusal, the gates, the clocks. Expected by the text of the law,
 * written before the code that answers it; today is 2026-11-25.
 */
export const OFFICE_SITUATIONS: LawRow[] = [
  // The police: accepted, silent, refused by word of mouth, refused on paper.
  { name: 'a report of this week waits: receipt, no reminder', facts: reported(filed('police', '2026-11-24')), basis: 'sale', status: { police: 'done' }, rules: { police: ['POL-04'] }, rulesNot: { police: ['POL-15', 'POL-07'] } },
  { item: 'H5', name: 'a report that nobody answered for weeks: ask for the answer in writing', facts: reported(filed('police', '2026-11-01')), basis: 'sale', status: { police: 'done' }, rules: { police: ['POL-04', 'POL-16'] }, rulesNot: { police: ['POL-07'] } },
  { item: 'H4', name: 'sent away by word of mouth: the writing first, no seven days', facts: reported(SAID_NO), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-15', 'POL-16', 'POL-06'] } },
  { item: 'H4', name: 'the writing is asked for: it waits, nothing else starts', facts: reported(SAID_NO, filed('police', '2026-11-24', 'filed', { stage: 'police_writing' })), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-15'] } },
  { item: 'H5', name: 'a notice of non-filing: both paths, each by its rule', facts: reported(WROTE_NO), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-07', 'POL-08', 'POL-16', 'POL-17'] } },
  { item: 'H5', name: 'the seven days for reconsideration are over: the prosecutor is left', facts: reported(filed('police', '2026-11-03', 'refused', { answeredOn: '2026-11-10', inWriting: true })), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-08', 'POL-17'] }, rulesNot: { police: ['POL-07'] } },
  { item: 'H5', name: 'and the sixty days of the public-order side are over too', facts: of({ paidAt: '2026-07-01', signs: ['vanished'], filings: [filed('police', '2026-07-05', 'refused', { answeredOn: '2026-08-10', inWriting: true })] }), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-08', 'POL-17'] }, rulesNot: { police: ['POL-07'] } },
  { item: 'H5', name: 'a year on, nobody can say he was not told: only the prosecutor is left', facts: of({ paidAt: '2025-07-01', signs: ['vanished'], filings: [filed('police', '2025-07-05', 'refused', { answeredOn: '2025-08-10', inWriting: true })] }), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-08'] }, rulesNot: { police: ['POL-07', 'POL-17'] } },
  { item: 'POL-07', name: 'reconsideration is asked for: it waits', facts: reported(WROTE_NO, filed('police', '2026-11-23', 'filed', { stage: 'police_reconsider' })), basis: 'sale', status: { police: 'done' }, rules: { police: ['POL-07'] } },
  { item: 'POL-07', name: 'reconsideration in vain: review by the police above, within seven days', facts: reported(WROTE_NO, filed('police', '2026-11-21', 'refused', { stage: 'police_reconsider', answeredOn: '2026-11-24', inWriting: true })), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-07', 'POL-08'] } },
  { item: 'POL-07', name: 'review in vain: the prosecutor, and the civil way', facts: of({ paidAt: '2026-08-01', signs: ['vanished'], filings: [filed('police', '2026-08-05', 'refused', { answeredOn: '2026-08-20', inWriting: true }), filed('police', '2026-08-24', 'refused', { stage: 'police_reconsider', answeredOn: '2026-09-20', inWriting: true }), filed('police', '2026-09-24', 'refused', { stage: 'police_review', answeredOn: '2026-10-20', inWriting: true })] }), basis: 'sale', status: { police: 'later', court: 'now' }, rules: { police: ['POL-08'] }, rulesNot: { police: ['POL-07'] } },
  { item: 'H5', name: 'the prosecutor is asked: it waits', facts: reported(WROTE_NO, filed('police', '2026-11-22', 'filed', { stage: 'supervision' })), basis: 'sale', rules: { police: ['POL-08'] } },
  { item: 'H5', name: 'the public-order review in vain: a suit within fifteen days', facts: reported(WROTE_NO, filed('police', '2026-11-21', 'refused', { stage: 'admin_review', answeredOn: '2026-11-24', inWriting: true })), basis: 'sale', rules: { police: ['POL-17'] } },
  { name: 'a step of the ladder is no second report', facts: reported(WROTE_NO, filed('police', '2026-11-22', 'filed', { stage: 'police_reconsider' }), filed('police', '2026-11-22', 'filed', { stage: 'admin_review' }), filed('police', '2026-11-22', 'filed', { stage: 'supervision' })), basis: 'sale', status: { police: 'done' }, limitation: '2029-11-20' },
  { name: 'a step of the ladder does not move the limitation', facts: of({ paidAt: '2024-03-01', signs: ['vanished'], filings: [filed('police', '2025-05-06', 'refused', { answeredOn: '2025-05-20', inWriting: true }), filed('police', '2025-05-26', 'refused', { stage: 'police_reconsider', answeredOn: '2025-06-20' })] }), basis: 'sale', limitation: '2028-05-20' },
  { name: 'the police have it: nothing more to ask of them', facts: reported(filed('police', '2026-11-05', 'accepted', { answeredOn: '2026-11-08' })), basis: 'sale', status: { police: 'done' }, rulesNot: { police: ['POL-15', 'POL-07'] } },
  { name: 'a contract that went wrong is no police matter', facts: of(), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-14'] } },
  { name: 'a small sum is no reason to stay away', facts: of({ amount: '12.00', signs: ['fake_identity'] }), basis: 'sale', status: { police: 'now' }, rules: { police: ['POL-03', 'POL-16'] } },
  { name: 'the police refused, and the money is still owed: the court is open', facts: reported(SAID_NO), basis: 'sale', status: { court: 'now' } },

  // 12315: what a refusal says, and what follows it.
  { item: 'REG-20', name: 'not accepted: review within sixty days is said', facts: complained({ answeredOn: '2026-11-16' }), basis: 'sale', status: { regulator: 'later' }, warn: ['REG-20'] },
  { item: 'REG-20', name: 'not accepted half a year ago: only where nobody told of the review', facts: of({ paidAt: '2026-05-01', filings: [filed('regulator', '2026-05-05', 'refused', { answeredOn: '2026-05-12' })] }), basis: 'sale', warn: ['REG-20'] },
  { item: 'REG-20', name: 'not accepted over a year ago: no review is proposed', facts: of({ paidAt: '2025-05-01', filings: [filed('regulator', '2025-05-05', 'refused', { answeredOn: '2025-05-12' })] }), basis: 'sale', warnNot: ['REG-20'] },
  { item: 'REG-20', name: 'the sixtieth day is still in it', facts: of({ paidAt: '2026-09-01', filings: [filed('regulator', '2026-09-20', 'refused', { answeredOn: '2026-09-26' })] }), basis: 'sale', warn: ['REG-20'] },
  { item: 'REG-20', name: 'review is asked for: it is not proposed again, and the complaint stays refused', facts: of({ filings: [filed('regulator', '2026-11-05', 'refused', { answeredOn: '2026-11-12' }), filed('regulator', '2026-11-20', 'filed', { stage: 'admin_review' })] }), basis: 'sale', status: { regulator: 'later' }, warnNot: ['REG-20'] },
  { item: 'H7', name: 'the published address leads nowhere: the office of the platform', facts: complained({ ground: 'address_not_found' }), basis: 'sale', status: { regulator: 'later' }, rules: { regulator: ['JUR-04'] } },
  { item: 'H7', name: 'filed there anew: it waits', facts: of({ filings: [filed('regulator', '2026-11-05', 'refused', { ground: 'address_not_found', answeredOn: '2026-11-12' }), filed('regulator', '2026-11-20')] }), basis: 'sale', status: { regulator: 'done' }, rules: { regulator: ['REG-01'] } },
  { item: 'H7', name: 'a chat has no platform whose office could take it', facts: of({ ...CHAT, filings: [filed('regulator', '2026-11-05', 'refused', { ground: 'address_not_found' })] }), basis: 'sale', rulesNot: { regulator: ['JUR-04'] }, rules: { regulator: ['JUR-07'] } },
  { item: 'H7', name: 'second hand: the same office of the platform', facts: of({ site: 'second_hand', filings: [filed('regulator', '2026-11-05', 'refused', { ground: 'address_not_found' })] }), basis: 'sale', rules: { regulator: ['JUR-04'] } },
  { name: '“over three years” a day before they end is false', facts: of({ paidAt: '2023-11-10', filings: [filed('regulator', '2026-11-09', 'refused', { ground: 'too_late', answeredOn: '2026-11-16' })] }), basis: 'sale', warn: ['REF-04'] },
  { name: '“over three years” where nobody knows the day is not held to be false', facts: of({ paidAt: undefined, filings: [filed('regulator', '2026-11-05', 'refused', { ground: 'too_late' })] }), basis: 'sale', warnNot: ['REF-04'] },
  { name: '“a repeat” where it was the second is not held to be false', facts: of({ filings: [filed('regulator', '2026-11-03', 'refused'), filed('regulator', '2026-11-10', 'refused', { ground: 'duplicate' })] }), basis: 'sale', warnNot: ['REF-02'] },
  { name: '“not a consumer” of one code for own use: shut at 12315, open in court', facts: complained({ ground: 'not_consumer' }), basis: 'sale', status: { regulator: 'blocked', court: 'now' } },
  { name: 'accepted: sixty days of mediation', facts: of({ filings: [filed('regulator', '2026-11-05', 'accepted', { answeredOn: '2026-11-16' })] }), basis: 'sale', status: { regulator: 'done' }, rules: { regulator: ['REG-02'] } },
  { name: 'mediation ended: the court, not 12315 again', facts: of({ filings: [filed('regulator', '2026-11-05', 'ended', { answeredOn: '2026-11-20' })] }), basis: 'sale', status: { regulator: 'done', court: 'now' }, rules: { regulator: ['REG-17', 'REF-02'] } },

  // A lapse warns; it does not shut what the law leaves open.
  { item: 'H1', name: 'after three years the seller may still be asked', facts: of({ paidAt: '2023-01-10' }), basis: 'sale', status: { merchant: 'now', platform: 'now', regulator: 'blocked' }, warn: ['SUB-22'] },
  { item: 'H1', name: 'after three years the police are not shut', facts: of({ paidAt: '2023-01-10', signs: ['vanished'] }), basis: 'sale', status: { police: 'now' } },
  { item: 'H1', name: 'after three years the payment records may be gone, the door is not', facts: of({ paidAt: '2023-01-10' }), basis: 'sale', status: { payment: 'later' } },
  { name: 'a purchase of long ago, learned of last week: 12315 still takes it', facts: of({ paidAt: '2023-01-10', knownAt: '2026-11-18' }), basis: 'sale', status: { regulator: 'now' }, limitation: '2029-11-18', rescission: '2027-11-18' },

  // The gates.
  { item: 'H8', name: 'a chat with a red packet: nobody speaks of a platform', facts: of({ ...CHAT, paidBy: 'red_packet' }), basis: 'sale', status: { platform: 'blocked', platform_operator: 'blocked', payment: 'later', regulator: 'now' }, rules: { regulator: ['JUR-05'] } },
  { item: 'H8', name: 'a chat and a seller without a name: the police hold the leads', facts: of({ ...CHAT, seller: 'unknown', signs: ['blocked_buyer'] }), basis: 'sale', status: { regulator: 'blocked', court: 'blocked', police: 'now' }, rules: { regulator: ['JUR-07'] } },
  { name: 'crypto in a chat: no institution to complain to, a lawyer first', facts: of({ ...CHAT, paidBy: 'crypto' }), basis: 'sale', status: { payment: 'blocked' }, warn: ['PAY-03'] },
  { item: 'H10', name: 'a cheat: nothing is proposed but the price back and advice', facts: of({ goodsLawful: 'no', product: '透视外挂' }), basis: 'void', status: { regulator: 'blocked', report: 'blocked', police: 'later', court: 'later', merchant: 'now' }, never: ['consumer_law', 'punitive', 'rescission'], unsaid: /不要提|别提|不必提|隐去|不写明/ },
  { item: 'H10', name: 'cheap cards of unclear origin are asked about', facts: of({ product: '低价代付 Q币' }), basis: 'sale', asks: 'goodsLawful' },
  { item: 'H10', name: 'a real-name account is asked about by what was bought', facts: of({ goods: 'account', dispute: 'account_banned', product: '已实名 小号' }), basis: 'sale', asks: 'goodsLawful' },
  { item: 'C6', name: 'the wrong account: no advice to say that nothing came', facts: of({ goods: 'topup', dispute: 'not_delivered', ownMistake: true }), basis: 'unjust_enrichment', status: { regulator: 'blocked' }, warn: ['SUB-25'], unsaid: /没有交付的凭据|说成没到账|写成没到账/ },
  { item: 'H11', name: 'a minor and the police: fraud stays fraud', facts: of({ buyer: 'minor', goods: 'topup', signs: ['vanished'] }), basis: 'minor', guardian: true, status: { police: 'now' } },
  { item: 'REF-03', name: 'stock for resale and the seller gone: the police stay open, 12315 does not', facts: of({ purpose: 'resale', signs: ['vanished'], seller: 'unreachable' }), basis: 'not_consumer', status: { police: 'now', regulator: 'blocked', report: 'now' } },
  { name: 'a foreign seller without a platform: the police at home still take a fraud', facts: of({ abroad: true, site: 'own_site', signs: ['vanished'] }), basis: 'foreign', status: { police: 'now', regulator: 'blocked' } },
  { name: 'two pieces are no stock', facts: of({ quantity: 2 }), basis: 'sale', warnNot: ['REG-22'] },
  { name: 'nobody said where it was bought: that is asked, no platform is made up', facts: of({ site: undefined }), basis: 'sale', status: { merchant: 'now' } },

  // What is settled, and what is said to be.
  { item: 'settled', name: 'settled with the seller: the police are no way to more', facts: of({ signs: ['vanished'], filings: [filed('merchant', '2026-11-05', 'settled', { answeredOn: '2026-11-10' })] }), basis: 'sale', status: { police: 'done', regulator: 'done', merchant: 'done' }, warnNot: ['REG-20', 'POL-02', 'TRP-22', 'POL-13'] },
  { item: 'settled', name: 'settled, and refused again since: open again', facts: of({ filings: [filed('merchant', '2026-11-05', 'settled', { answeredOn: '2026-11-06' }), filed('regulator', '2026-11-18')] }), basis: 'sale', status: { regulator: 'done', court: 'later' } },
];
