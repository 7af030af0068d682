import { type Rule } from './rule.ts';

/**
 * What is assumed of a platform whose own rules were not recorded. None of it is
 * law (平台规则，非法定); a recorded rule of the platform takes its place.
 */
export const PLATFORM_DEFAULTS: readonly Rule[] = [
  {
    id: 'PDEF-01',
    cites: [],
    says: '不少平台要求虚拟商品的问题在付款后四十八小时内反馈；这是平台规则，不是法律，超过了也不当然失去权利。',
    clocks: [
      {
        id: 'report',
        what: '平台规则（非法定）：向平台反馈问题',
        n: 48,
        unit: 'hour',
        start: 'paid',
        whose: 'buyer',
        moves: 'none',
      },
    ],
    inForceFrom: null,
    sources: ['S11'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'PDEF-02',
    cites: [],
    says: '向平台投诉后四十八小时没有答复就可以催办；这是通常做法，不是法定期限。',
    clocks: [
      {
        id: 'first_reply',
        what: '平台规则（非法定）：平台首次答复',
        n: 48,
        unit: 'hour',
        start: 'platform_filed',
        whose: 'other',
        moves: 'none',
      },
    ],
    inForceFrom: null,
    sources: ['S11'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'PDEF-03',
    cites: [],
    says: '平台处理期间，至少每两日看一次进度并留下截图。',
    clocks: [
      {
        id: 'look_again',
        what: '查看处理进度并截图',
        n: 2,
        unit: 'day',
        start: 'platform_looked',
        whose: 'buyer',
        moves: 'none',
      },
    ],
    inForceFrom: null,
    sources: ['S11'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'PDEF-04',
    cites: [],
    says: '对方自己承诺的日子，过了没有兑现就催办，并把承诺和未兑现都留证。',
    inForceFrom: null,
    sources: ['S11'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
  {
    id: 'PDEF-05',
    cites: [],
    says: '平台自己写明的退款到账时间，按记下的平台规则算；没有记下就不算。',
    inForceFrom: null,
    sources: ['S11'],
    certainty: 'S',
    checkedOn: '2026-11-22',
  },
];
