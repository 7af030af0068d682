import { type Route, type RuleText } from '../../model/outcome.ts';
import { type Standing } from './standing.ts';

type Liable = Route['liable'][number];

interface LiabilityRow {
  who: Liable;
  when: (standing: Standing) => boolean;
  /** Why, Chinese. */
  reason: RuleText;
}

const merchantAnswers = (s: Standing): boolean => !s.platformIsRespondent;
const thirdParty = (s: Standing): boolean => !s.platformIsRespondent && s.situation.site !== 'own_site';

/** Every row that holds adds its party; the seller comes first where it answers at all. */
export const LIABILITY: readonly LiabilityRow[] = [
  {
    who: 'merchant',
    when: (s) => merchantAnswers(s) && s.situation.site === 'own_site',
    reason: { rule: 'SUB-04', text: '网站经营者自己就是卖家，交付和质量由它负责' },
  },
  {
    who: 'merchant',
    when: (s) => merchantAnswers(s) && s.situation.site !== 'own_site',
    reason: { rule: 'SUB-04', text: '卖给你的是商家，交付和质量由它负责' },
  },
  {
    who: 'platform',
    when: (s) => s.situation.dispute === 'platform_fault',
    reason: { rule: 'PLT-09', text: '平台自己的扣款、冻结或处理出了问题，由平台经营者负责' },
  },
  {
    who: 'platform',
    when: (s) => s.situation.site === 'self_operated',
    reason: { rule: 'PLT-17', text: '标记自营或者足以让人以为是自营的，平台经营者承担卖家的责任' },
  },
  {
    who: 'platform',
    when: (s) => thirdParty(s) && s.situation.seller === 'unknown',
    reason: { rule: 'PLT-01', text: '平台不能提供卖家的真实名称、地址和有效联系方式的，可以要求平台赔偿' },
  },
  {
    who: 'platform',
    when: (s) => thirdParty(s) && s.situation.seller === 'unreachable' && s.noticeIgnored,
    reason: { rule: 'PLT-01', text: '联系不上卖家，平台被要求后也没有给出有效联系方式的，可以要求平台赔偿' },
  },
  {
    who: 'platform',
    when: (s) => thirdParty(s) && s.noticeIgnored,
    reason: {
      rule: 'PLT-02',
      text: '平台收到有日期的通知、知道或者应当知道侵害后未采取必要措施的，与商家承担连带责任',
    },
  },
];

export interface Liability {
  liable: Liable[];
  reasons: (RuleText & { who: Liable })[];
}

/**
 * Who answers for the loss, and why. A payment provider answers only for its
 * own fault, which none of the seven dispute types is; it is a door to knock on
 * (see the payment channel), not a debtor.
 */
export function liabilityOf(standing: Standing): Liability {
  const rows = LIABILITY.filter((row) => row.when(standing));
  return {
    liable: [...new Set(rows.map((row) => row.who))],
    reasons: rows.map((row) => ({ who: row.who, ...row.reason })),
  };
}
