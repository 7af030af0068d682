import type { Channel } from '../../../src/model/dispute.ts';
import type { ChannelStatus, Route } from '../../../src/model/outcome.ts';

export interface RouteRow {
  name: string;
  /** The JSON of `kameng route --facts`; today is 2026-11-22 unless it says otherwise. */
  facts: Record<string, unknown>;
  liable: Route['liable'];
  status: Partial<Record<Channel, ChannelStatus>>;
  /** Rules that must stand in the reasons of that channel. */
  rules?: Partial<Record<Channel, string[]>>;
  needs?: Partial<Record<Channel, string[]>>;
  warn?: string[];
  warnNot?: string[];
}

const BASE = { dispute: 'card_invalid', amount: '96.50', paidAt: '2026-11-10', paidBy: 'alipay', site: 'marketplace', seller: 'known', purpose: 'own_use', goods: 'code', signs: [] };
const with_ = (more: Record<string, unknown>) => ({ ...BASE, ...more });
const filed = (channel: Channel, on: string, status = 'filed', more: Record<string, unknown> = {}) => ({ channel, on, status, ...more });

/** Expected by the law file, written before the code was run. */
export const SITUATIONS: RouteRow[] = [
  // The ordinary beginning.
  { name: 'a dead code from a shop on a platform, nothing done yet', facts: BASE, liable: ['merchant'],
    status: { merchant: 'now', platform: 'now', platform_operator: 'later', payment: 'now', regulator: 'now', report: 'later', association: 'later', police: 'later', court: 'later', public: 'later' },
    rules: { regulator: ['PLT-11', 'JUR-03'], association: ['REF-02'], platform: ['PLT-02'], report: ['REG-15'] },
    warn: ['REF-02', 'SUB-06'], warnNot: ['TRP-11', 'TRP-12', 'POL-13', 'PUN-06', 'CT-04', 'REF-03'] },
  { name: 'nothing is known at all', facts: {}, liable: ['merchant'],
    status: { merchant: 'now', platform: 'now', payment: 'later', regulator: 'now', police: 'later', court: 'later' }, needs: { payment: ['paid_by'] } },
  { name: 'not delivered', facts: with_({ dispute: 'not_delivered', goods: 'topup' }), liable: ['merchant'],
    status: { merchant: 'now', platform: 'now', regulator: 'now', court: 'later' }, warnNot: ['SUB-06'] },
  { name: 'not as described, advertising false', facts: with_({ dispute: 'not_as_described', signs: ['false_claims'] }), liable: ['merchant'],
    status: { report: 'now', regulator: 'now', police: 'later' }, rules: { report: ['REG-15', 'PUN-03'] }, warn: ['PUN-04', 'PUN-06', 'SUB-06'] },
  { name: 'service not kept', facts: with_({ dispute: 'service', goods: 'membership' }), liable: ['merchant'],
    status: { merchant: 'now', platform: 'now', police: 'later' }, rules: { merchant: ['PLT-12'] }, warnNot: ['TRP-08'] },

  // Who sells.
  { name: 'own site, seller known', facts: with_({ site: 'own_site' }), liable: ['merchant'],
    status: { merchant: 'now', platform: 'blocked', platform_operator: 'blocked', regulator: 'now' }, rules: { regulator: ['JUR-02'], platform: ['JUR-02'] } },
  { name: 'own site, nobody named', facts: with_({ site: 'own_site', seller: 'unknown' }), liable: ['merchant'],
    status: { merchant: 'now', platform: 'blocked', platform_operator: 'blocked', regulator: 'blocked', court: 'blocked', association: 'blocked', mediation: 'blocked', report: 'later' },
    rules: { regulator: ['REF-05', 'REQ-ID'], court: ['CT-20'] }, needs: { regulator: ['seller_identity'], court: ['seller_identity'] } },
  { name: 'own site, seller does not answer any more', facts: with_({ site: 'own_site', seller: 'unreachable' }), liable: ['merchant'],
    status: { merchant: 'blocked', regulator: 'now', court: 'now' }, rules: { regulator: ['JUR-02'] }, warn: ['CT-08'], warnNot: ['CT-07'] },
  { name: 'self-operated: the platform is the seller', facts: with_({ site: 'self_operated' }), liable: ['platform'],
    status: { merchant: 'blocked', platform: 'now', platform_operator: 'now', regulator: 'now' }, rules: { platform_operator: ['PLT-17'], regulator: ['JUR-01'], merchant: ['PLT-17'] } },
  { name: 'self-operated and no seller named is still the platform', facts: with_({ site: 'self_operated', seller: 'unknown' }), liable: ['platform'],
    status: { regulator: 'now', court: 'later', association: 'later' }, rules: { regulator: ['JUR-01'] } },
  { name: 'marketplace, seller unknown: ask the platform first', facts: with_({ seller: 'unknown' }), liable: ['merchant', 'platform'],
    status: { merchant: 'now', platform: 'now', platform_operator: 'now', regulator: 'blocked', court: 'blocked', association: 'blocked' },
    rules: { platform_operator: ['PLT-01'], regulator: ['REF-05', 'REQ-ID'], court: ['CT-20', 'PLT-01'] }, needs: { regulator: ['seller_identity'], court: ['seller_identity'] } },
  { name: 'seller unknown and the platform refused to tell', facts: with_({ seller: 'unknown', filings: [filed('platform_operator', '2026-11-15', 'refused')] }), liable: ['merchant', 'platform'],
    status: { regulator: 'now', court: 'now', platform_operator: 'later' }, rules: { regulator: ['PLT-01', 'JUR-01'] } },
  { name: 'seller unknown and the platform was asked yesterday', facts: with_({ seller: 'unknown', filings: [filed('platform_operator', '2026-11-21')] }), liable: ['merchant', 'platform'],
    status: { platform_operator: 'done', regulator: 'blocked', court: 'blocked' }, needs: { regulator: ['seller_identity'] } },
  { name: 'address on the platform leads nowhere', facts: with_({ seller: 'unreachable' }), liable: ['merchant'],
    status: { merchant: 'blocked', platform: 'now', platform_operator: 'now', regulator: 'now', mediation: 'blocked' }, rules: { regulator: ['JUR-04'], platform_operator: ['PLT-01'] } },

  // The platform's own fault.
  { name: 'the platform froze the balance', facts: with_({ dispute: 'platform_fault', goods: 'wallet', paidBy: 'balance' }), liable: ['platform'],
    status: { merchant: 'blocked', platform: 'now', platform_operator: 'now', payment: 'later', regulator: 'now' },
    rules: { platform_operator: ['PLT-09'], regulator: ['JUR-01'] }, warn: ['SUB-20'], warnNot: ['SUB-06'] },
  { name: 'the platform’s fault does not need the seller', facts: with_({ dispute: 'platform_fault', seller: 'unknown' }), liable: ['platform'],
    status: { regulator: 'now', court: 'later' }, rules: { regulator: ['JUR-01'] } },

  // What was tried.
  { name: 'the seller refused', facts: with_({ filings: [filed('merchant', '2026-11-12', 'refused')] }), liable: ['merchant'],
    status: { merchant: 'later', platform: 'now', regulator: 'now', court: 'now', mediation: 'now' }, needs: { merchant: ['new_proof'] },
    rules: { court: ['CT-02'], merchant: ['SUB-15'] }, warn: ['TRP-08', 'TRP-09', 'CT-04', 'CT-07'] },
  { name: 'the seller was asked five days ago', facts: with_({ filings: [filed('merchant', '2026-11-17')] }), liable: ['merchant'],
    status: { merchant: 'done', platform: 'now', court: 'later' }, rules: { merchant: ['PLT-12'] }, warnNot: ['CT-04'] },
  { name: 'the seller was asked sixteen days ago: over the fifteen', facts: with_({ paidAt: '2026-11-01', filings: [filed('merchant', '2026-11-06')] }), liable: ['merchant'],
    status: { merchant: 'done', court: 'now', mediation: 'now' }, rules: { merchant: ['PLT-12'] } },
  { name: 'exactly fifteen days are not yet more than fifteen', facts: with_({ paidAt: '2026-11-01', filings: [filed('merchant', '2026-11-07')] }), liable: ['merchant'],
    status: { court: 'later' } },
  { name: 'the platform has it since yesterday', facts: with_({ filings: [filed('platform', '2026-11-21')] }), liable: ['merchant'],
    status: { platform: 'done', platform_operator: 'later', regulator: 'now' } },
  { name: 'the platform is silent for three days', facts: with_({ filings: [filed('platform', '2026-11-19')] }), liable: ['merchant'],
    status: { platform: 'done', platform_operator: 'now' }, rules: { platform_operator: ['PLT-02'] } },
  { name: 'the platform refused: it knew and did nothing', facts: with_({ filings: [filed('platform', '2026-11-12', 'refused')] }), liable: ['merchant', 'platform'],
    status: { platform: 'later', platform_operator: 'now', regulator: 'now', court: 'now' }, needs: { platform: ['new_proof'] }, rules: { platform_operator: ['PLT-02'] } },
  { name: 'the platform refused because its window had passed', facts: with_({ filings: [filed('platform', '2026-11-12', 'refused', { ground: 'past_window' })] }), liable: ['merchant', 'platform'],
    status: { platform: 'later' }, warn: ['SUB-13'] },
  { name: 'the platform let sixteen days pass', facts: with_({ paidAt: '2026-11-01', filings: [filed('platform', '2026-11-06')] }), liable: ['merchant', 'platform'],
    status: { platform: 'done', platform_operator: 'now', court: 'now' } },
  { name: 'the payment provider declined', facts: with_({ filings: [filed('payment', '2026-11-12', 'refused')] }), liable: ['merchant'],
    status: { payment: 'later', regulator: 'now', court: 'later' }, needs: { payment: ['new_proof'] } },

  // The order of the offices.
  { name: '12315 has it', facts: with_({ filings: [filed('regulator', '2026-11-16')] }), liable: ['merchant'],
    status: { regulator: 'done', association: 'later' }, rules: { regulator: ['REG-01'] }, warnNot: ['REF-02'] },
  { name: '12315 mediates', facts: with_({ filings: [filed('regulator', '2026-11-12', 'accepted')] }), liable: ['merchant'],
    status: { regulator: 'done', association: 'later' }, rules: { regulator: ['REG-02'] } },
  { name: 'mediation at 12315 ended without agreement', facts: with_({ paidAt: '2026-09-01', filings: [filed('regulator', '2026-09-10', 'ended')] }), liable: ['merchant'],
    status: { regulator: 'done', court: 'now', association: 'now', mediation: 'now' }, rules: { regulator: ['REG-17'], court: ['CT-02'] } },
  { name: '消协 accepted first', facts: with_({ filings: [filed('association', '2026-11-12', 'accepted')] }), liable: ['merchant'],
    status: { regulator: 'blocked', association: 'done', report: 'now' }, rules: { regulator: ['REF-02'] }, warnNot: ['REF-02'] },
  { name: '消协 mediated in vain: still dealt with', facts: with_({ filings: [filed('association', '2026-11-12', 'ended')] }), liable: ['merchant'],
    status: { regulator: 'blocked', court: 'now' }, rules: { regulator: ['REF-02'] } },
  { name: '消协 has the paper and has not accepted', facts: with_({ filings: [filed('association', '2026-11-20')] }), liable: ['merchant'],
    status: { regulator: 'later', association: 'done' }, rules: { regulator: ['REF-02'] } },
  { name: '消协 did not take it: 12315 stays open', facts: with_({ filings: [filed('association', '2026-11-12', 'refused')] }), liable: ['merchant'],
    status: { regulator: 'now' } },
  { name: 'the court took it', facts: with_({ filings: [filed('court', '2026-11-12', 'accepted')] }), liable: ['merchant'],
    status: { regulator: 'blocked', court: 'done' }, rules: { regulator: ['REF-02'] } },
  { name: '12315 refused for want of the seller’s name', facts: with_({ filings: [filed('regulator', '2026-11-12', 'refused', { ground: 'identity_missing' })] }), liable: ['merchant'],
    status: { regulator: 'later' }, needs: { regulator: ['seller_identity'] }, rules: { regulator: ['REF-05'] } },
  { name: '12315 refused: wrong office', facts: with_({ filings: [filed('regulator', '2026-11-12', 'refused', { ground: 'no_jurisdiction' })] }), liable: ['merchant'],
    status: { regulator: 'later' }, needs: { regulator: ['right_office'] }, rules: { regulator: ['REF-01'] } },
  { name: '12315 refused as not for living consumption', facts: with_({ filings: [filed('regulator', '2026-11-12', 'refused', { ground: 'not_consumer' })] }), liable: ['merchant'],
    status: { regulator: 'blocked', court: 'now' }, rules: { regulator: ['REF-03'] } },

  // Purpose, time.
  { name: 'stock for resale', facts: with_({ purpose: 'resale' }), liable: ['merchant'],
    status: { merchant: 'now', platform: 'now', regulator: 'blocked', association: 'blocked', report: 'now', court: 'now' },
    rules: { regulator: ['REF-03'], court: ['CT-20', 'CT-02'], report: ['REG-15'] }, warn: ['REF-03'], warnNot: ['REF-02', 'REG-22'] },
  { name: 'thirty codes for own use', facts: with_({ quantity: 30 }), liable: ['merchant'], status: { regulator: 'now' }, warn: ['REG-22'] },
  { name: 'more than three years', facts: with_({ paidAt: '2023-11-21' }), liable: ['merchant'],
    status: { regulator: 'blocked', court: 'later', payment: 'later' }, rules: { regulator: ['REF-04'] }, warn: ['SUB-10', 'SUB-22'] },
  { name: 'three years to the day are not over', facts: with_({ paidAt: '2023-11-22' }), liable: ['merchant'], status: { regulator: 'now', court: 'later' } },
  { name: 'paid long ago, the harm known only this year', facts: with_({ paidAt: '2023-01-05', knownAt: '2026-03-01' }), liable: ['merchant'], status: { regulator: 'now', court: 'later' } },
  { name: 'a demand within the three years restarts the court’s clock, not the office’s', facts: with_({ paidAt: '2023-06-01', filings: [filed('merchant', '2025-01-10', 'refused')] }), liable: ['merchant'],
    status: { regulator: 'blocked', court: 'now' }, rules: { regulator: ['REF-04'] } },
  { name: 'a demand after the three years restarts nothing', facts: with_({ paidAt: '2022-06-01', filings: [filed('merchant', '2026-01-10', 'refused')] }), liable: ['merchant'], status: { court: 'now' }, warn: ['SUB-22'] },
  { name: 'rescission ends in six weeks', facts: with_({ paidAt: '2026-01-05' }), liable: ['merchant'], status: { regulator: 'now' }, warn: ['SUB-10'] },
  { name: 'rescission is half a year off', facts: with_({ paidAt: '2026-06-05' }), liable: ['merchant'], status: {}, warnNot: ['SUB-10'] },
  { name: 'paid on a leap day', facts: with_({ today: '2027-02-28', paidAt: '2024-02-29' }), liable: ['merchant'], status: { regulator: 'now' } },
  { name: 'paid on a leap day, the day after the three years', facts: with_({ today: '2027-03-01', paidAt: '2024-02-29' }), liable: ['merchant'], status: { regulator: 'blocked' } },

  // Facts of fraud.
  { name: 'a fresh transfer to somebody who vanished, nine yuan', facts: with_({ dispute: 'vanished', amount: '9.00', paidAt: '2026-11-22', paidBy: 'personal_transfer', site: 'own_site', seller: 'unknown', signs: ['vanished', 'blocked_buyer'] }), liable: ['merchant'],
    status: { police: 'now', payment: 'now', merchant: 'blocked', regulator: 'blocked', court: 'blocked', report: 'now', mediation: 'blocked' },
    rules: { police: ['POL-13', 'POL-03', 'POL-10'] }, warn: ['POL-13', 'TRP-22', 'POL-02'], warnNot: ['CT-04'] },
  { name: 'vanished two months ago, six thousand yuan', facts: with_({ dispute: 'vanished', amount: '6000.00', paidAt: '2026-09-15', paidBy: 'bank' }), liable: ['merchant'],
    status: { police: 'now', payment: 'now', court: 'later' }, rules: { police: ['POL-04', 'POL-03'] }, warn: ['TRP-22', 'CT-08'], warnNot: ['POL-13'] },
  { name: 'six thousand yuan without a sign of fraud is no police matter', facts: with_({ amount: '6000.00' }), liable: ['merchant'],
    status: { police: 'later', court: 'later' }, rules: { police: ['POL-14'] }, warnNot: ['POL-02', 'TRP-22'] },
  { name: 'a false licence', facts: with_({ signs: ['fake_identity'] }), liable: ['merchant'],
    status: { police: 'now', report: 'now' }, rules: { police: ['POL-03'] }, warn: ['TRP-22', 'PUN-04'] },
  { name: 'many victims, reported to the police', facts: with_({ signs: ['many_victims'], filings: [filed('police', '2026-11-18')] }), liable: ['merchant'],
    status: { police: 'done', report: 'now' }, rules: { police: ['POL-04'] } },
  { name: 'the police did not open a case', facts: with_({ signs: ['many_victims'], filings: [filed('police', '2026-11-14', 'refused')] }), liable: ['merchant'],
    status: { police: 'later', court: 'now' }, rules: { police: ['POL-06', 'POL-07', 'POL-08'] }, needs: { police: ['refusal_notice'] } },

  // How it was paid, what was bought.
  { name: 'to a private account, led there by the shop', facts: with_({ paidBy: 'personal_transfer' }), liable: ['merchant'],
    status: { payment: 'later', merchant: 'now' }, rules: { payment: ['PLT-15'] } },
  { name: 'by bank card', facts: with_({ paidBy: 'bank' }), liable: ['merchant'], status: { payment: 'now' }, needs: { payment: ['trade_no'] } },
  { name: 'a bought account was taken back', facts: with_({ dispute: 'account_banned', goods: 'account' }), liable: ['merchant'],
    status: { merchant: 'now', platform: 'now', regulator: 'now' }, warn: ['TRP-11'], warnNot: ['SUB-06'] },
  { name: 'beans for a card game', facts: with_({ goods: 'topup', product: '棋牌游戏币 上分' }), liable: ['merchant'], status: {}, warn: ['TRP-12'], warnNot: ['JUR-08'] },
  { name: 'a phone top-up', facts: with_({ dispute: 'not_delivered', goods: 'topup', product: '移动话费 100元' }), liable: ['merchant'], status: { regulator: 'now' }, warn: ['JUR-08'], warnNot: ['TRP-12'] },

  // The end.
  { name: 'settled with the seller', facts: with_({ filings: [filed('merchant', '2026-11-12', 'settled')] }), liable: ['merchant'],
    status: { merchant: 'done', platform: 'done', regulator: 'done', court: 'done', public: 'done', police: 'done' }, rules: { merchant: ['REG-21'] } },
  { name: 'settled, not paid, filed again', facts: with_({ filings: [filed('merchant', '2026-11-12', 'settled'), filed('platform', '2026-11-18')] }), liable: ['merchant'],
    status: { platform: 'done', regulator: 'now', court: 'later' } },
];
