import { type Standing } from '../standing.ts';
import { always, type ChannelRow, SETTLED } from './row.ts';

const refusedAs =
  (...grounds: string[]) =>
  (s: Standing): boolean =>
    s.refused('regulator') && grounds.includes(s.latest('regulator')?.ground ?? '');

/** Nobody is named that a complaint could be against, and the platform cannot yet stand in (PLT-01). */
export const nobodyToName = (s: Standing): boolean =>
  s.situation.seller === 'unknown' && !s.platformIsRespondent && (s.situation.site === 'own_site' || !s.noticeIgnored);

/** On the seller's own site there is no platform to ask. */
export const nobodyOnOwnSite = (s: Standing): boolean => nobodyToName(s) && s.situation.site === 'own_site';

const platformStandsIn = (s: Standing): boolean =>
  s.situation.seller === 'unknown' && s.situation.site !== 'own_site' && s.noticeIgnored;

const ONE_DISPUTE = '同一争议由法院、仲裁机构、其他行政机关或者消费者协会受理或处理过的，12315 不予受理';

/** 12315 投诉: asks for mediation of one's own dispute. */
export const REGULATOR: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.latest('regulator')?.status === 'accepted',
    status: 'done',
    reasons: [{ rule: 'REG-02', text: '已受理，正在调解；自受理之日起六十日内达不成协议的，终止调解' }],
  },
  {
    when: (s) => s.open('regulator'),
    status: 'done',
    reasons: [{ rule: 'REG-01', text: '已提交；有处理权限的部门收到后七个工作日内告知受理还是不受理，这不是解决期限' }],
  },
  {
    when: (s) => s.ended('regulator'),
    status: 'done',
    reasons: [
      { rule: 'REG-17', text: '调解已经终止；不服的，通过民事诉讼、仲裁等途径解决' },
      { rule: 'REF-02', text: '处理过的同一争议再次投诉，不予受理' },
    ],
  },
  {
    when: (s) => s.situation.purpose === 'resale',
    status: 'blocked',
    reasons: [{ rule: 'REF-03', text: '进货转卖不是为生活消费，12315 不予受理；按合同向商家主张，或者起诉' }],
  },
  {
    when: (s) => s.overLimitForOffice,
    status: 'blocked',
    reasons: [{ rule: 'REF-04', text: '知道或者应当知道权益受侵害已超过三年，12315 不予受理' }],
  },
  {
    when: (s) => s.taken('association') || s.taken('court'),
    status: 'blocked',
    reasons: [{ rule: 'REF-02', text: ONE_DISPUTE }],
  },
  {
    when: refusedAs('not_consumer', 'resale'),
    status: 'blocked',
    reasons: [{ rule: 'REF-03', text: '已被认为不是生活消费或证明不了消费争议；没有新的凭据，再投也是同样结果' }],
  },
  {
    when: refusedAs('other_office'),
    status: 'blocked',
    reasons: [{ rule: 'REF-02', text: ONE_DISPUTE }],
  },
  {
    when: refusedAs('no_jurisdiction'),
    status: 'later',
    reasons: [
      {
        rule: 'REF-01',
        text: '上次投错了部门。卖家在平台内的，找它公示地址或平台住所地的区县市场监管部门；自建网站的，找经营者住所地的',
      },
    ],
    needs: ['right_office'],
  },
  {
    when: refusedAs('identity_missing', 'materials_missing'),
    status: 'later',
    reasons: [{ rule: 'REF-05', text: '上次材料不全。补齐双方的名称、地址、电话和事实依据再投' }],
    needs: ['seller_identity', 'buyer_identity'],
  },
  {
    when: (s) => s.refused('regulator'),
    status: 'later',
    reasons: [{ rule: 'REG-11', text: '上次没有受理。对照不予受理的理由补材料，再投时写明补了什么' }],
    needs: ['new_proof'],
  },
  {
    when: (s) => s.open('association') || s.open('court'),
    status: 'later',
    reasons: [{ rule: 'REF-02', text: `已经向别处提交。${ONE_DISPUTE}；想走 12315，先看那边有没有受理` }],
  },
  {
    when: (s) => s.platformIsRespondent,
    status: 'now',
    reasons: [
      { rule: 'JUR-01', text: '被投诉的是平台经营者，由它住所地的县级市场监督管理部门处理' },
      { rule: 'PLT-11', text: '不需要先走完平台内部流程' },
    ],
    needs: ['buyer_identity'],
  },
  {
    when: platformStandsIn,
    status: 'now',
    reasons: [
      { rule: 'PLT-01', text: '平台没有提供卖家的真实名称、地址和有效联系方式，可以把平台作为被投诉人' },
      { rule: 'JUR-01', text: '由平台经营者住所地的县级市场监督管理部门处理' },
    ],
    needs: ['buyer_identity'],
  },
  {
    when: nobodyOnOwnSite,
    status: 'blocked',
    reasons: [
      { rule: 'REF-05', text: '投诉要写明被投诉人的名称、地址，缺了不予受理' },
      { rule: 'REQ-ID', text: '从网站公示的营业执照、备案号和账单里的收款方全称查；查到后再投' },
      { rule: 'JUR-07', text: '实在查不到对方是谁的，把线索交给公安机关' },
    ],
    needs: ['seller_identity'],
  },
  {
    when: nobodyToName,
    status: 'blocked',
    reasons: [
      { rule: 'REF-05', text: '投诉要写明被投诉人的名称、地址，缺了不予受理' },
      { rule: 'REQ-ID', text: '先向平台要求提供，拿到后再投；平台不能提供的，可以投诉平台' },
    ],
    needs: ['seller_identity'],
  },
  {
    when: (s) => s.situation.site === 'own_site',
    status: 'now',
    reasons: [
      { rule: 'JUR-02', text: '自建网站的经营者，由它住所地的县级市场监督管理部门处理' },
      { rule: 'PLT-11', text: '不需要先走完别的渠道' },
    ],
    needs: ['buyer_identity'],
  },
  {
    when: (s) => s.situation.seller === 'unreachable',
    status: 'now',
    reasons: [
      { rule: 'JUR-04', text: '通过平台公示的地址联系不上卖家的，由平台经营者住所地的县级市场监督管理部门处理' },
      { rule: 'PLT-11', text: '不需要先走完平台内部流程' },
    ],
    needs: ['buyer_identity'],
  },
  {
    when: always,
    status: 'now',
    reasons: [
      { rule: 'PLT-11', text: '没有“先走完平台流程”的条件，随时可以投；先给商家和平台一份有日期的通知，手里更有据' },
      { rule: 'JUR-03', text: '平台内商家，可以选它公示地址的、也可以选平台经营者住所地的县级市场监督管理部门' },
    ],
    needs: ['buyer_identity'],
  },
];

/** 12315 举报: tells of a breach of law; never the same paper as the complaint. */
export const REPORT: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.open('report') || s.ended('report'),
    status: 'done',
    reasons: [{ rule: 'REG-09', text: '已经举报；同一事实不再另行处理，有新的事实可以补充' }],
  },
  {
    when: (s) => s.refused('report'),
    status: 'later',
    reasons: [{ rule: 'REG-09', text: '同一事实不会再处理，有了新的线索再举报' }],
    needs: ['new_proof'],
  },
  {
    when: (s) =>
      s.fraudSigns ||
      s.situation.signs?.includes('false_claims') === true ||
      s.situation.purpose === 'resale' ||
      s.taken('association') ||
      s.taken('court'),
    status: 'now',
    reasons: [
      { rule: 'REG-15', text: '举报和投诉分别处理，另写一份；不是消费者也可以举报违法线索' },
      { rule: 'PUN-03', text: '骗取价款而不提供或者不按约定提供、作虚假或引人误解的宣传，都可以作为线索' },
    ],
    needs: ['seller_clue'],
  },
  {
    when: always,
    status: 'later',
    reasons: [
      { rule: 'REG-15', text: '有违法线索再举报，另写一份，不和投诉写在一起' },
      { rule: 'REG-08', text: '举报管处罚、不管退款；结果只在法律、法规、规章有规定时才告知' },
    ],
    needs: ['seller_clue'],
  },
];

export const ASSOCIATION: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.open('association') || s.ended('association'),
    status: 'done',
    reasons: [{ rule: 'REF-02', text: '已经交给消费者协会；它受理或处理过的同一争议，12315 不再受理' }],
  },
  {
    when: (s) => s.situation.purpose === 'resale',
    status: 'blocked',
    reasons: [{ rule: 'REF-03', text: '进货转卖不是为生活消费，消费者协会同样只管消费争议' }],
  },
  {
    when: nobodyToName,
    status: 'blocked',
    reasons: [{ rule: 'REQ-ID', text: '没有卖家的名称和联系方式，调解无从谈起；先拿到卖家身份' }],
    needs: ['seller_identity'],
  },
  {
    when: (s) => s.open('regulator'),
    status: 'later',
    reasons: [{ rule: 'REG-16', text: '12315 正在处理，不要另投；调解靠双方自愿，谈不成再说' }],
  },
  {
    when: (s) => s.ended('regulator') || (s.refused('regulator') && !refusedAs('not_consumer', 'resale')(s)),
    status: 'now',
    reasons: [{ rule: 'REG-17', text: '12315 这条路已经走完，可以请消费者协会调解；谈成的协议可以申请司法确认' }],
    needs: ['buyer_identity'],
  },
  {
    when: always,
    status: 'later',
    reasons: [{ rule: 'REF-02', text: '先 12315、后消协：消协受理在先，12315 就不再受理；12315 也可以委托消协调解' }],
    needs: ['buyer_identity'],
  },
];

export const MEDIATION: readonly ChannelRow[] = [
  SETTLED,
  {
    when: (s) => s.open('mediation') || s.ended('mediation'),
    status: 'done',
    reasons: [{ rule: 'CT-16', text: '已经申请调解；谈成后三十日内双方可以共同申请司法确认，确认后才能强制执行' }],
  },
  {
    when: nobodyToName,
    status: 'blocked',
    reasons: [{ rule: 'REQ-ID', text: '找不到对方就没有人可以调解；先拿到卖家身份' }],
    needs: ['seller_identity'],
  },
  {
    when: (s) => s.sellerGone && !s.platformIsRespondent,
    status: 'blocked',
    reasons: [{ rule: 'REG-16', text: '调解要双方同意，联系不上卖家就谈不起来' }],
  },
  {
    when: (s) => s.tried,
    status: 'now',
    reasons: [
      { rule: 'REG-16', text: '对方愿意谈就可以请调解组织；调解要双方同意，不能强制' },
      { rule: 'CT-16', text: '谈成后三十日内共同申请司法确认，对方不付才能申请强制执行' },
    ],
  },
  {
    when: always,
    status: 'later',
    reasons: [{ rule: 'REG-16', text: '先看商家和平台怎么答；双方都愿意谈时再请调解组织' }],
  },
];
