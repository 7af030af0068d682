import type { Channel } from '../../src/model/dispute.ts';
import type { ChannelStatus, Route } from '../../src/model/outcome.ts';

export interface LawRow {
  /** The item of the law audit that it answers, where it answers one. */
  item?: string;
  name: string;
  /** The JSON of `kameng route --facts`; today is 2026-11-25 unless it says otherwise. */
  facts: Record<string, unknown>;
  basis: string;
  liable?: Route['liable'];
  status?: Partial<Record<Channel, ChannelStatus>>;
  /** Rules that must stand in the reasons of that channel. */
  rules?: Partial<Record<Channel, string[]>>;
  /** Rules that must not stand there. */
  rulesNot?: Partial<Record<Channel, string[]>>;
  warn?: string[];
  warnNot?: string[];
  pleads?: string[];
  never?: string[];
  cause?: string;
  homeCourt?: boolean;
  consumer?: boolean;
  guardian?: true;
  /** The fact that the deciding question sets. */
  asks?: string;
  /** Last days, as counted, before a day of rest moves them. */
  limitation?: string;
  rescission?: string;
  /** Must not stand in any text of the answer. */
  unsaid?: RegExp;
}

const BASE = { dispute: 'card_invalid', amount: '96.50', paidAt: '2026-11-10', paidBy: 'alipay', site: 'marketplace', seller: 'known', purpose: 'own_use', goods: 'code', signs: [] };
const of = (more: Record<string, unknown> = {}) => ({ ...BASE, ...more });
const filed = (channel: Channel, on: string, status = 'filed', more: Record<string, unknown> = {}) => ({ channel, on, status, ...more });
const after = (...filings: object[]) => of({ filings });
const SALE = '信息网络买卖合同纠纷';
const SERVICE = '网络服务合同纠纷';
const SHUT = { platform: 'blocked', platform_operator: 'blocked', payment: 'blocked', regulator: 'blocked', report: 'blocked', association: 'blocked', mediation: 'blocked' } as const;
const WAIT = { platform: 'later', platform_operator: 'later', payment: 'later', regulator: 'later', report: 'later', association: 'later', mediation: 'later', police: 'later', court: 'later' } as const;
const CONTRACT_BREACH = ['breach', 'rescission', 'performance'];

/** Expected by the text of the law, written before the code that answers it. */
export const LAW_SITUATIONS: LawRow[] = [
  // The relation that a purchase makes.
  { name: 'a code from a shop on a platform is a sale', facts: of(), basis: 'sale', liable: ['merchant'], cause: SALE, homeCourt: true, consumer: true, pleads: ['breach', 'rescission', 'consumer_law'], never: ['platform_as_seller'], limitation: '2029-11-10', rescission: '2027-11-10' },
  { name: 'a top-up is a sale', facts: of({ goods: 'topup', dispute: 'not_delivered', ownMistake: false }), basis: 'sale', cause: SALE, homeCourt: true },
  { name: 'a bought account that is lawful is a sale', facts: of({ goods: 'account', dispute: 'account_banned', goodsLawful: 'yes' }), basis: 'sale', cause: SALE, homeCourt: true, warnNot: ['TRP-12'] },
  { item: 'H9', name: 'a membership is a service: no home court', facts: of({ goods: 'membership', dispute: 'service' }), basis: 'service', cause: SERVICE, homeCourt: false, rulesNot: { court: ['CT-02'] }, rules: { court: ['CT-22'] } },
  { item: 'H9', name: 'a balance is a service: no home court', facts: of({ goods: 'wallet', dispute: 'service', paidBy: 'wechat' }), basis: 'service', cause: SERVICE, homeCourt: false, rulesNot: { court: ['CT-02'] } },
  { item: 'H9', name: 'the platform’s own fault is a service: no home court', facts: of({ dispute: 'platform_fault', goods: 'wallet', paidBy: 'balance' }), basis: 'service', liable: ['platform'], homeCourt: false, rulesNot: { court: ['CT-02'] }, never: ['punitive'] },
  { item: 'H9', name: 'a membership that never came, tried and refused', facts: of({ goods: 'membership', dispute: 'not_delivered', filings: [filed('merchant', '2026-11-12', 'refused')] }), basis: 'service', status: { court: 'now' }, rules: { court: ['CT-22'] }, rulesNot: { court: ['CT-02'] } },
  { name: 'a code that is dead after the seller refused: home court', facts: after(filed('merchant', '2026-11-12', 'refused')), basis: 'sale', status: { court: 'now' }, rules: { court: ['CT-02'] } },
  { name: 'nothing is known', facts: {}, basis: 'unknown', asks: 'goods', never: ['punitive'], homeCourt: false },
  { name: 'nothing came, and what was bought is not said', facts: of({ dispute: 'not_delivered', goods: undefined }), basis: 'unknown', asks: 'goods', homeCourt: false },
  { name: 'a dead code says itself what was bought', facts: of({ goods: undefined }), basis: 'sale' },
  { name: 'trouble after the sale of a code is still of the sale', facts: of({ dispute: 'service', goods: 'code' }), basis: 'sale' },
  { name: 'trouble after a sale, and what was bought is not said', facts: of({ dispute: 'service', goods: undefined }), basis: 'unknown', asks: 'goods' },
  { name: 'an unknown relation is not barred from the seller', facts: { dispute: 'not_delivered', site: 'marketplace', seller: 'known' }, basis: 'unknown', status: { merchant: 'now', platform: 'now' }, unsaid: /三倍/ },
  { name: 'the self-operated platform is the seller', facts: of({ site: 'self_operated' }), basis: 'sale', liable: ['platform'], pleads: ['platform_as_seller'], status: { merchant: 'blocked', platform_operator: 'now', regulator: 'now' }, rules: { regulator: ['JUR-01'] } },
  { name: 'an own site: the operator sells', facts: of({ site: 'own_site' }), basis: 'sale', liable: ['merchant'], status: { platform: 'blocked', platform_operator: 'blocked', regulator: 'now' }, rules: { regulator: ['JUR-02'] }, never: ['platform_liability'] },
  { item: 'C3', name: 'a platform that only stands in is not pleaded as seller', facts: of({ seller: 'unknown', filings: [filed('platform_operator', '2026-11-12', 'refused')] }), basis: 'sale', liable: ['merchant', 'platform'], pleads: ['platform_liability'], never: ['platform_as_seller', 'rescission_against_platform'] },
  { item: 'C3', name: 'a platform that ignored its notice answers jointly, not as seller', facts: after(filed('platform', '2026-11-12', 'refused')), basis: 'sale', liable: ['merchant', 'platform'], pleads: ['platform_liability'], never: ['platform_as_seller'] },
  { name: 'a platform that was only told is not yet liable', facts: after(filed('platform', '2026-11-24')), basis: 'sale', liable: ['merchant'], never: ['platform_liability'] },

  // Not a consumer.
  { item: 'C4', name: 'resale: a contract, no consumer law, no 12315', facts: of({ purpose: 'resale' }), basis: 'not_consumer', consumer: false, never: ['punitive', 'consumer_law'], status: { merchant: 'now', regulator: 'blocked', association: 'blocked', court: 'now' }, rules: { regulator: ['REF-03'] }, cause: SALE, homeCourt: true },
  { item: 'C4', name: 'resale with false claims: still no treble damages', facts: of({ purpose: 'resale', signs: ['false_claims'] }), basis: 'not_consumer', never: ['punitive'], status: { report: 'now', regulator: 'blocked' }, warnNot: ['PUN-04', 'PUN-06'] },
  { item: 'C4', name: 'resale with a false identity: police, no treble damages', facts: of({ purpose: 'resale', signs: ['fake_identity'] }), basis: 'not_consumer', never: ['punitive'], status: { police: 'now', regulator: 'blocked' }, warnNot: ['PUN-04'] },
  { item: 'C4', name: 'resale of a vanished seller’s stock', facts: of({ purpose: 'resale', dispute: 'vanished', signs: ['vanished'] }), basis: 'not_consumer', never: ['punitive', 'consumer_law'], status: { police: 'now', merchant: 'blocked', regulator: 'blocked' } },
  { item: 'C6', name: 'nobody is told to call resale own use', facts: of({ purpose: 'resale', quantity: 50 }), basis: 'not_consumer', unsaid: /写成自用|购买供本人使用|备好自用/ },
  { name: 'thirty pieces for own use stay a consumer’s, with a word of warning', facts: of({ quantity: 30 }), basis: 'sale', consumer: true, warn: ['REG-22'] },
  { name: 'own use and false claims: treble damages only as an alternative', facts: of({ signs: ['false_claims'] }), basis: 'sale', pleads: ['punitive'], warn: ['PUN-04'] },
  { name: 'no sign of fraud: no treble damages', facts: of(), basis: 'sale', never: ['punitive'], unsaid: /三倍/ },
  { name: 'a false identity allows them', facts: of({ signs: ['fake_identity'] }), basis: 'sale', pleads: ['punitive'] },
  { name: 'a vanished seller is no proof of deceit by itself', facts: of({ dispute: 'vanished', signs: ['vanished'] }), basis: 'sale', never: ['punitive'] },
  { name: 'resale of memberships is a service without a home court', facts: of({ purpose: 'resale', goods: 'membership', dispute: 'service' }), basis: 'not_consumer', cause: SERVICE, homeCourt: false, rulesNot: { court: ['CT-02'] } },
  { name: 'resale over a private chat', facts: of({ purpose: 'resale', site: 'private_chat' }), basis: 'not_consumer', status: { platform: 'blocked', regulator: 'blocked', court: 'now' } },

  // Grey goods.
  { item: 'H10', name: 'a cheat: void, and every office is shut with the reason', facts: of({ goodsLawful: 'no', product: '自瞄外挂' }), basis: 'void', status: { merchant: 'now', ...SHUT, police: 'later', court: 'later' }, rules: { regulator: ['SUB-21'], court: ['SUB-21'] }, pleads: ['return'], never: [...CONTRACT_BREACH, 'punitive', 'consumer_law'], warn: ['TRP-12'] },
  { item: 'H10', name: 'an account with somebody’s real name: void', facts: of({ goodsLawful: 'no', goods: 'account', dispute: 'account_banned' }), basis: 'void', status: { ...SHUT, court: 'later' }, warn: ['TRP-11', 'TRP-12'], pleads: ['return'], never: CONTRACT_BREACH },
  { item: 'H10', name: 'a shared account: doubtful, and the offices wait', facts: of({ goodsLawful: 'doubtful', goods: 'account', dispute: 'account_banned' }), basis: 'void', status: { merchant: 'now', ...WAIT }, pleads: ['return'], never: [...CONTRACT_BREACH, 'punitive'] },
  { item: 'H10', name: 'a cheat and the seller vanished: the police are not refused, a lawyer comes first', facts: of({ goodsLawful: 'no', dispute: 'vanished', signs: ['vanished'], seller: 'unknown' }), basis: 'void', status: { police: 'later', regulator: 'blocked', report: 'blocked', merchant: 'blocked' }, warn: ['TRP-12'], unsaid: /不要说买的是什么|隐瞒(?!事实|自己)/ },
  { item: 'H10', name: 'a cheat bought for resale stays void', facts: of({ goodsLawful: 'no', purpose: 'resale' }), basis: 'void', status: { regulator: 'blocked', court: 'later' } },
  { item: 'H10', name: 'an account whose kind nobody said is asked about', facts: of({ goods: 'account', dispute: 'account_banned' }), basis: 'sale', asks: 'goodsLawful', warn: ['TRP-11'] },
  { item: 'H10', name: 'a word on the product alone asks, it does not condemn', facts: of({ product: '游戏辅助脚本' }), basis: 'sale', asks: 'goodsLawful', warn: ['TRP-12'], status: { regulator: 'now' } },
  { name: 'lawful goods with such a word are no longer warned of', facts: of({ product: '键盘辅助按键贴', goodsLawful: 'yes' }), basis: 'sale', warnNot: ['TRP-12'], status: { regulator: 'now' } },
  { name: 'a stolen card’s code: void', facts: of({ goodsLawful: 'no', product: '黑卡代付' }), basis: 'void', never: ['consumer_law'], status: SHUT },
  { name: 'void goods over a private chat', facts: of({ goodsLawful: 'no', site: 'private_chat' }), basis: 'void', status: { platform: 'blocked', regulator: 'blocked', merchant: 'now' } },
  { name: 'void goods from an own site', facts: of({ goodsLawful: 'no', site: 'own_site' }), basis: 'void', status: { ...SHUT, merchant: 'now' } },
  { name: 'what runs already at 12315 is not shut again', facts: of({ goodsLawful: 'doubtful', filings: [filed('regulator', '2026-11-20')] }), basis: 'void', status: { regulator: 'done' } },

  // A minor.
  { item: 'H11', name: 'a child of ten paid: a guardian asks for the money back', facts: of({ buyer: 'minor', goods: 'topup', dispute: 'service' }), basis: 'minor', guardian: true, pleads: ['return'], never: [...CONTRACT_BREACH, 'punitive'], warn: ['SUB-19'], status: { merchant: 'now', regulator: 'now' } },
  { item: 'H11', name: 'no amounts by age are stated', facts: of({ buyer: 'minor', goods: 'topup' }), basis: 'minor', unsaid: /50元|100元|200元|400元|五十元|二百元/ },
  { item: 'H11', name: 'a minor’s suit: not the home court of a buyer', facts: of({ buyer: 'minor', filings: [filed('merchant', '2026-11-12', 'refused')] }), basis: 'minor', homeCourt: false, guardian: true, rulesNot: { court: ['CT-02'] }, status: { court: 'now' } },
  { name: 'a minor who bought a cheat: the guardian still asks a lawyer first', facts: of({ buyer: 'minor', goodsLawful: 'no' }), basis: 'minor', guardian: true, status: { regulator: 'blocked', court: 'later' }, warn: ['SUB-19', 'TRP-12'] },
  { name: 'a minor buying in stock is a minor', facts: of({ buyer: 'minor', purpose: 'resale' }), basis: 'minor', status: { regulator: 'blocked' } },
  { name: 'an adult is not warned of minors', facts: of({ buyer: 'adult' }), basis: 'sale', warnNot: ['SUB-19'] },
  { name: 'a minor’s top-up on the platform’s own shop', facts: of({ buyer: 'minor', site: 'self_operated', goods: 'wallet', dispute: 'service' }), basis: 'minor', liable: ['platform'], cause: SERVICE },

  // The buyer’s own mistake.
  { item: 'C6', name: 'the buyer typed the wrong account: money back from whoever got it', facts: of({ ownMistake: true, goods: 'topup', dispute: 'not_delivered' }), basis: 'unjust_enrichment', liable: [], cause: '不当得利纠纷', pleads: ['return'], never: [...CONTRACT_BREACH, 'punitive', 'consumer_law', 'platform_liability'], status: { merchant: 'now', platform: 'now', regulator: 'blocked', association: 'blocked', police: 'later', court: 'later' }, rules: { court: ['SUB-25'], regulator: ['REF-03'] }, homeCourt: false },
  { item: 'C6', name: 'own mistake: nothing says the seller broke the contract', facts: of({ ownMistake: true, goods: 'topup', dispute: 'not_delivered', filings: [filed('merchant', '2026-11-12', 'refused')] }), basis: 'unjust_enrichment', unsaid: /三倍|违约责任|故意拖延/ },
  { name: 'own mistake: the payment itself was right', facts: of({ ownMistake: true, goods: 'topup' }), basis: 'unjust_enrichment', status: { payment: 'later' } },
  { name: 'own mistake on an own site', facts: of({ ownMistake: true, site: 'own_site', goods: 'topup' }), basis: 'unjust_enrichment', status: { platform: 'blocked', merchant: 'now', regulator: 'blocked' } },
  { name: 'own mistake after 12315 took it', facts: of({ ownMistake: true, goods: 'topup', filings: [filed('regulator', '2026-11-16', 'accepted', { answeredOn: '2026-11-20' })] }), basis: 'unjust_enrichment', status: { regulator: 'done' } },
  { name: 'nothing came and nobody said who typed the account', facts: of({ goods: 'topup', dispute: 'not_delivered' }), basis: 'sale', asks: 'ownMistake' },

  // Where it was bought.
  { item: 'H8', name: 'a private chat is no platform', facts: of({ site: 'private_chat' }), basis: 'sale', liable: ['merchant'], status: { merchant: 'now', platform: 'blocked', platform_operator: 'blocked', regulator: 'now' }, rules: { platform: ['PLT-20'], regulator: ['JUR-05'] }, rulesNot: { regulator: ['JUR-03', 'JUR-04'] }, unsaid: /平台公示的地址|平台经营者住所地/ },
  { item: 'H8', name: 'a private chat, nobody named: not the platform’s fault', facts: of({ site: 'private_chat', seller: 'unknown' }), basis: 'sale', liable: ['merchant'], status: { regulator: 'blocked', court: 'blocked', platform: 'blocked' }, rules: { regulator: ['REF-05'] }, rulesNot: { regulator: ['PLT-01'], court: ['PLT-01'] }, unsaid: /要求平台提供|向平台要求/ },
  { item: 'H8', name: 'a private chat, name known and gone', facts: of({ site: 'private_chat', seller: 'unreachable' }), basis: 'sale', liable: ['merchant'], status: { merchant: 'blocked', mediation: 'blocked', regulator: 'now' }, rules: { regulator: ['JUR-05'] } },
  { item: 'H8', name: 'a private chat and the buyer was blocked', facts: of({ site: 'private_chat', seller: 'unknown', signs: ['blocked_buyer'], paidBy: 'personal_transfer', paidAt: '2026-11-24' }), basis: 'sale', status: { police: 'now', payment: 'now' }, rules: { police: ['POL-13'] } },
  { item: 'H8', name: 'second hand: a private seller is no trader', facts: of({ site: 'second_hand' }), basis: 'sale', consumer: false, never: ['punitive', 'consumer_law'], status: { merchant: 'now', platform: 'now', regulator: 'later' }, rules: { regulator: ['PLT-21'] }, warn: ['PLT-21'] },
  { item: 'H8', name: 'second hand with false claims: no treble damages by default', facts: of({ site: 'second_hand', signs: ['false_claims'] }), basis: 'sale', never: ['punitive'], warn: ['PLT-21'] },
  { item: 'H8', name: 'second hand, nobody named: ask the platform', facts: of({ site: 'second_hand', seller: 'unknown' }), basis: 'sale', status: { platform_operator: 'now', regulator: 'blocked', court: 'blocked' } },
  { item: 'H8', name: 'second hand, the seller refused: court', facts: of({ site: 'second_hand', filings: [filed('merchant', '2026-11-12', 'refused')] }), basis: 'sale', status: { court: 'now' }, homeCourt: true },
  { item: 'H8', name: 'a social shop counts as a platform where it gives the place, order and payment', facts: of({ site: 'social_shop' }), basis: 'sale', status: { platform: 'now', regulator: 'now' }, warn: ['PLT-20'] },
  { item: 'H8', name: 'a social shop, nobody named', facts: of({ site: 'social_shop', seller: 'unknown' }), basis: 'sale', liable: ['merchant', 'platform'], status: { platform_operator: 'now', regulator: 'blocked' }, warn: ['PLT-20'] },
  { name: 'a marketplace is not told what a social shop is', facts: of(), basis: 'sale', warnNot: ['PLT-20', 'PLT-21'] },
  { item: 'C5', name: 'seller unknown and the platform silent: the operator is the respondent', facts: of({ seller: 'unknown', paidAt: '2026-10-20', filings: [filed('platform_operator', '2026-11-01')] }), basis: 'sale', liable: ['merchant', 'platform'], status: { regulator: 'now' }, rules: { regulator: ['PLT-01', 'JUR-01'] } },
  { item: 'H13', name: 'video: the e-commerce law does not reach it', facts: of({ goods: 'membership', dispute: 'service', product: '视频会员月卡' }), basis: 'service', never: ['ecommerce_law'], warn: ['PLT-25'] },
  { item: 'H13', name: 'a novel site’s coins are publishing', facts: of({ goods: 'membership', dispute: 'service', product: '小说会员' }), basis: 'service', never: ['ecommerce_law'], warn: ['PLT-25'] },
  { item: 'H13', name: 'a drive’s membership is not culture', facts: of({ goods: 'membership', dispute: 'service', product: '网盘会员' }), basis: 'service', warnNot: ['PLT-25'] },
  { item: 'H13', name: 'article 61 is not for a self-seller', facts: of({ site: 'own_site' }), basis: 'sale', never: ['platform_assists'] },
  { name: 'automatic renewal', facts: of({ goods: 'membership', dispute: 'service', product: '连续包月会员 自动续费' }), basis: 'service', warn: ['PLT-22'] },
  { name: 'a code is not warned of automatic renewal', facts: of(), basis: 'sale', warnNot: ['PLT-22', 'PLT-23'] },
  { name: 'membership terms cut in the middle, by the platform itself', facts: of({ goods: 'membership', dispute: 'platform_fault' }), basis: 'service', warn: ['PLT-23'] },

  // How it was paid, and to whom.
  { name: 'crypto: no payment institution, and a word on it', facts: of({ paidBy: 'crypto' }), basis: 'sale', status: { payment: 'blocked' }, warn: ['PAY-03'] },
  { name: 'a red packet in a chat is a transfer to a person', facts: of({ paidBy: 'red_packet', site: 'private_chat' }), basis: 'sale', status: { payment: 'later' } },
  { name: 'a red packet to somebody who is gone', facts: of({ paidBy: 'red_packet', signs: ['vanished'], paidAt: '2026-11-24' }), basis: 'sale', status: { payment: 'now', police: 'now' }, rules: { payment: ['POL-13'] } },
  { name: 'a payment institution that refused: the next door is 12363', facts: after(filed('payment', '2026-11-12', 'refused')), basis: 'sale', status: { payment: 'later' }, rules: { payment: ['PAY-01'] } },
  { name: 'a card: chargeback is said as reported', facts: of({ paidBy: 'bank' }), basis: 'sale', status: { payment: 'now' }, rules: { payment: ['PAY-02'] } },
  { name: 'a seller abroad on his own site: no office here, no small claims', facts: of({ abroad: true, site: 'own_site' }), basis: 'foreign', status: { regulator: 'blocked', report: 'blocked', association: 'blocked', merchant: 'now', payment: 'now', court: 'later' }, rules: { regulator: ['REF-01'], court: ['CT-08'] }, warn: ['CT-08'], homeCourt: false },
  { name: 'a seller abroad on a platform at home: the platform stays', facts: of({ abroad: true }), basis: 'foreign', status: { platform: 'now', regulator: 'now' }, warn: ['CT-08'] },
  { name: 'a seller abroad over a private chat', facts: of({ abroad: true, site: 'private_chat' }), basis: 'foreign', status: { platform: 'blocked', regulator: 'blocked' } },
  { name: 'resale from abroad is no consumer’s', facts: of({ abroad: true, purpose: 'resale' }), basis: 'not_consumer', warn: ['CT-08', 'REF-03'], status: { regulator: 'blocked' } },
  { name: 'a seller at home is not warned of small claims abroad', facts: of({ abroad: false }), basis: 'sale', warnNot: ['CT-08'] },
  { name: 'abroad and refused: sue, but not small', facts: of({ abroad: true, filings: [filed('merchant', '2026-11-12', 'refused')] }), basis: 'foreign', status: { court: 'now' }, warn: ['CT-08'], warnNot: ['CT-07'] },

  // Limits in time.
  { item: 'H1', name: 'after three years the court is not shut: a defence, no bar', facts: of({ paidAt: '2023-11-20' }), basis: 'sale', status: { regulator: 'blocked', court: 'later' }, rules: { regulator: ['REF-04'] }, warn: ['SUB-22'], limitation: '2026-11-20' },
  { item: 'H1', name: 'after three years and a refusal: sue, with the risk said', facts: of({ paidAt: '2023-01-10', filings: [filed('merchant', '2026-11-12', 'refused')] }), basis: 'sale', status: { court: 'now' }, warn: ['SUB-22'], limitation: '2026-01-10' },
  { item: 'H1', name: 'three years to the day: no warning', facts: of({ paidAt: '2023-11-25' }), basis: 'sale', warnNot: ['SUB-22'], limitation: '2026-11-25', status: { regulator: 'now' } },
  { item: 'H1', name: 'a promise after the three years revives', facts: of({ paidAt: '2023-01-10', filings: [filed('merchant', '2026-11-12', 'filed', { promisedOn: '2026-11-13' })] }), basis: 'sale', warnNot: ['SUB-22'], limitation: '2029-11-13' },
  { item: 'H2', name: 'a demand on the merchant restarts', facts: of({ paidAt: '2024-03-01', filings: [filed('merchant', '2025-05-06', 'refused')] }), basis: 'sale', limitation: '2028-05-06' },
  { item: 'H2', name: 'telling the public restarts nothing', facts: of({ paidAt: '2024-03-01', filings: [filed('public', '2025-05-06')] }), basis: 'sale', limitation: '2027-03-01' },
  { item: 'H2', name: 'a complaint at the payment institution restarts nothing surely', facts: of({ paidAt: '2024-03-01', filings: [filed('payment', '2025-05-06')] }), basis: 'sale', limitation: '2027-03-01' },
  { item: 'H2', name: '12315 restarts on the day of the request', facts: of({ paidAt: '2024-03-01', filings: [filed('regulator', '2025-05-06', 'ended')] }), basis: 'sale', limitation: '2028-05-06' },
  { item: 'H2', name: 'a report for punishment is no claim', facts: of({ paidAt: '2024-03-01', filings: [filed('report', '2025-05-06')] }), basis: 'sale', limitation: '2027-03-01' },
  { item: 'H2', name: '消协 restarts', facts: of({ paidAt: '2024-03-01', filings: [filed('association', '2025-05-06', 'ended')] }), basis: 'sale', limitation: '2028-05-06' },
  { item: 'H2', name: 'mediation restarts', facts: of({ paidAt: '2024-03-01', filings: [filed('mediation', '2025-05-06', 'refused')] }), basis: 'sale', limitation: '2028-05-06' },
  { item: 'H2', name: 'a suit restarts', facts: of({ paidAt: '2024-03-01', filings: [filed('court', '2025-05-06', 'refused')] }), basis: 'sale', limitation: '2028-05-06' },
  { item: 'H2', name: 'a report to the police restarts', facts: of({ paidAt: '2024-03-01', filings: [filed('police', '2025-05-06')] }), basis: 'sale', limitation: '2028-05-06' },
  { item: 'H2', name: 'a written non-filing starts the count anew from its day', facts: of({ paidAt: '2024-03-01', filings: [filed('police', '2025-05-06', 'refused', { answeredOn: '2025-05-20', inWriting: true })] }), basis: 'sale', limitation: '2028-05-20' },
  { item: 'H2', name: 'a platform that only hosts is not the obligor', facts: of({ paidAt: '2024-03-01', filings: [filed('platform', '2025-05-06')] }), basis: 'sale', limitation: '2027-03-01' },
  { item: 'H2', name: 'a platform that sells itself is', facts: of({ site: 'self_operated', paidAt: '2024-03-01', filings: [filed('platform_operator', '2025-05-06')] }), basis: 'sale', limitation: '2028-05-06' },
  { item: 'H2', name: 'two restarts, the later counts', facts: of({ paidAt: '2022-03-01', filings: [filed('merchant', '2024-05-06', 'refused'), filed('regulator', '2026-04-01', 'ended')] }), basis: 'sale', limitation: '2029-04-01' },
  { item: 'H2', name: 'a demand too late wakes nothing', facts: of({ paidAt: '2022-03-01', filings: [filed('merchant', '2026-04-01', 'refused')] }), basis: 'sale', limitation: '2025-03-01', warn: ['SUB-22'] },
  { item: 'H2', name: 'a police report does not move the year of rescission', facts: of({ paidAt: '2025-12-20', filings: [filed('police', '2026-10-01')] }), basis: 'sale', rescission: '2026-12-20', warn: ['SUB-10'] },
  { item: 'H3', name: 'the year of rescission is over: damages, no rescission', facts: of({ paidAt: '2025-10-01', filings: [filed('merchant', '2026-11-12', 'refused')] }), basis: 'sale', rescission: '2026-10-01', never: ['rescission'], pleads: ['damages'], warn: ['SUB-10'], status: { court: 'now' } },
  { item: 'H3', name: 'the last day of the year is still in it', facts: of({ paidAt: '2025-11-25' }), basis: 'sale', rescission: '2026-11-25', pleads: ['rescission'] },
  { item: 'H3', name: 'a membership after the year', facts: of({ paidAt: '2025-10-01', goods: 'membership', dispute: 'service' }), basis: 'service', never: ['rescission'], pleads: ['damages'] },
  { item: 'H3', name: 'known later: the year runs from then', facts: of({ paidAt: '2025-06-01', knownAt: '2026-02-01' }), basis: 'sale', rescission: '2027-02-01', pleads: ['rescission'], limitation: '2029-02-01' },
  { name: 'a return of void payments knows no year of rescission', facts: of({ goodsLawful: 'no', paidAt: '2025-01-01' }), basis: 'void', warnNot: ['SUB-10'], pleads: ['return'] },

  // After a refusal.
  { item: 'H4', name: 'the police sent the buyer away: ask for the writing first', facts: of({ signs: ['many_victims'], filings: [filed('police', '2026-11-14', 'refused', { answeredOn: '2026-11-14', inWriting: false })] }), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-15', 'POL-16'] }, limitation: '2029-11-14' },
  { item: 'H4', name: 'a written non-filing: seven days, prosecutor', facts: of({ signs: ['many_victims'], filings: [filed('police', '2026-11-14', 'refused', { answeredOn: '2026-11-20', inWriting: true })] }), basis: 'sale', status: { police: 'later' }, rules: { police: ['POL-07', 'POL-08'] }, rulesNot: { police: ['POL-15'] }, limitation: '2029-11-20' },
  { item: 'H5', name: 'under three thousand: the public-order path stands beside the criminal one', facts: of({ signs: ['vanished'] }), basis: 'sale', status: { police: 'now' }, rules: { police: ['POL-16'] } },
  { item: 'H5', name: 'a written refusal: review of the public-order side, and before a suit', facts: of({ signs: ['vanished'], filings: [filed('police', '2026-11-14', 'refused', { answeredOn: '2026-11-18', inWriting: true })] }), basis: 'sale', rules: { police: ['POL-16', 'POL-17'] } },
  { item: 'H6', name: '12315 refused for papers: 消协 waits', facts: after(filed('regulator', '2026-11-12', 'refused', { ground: 'materials_missing' })), basis: 'sale', status: { regulator: 'later', association: 'later' }, rules: { association: ['REF-02'] } },
  { item: 'H6', name: '12315 refused for the wrong office: 消协 waits', facts: after(filed('regulator', '2026-11-12', 'refused', { ground: 'no_jurisdiction' })), basis: 'sale', status: { regulator: 'later', association: 'later' } },
  { item: 'H6', name: '12315 refused without a ground: 消协 waits', facts: after(filed('regulator', '2026-11-12', 'refused')), basis: 'sale', status: { regulator: 'later', association: 'later' } },
  { item: 'H6', name: '12315 mediated in vain: 消协 may', facts: of({ paidAt: '2026-09-01', filings: [filed('regulator', '2026-09-05', 'ended')] }), basis: 'sale', status: { association: 'now' } },
  { item: 'H6', name: '12315 is over its three years: 消协 may', facts: of({ paidAt: '2023-05-01', filings: [filed('regulator', '2026-11-12', 'refused', { ground: 'too_late' })] }), basis: 'sale', status: { regulator: 'blocked', association: 'now' } },
  { item: 'H7', name: 'the address on the platform leads nowhere: refile where the platform lives', facts: after(filed('regulator', '2026-11-12', 'refused', { ground: 'address_not_found' })), basis: 'sale', status: { regulator: 'later', association: 'later' }, rules: { regulator: ['JUR-04'] } },
  { item: 'H7', name: 'the address of an own site leads nowhere: no platform to turn to', facts: of({ site: 'own_site', filings: [filed('regulator', '2026-11-12', 'refused', { ground: 'address_not_found' })] }), basis: 'sale', status: { regulator: 'later' }, rules: { regulator: ['JUR-07'] }, rulesNot: { regulator: ['JUR-04'] } },
  { item: 'low', name: '“over three years” for a purchase of last month is held against it', facts: after(filed('regulator', '2026-11-12', 'refused', { ground: 'too_late', answeredOn: '2026-11-18', inWriting: true })), basis: 'sale', status: { regulator: 'later', association: 'later' }, rules: { regulator: ['REF-04', 'REG-20'] }, warn: ['REF-04'] },
  { item: 'low', name: 'a true “over three years” is not disputed', facts: of({ paidAt: '2023-01-05', filings: [filed('regulator', '2026-11-12', 'refused', { ground: 'too_late' })] }), basis: 'sale', status: { regulator: 'blocked' }, warnNot: ['REF-04'] },
  { item: 'low', name: '“another office has it” where nothing was filed elsewhere', facts: after(filed('regulator', '2026-11-12', 'refused', { ground: 'other_office' })), basis: 'sale', warn: ['REF-02'], status: { regulator: 'later' } },
  { item: 'low', name: '“another office has it” and the association has', facts: after(filed('association', '2026-11-11', 'accepted'), filed('regulator', '2026-11-12', 'refused', { ground: 'other_office' })), basis: 'sale', status: { regulator: 'blocked' } },
  { item: 'REG-20', name: '12315 did not accept: review within sixty days', facts: after(filed('regulator', '2026-11-12', 'refused', { ground: 'not_consumer', answeredOn: '2026-11-18', inWriting: true })), basis: 'sale', status: { regulator: 'blocked', court: 'now' }, warn: ['REG-20'] },
  { item: 'low', name: 'suing while 12315 has it', facts: of({ paidAt: '2026-10-01', filings: [filed('merchant', '2026-10-05', 'refused'), filed('regulator', '2026-11-12', 'accepted', { answeredOn: '2026-11-18' })] }), basis: 'sale', status: { court: 'now' }, warn: ['REG-24'] },
  { item: 'low', name: 'no such word when 12315 has nothing', facts: after(filed('merchant', '2026-11-12', 'refused')), basis: 'sale', warnNot: ['REG-24'] },
  { name: 'a police file and a suit', facts: of({ signs: ['many_victims'], filings: [filed('police', '2026-11-14', 'accepted'), filed('merchant', '2026-11-12', 'refused')] }), basis: 'sale', warn: ['POL-19'] },
  { name: 'several victims may choose two to speak', facts: of({ signs: ['many_victims'] }), basis: 'sale', warn: ['REG-13'] },
  { item: 'CT-12', name: 'a seller whose whereabouts nobody knows: notice, no summary procedure', facts: of({ seller: 'unreachable', filings: [filed('platform', '2026-11-12', 'refused')] }), basis: 'sale', warn: ['CT-08', 'CT-24'], warnNot: ['CT-07'] },
  { item: 'CT-12', name: 'over ten thousand yuan: the fee grows', facts: of({ amount: '30000.00', filings: [filed('merchant', '2026-11-12', 'refused')] }), basis: 'sale', status: { court: 'now' }, rules: { court: ['CT-12'] } },

  // The end.
  { item: 'H12', name: 'settled: every door is done and nothing is warned', facts: after(filed('merchant', '2026-11-12', 'settled')), basis: 'sale', status: { merchant: 'done', regulator: 'done', court: 'done', police: 'done' }, warnNot: ['REF-02', 'SUB-06', 'TRP-08', 'SUB-10', 'CT-04'] },
  { item: 'low', name: 'settled and fraudulent: still quiet', facts: of({ signs: ['false_claims'], filings: [filed('merchant', '2026-11-12', 'settled')] }), basis: 'sale', warnNot: ['PUN-04', 'TRP-08', 'TRP-22'] },
  { item: 'H12', name: 'said to be paid, and nothing came', facts: after(filed('merchant', '2026-11-12', 'settled'), filed('merchant', '2026-11-18', 'refused')), basis: 'sale', status: { merchant: 'later', regulator: 'now', court: 'now' } },
];
