import { WAYS_OF_PAYING } from '../../knowledge/built/paid-by.ts';
import { type FactKey } from '../../model/facts.ts';
import { type Situation } from './situation.ts';

export interface GateQuestion {
  /** The fact that the answer sets. */
  key: FactKey;
  question: string;
  choices: { value: string; label: string }[];
  /** What depends on it. */
  why: string;
  rule: string;
  /** Several answers are possible. */
  many?: true;
}

interface GateRow extends GateQuestion {
  /** Would an answer change the route? */
  open: (situation: Situation) => boolean;
}

/** The most that is asked at once; what decides most comes first. */
const MOST = 4;

const platformItself = (s: Situation): boolean => s.dispute === 'platform_fault' || s.site === 'self_operated';

export const GATES: readonly GateRow[] = [
  {
    key: 'site',
    question: '你是在哪种网站上买的？',
    choices: [
      { value: 'marketplace', label: '平台，里面有很多商家' },
      { value: 'own_site', label: '商家自己的网站或发卡站' },
      { value: 'self_operated', label: '平台自营，页面标着“自营”' },
    ],
    why: '决定谁负责、找哪个地方的部门',
    rule: 'JUR-02',
    open: (s) => s.site === undefined,
  },
  {
    key: 'seller',
    question: '卖家的名称、地址、联系方式，你知道吗？',
    choices: [
      { value: 'known', label: '知道，也联系得上' },
      { value: 'unreachable', label: '知道名称，但联系不上' },
      { value: 'unknown', label: '不知道是谁' },
    ],
    why: '投诉和起诉都要写明对方是谁',
    rule: 'REG-11',
    open: (s) => s.seller === undefined && !platformItself(s),
  },
  {
    key: 'purpose',
    question: '买来做什么？',
    choices: [
      { value: 'own_use', label: '自己用' },
      { value: 'resale', label: '进货转卖，或工作室、代充用' },
    ],
    why: '不是为生活消费买的，12315 不受理',
    rule: 'REF-03',
    open: (s) => s.purpose === undefined,
  },
  {
    key: 'signs',
    question: '有没有下面这些情况？',
    choices: [
      { value: 'vanished', label: '付款后对方消失，网站或店铺打不开' },
      { value: 'blocked_buyer', label: '对方把我拉黑' },
      { value: 'fake_identity', label: '对方身份、执照是假的或冒用的' },
      { value: 'many_victims', label: '还有别人遇到同样的事' },
      { value: 'false_claims', label: '宣传和实际明显不符' },
    ],
    why: '有这些事实，要马上报案或举报',
    rule: 'POL-03',
    many: true,
    open: (s) => s.signs === undefined && s.dispute !== 'platform_fault' && s.dispute !== 'vanished',
  },
  {
    key: 'paidBy',
    question: '怎么付的款？',
    choices: WAYS_OF_PAYING.map(({ id, asked }) => ({ value: id, label: asked })),
    why: '决定能不能向支付机构投诉',
    rule: 'PLT-19',
    open: (s) => s.paidBy === undefined,
  },
  {
    key: 'goods',
    question: '买的是哪一种？',
    choices: [
      { value: 'code', label: '卡密、兑换码、激活码' },
      { value: 'topup', label: '直充、代充' },
      { value: 'membership', label: '会员、订阅' },
      { value: 'account', label: '账号' },
      { value: 'wallet', label: '平台余额、储值' },
    ],
    why: '账号和储值各有不同的规则',
    rule: 'SUB-20',
    open: (s) => s.goods === undefined,
  },
];

/** The few unanswered questions that decide the route, the weightiest first; at most four. */
export function gateQuestions(situation: Situation): GateQuestion[] {
  return GATES.filter((gate) => gate.open(situation))
    .slice(0, MOST)
    .map(({ key, question, choices, why, rule, many }) => ({
      key,
      question,
      choices,
      why,
      rule,
      ...(many ? { many } : {}),
    }));
}
