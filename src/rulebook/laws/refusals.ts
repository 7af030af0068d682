import { type Rule } from './rule.ts';

/** The grounds on which 12315 does not accept a complaint; the number is the item's. */
export const REFUSALS: readonly Rule[] = [
  {
    id: 'REF-01',
    cites: [['measures', '第十六条第一项']],
    says: '不属于市场监管部门职责，或者该部门没有处理权限的，不予受理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'REF-02',
    cites: [['measures', '第十六条第二项']],
    quote: '法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过同一消费者权益争议的',
    says: '法院、仲裁机构、其他行政机关或者消费者协会已经受理或者处理过同一争议的，12315 不予受理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'REF-03',
    cites: [['measures', '第十六条第三项']],
    quote: '不是为生活消费需要…或者不能证明与被投诉人之间存在消费者权益争议的',
    says: '不是为生活消费购买，或者证明不了和对方有消费争议的，不予受理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'REF-04',
    cites: [['measures', '第十六条第四项']],
    quote: '投诉人知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年的',
    says: '知道或者应当知道权益受到侵害超过三年的，不予受理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'REF-05',
    cites: [['measures', '第十六条第五项']],
    says: '材料缺少规定内容（例如没有被投诉人的名称、地址）或者不真实的，不予受理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'REF-06',
    cites: [['measures', '第十六条第六项']],
    quote: '冒用他人名义或者拒不配合…核验真实身份信息的',
    says: '冒用他人名义，或者不配合核验真实身份的，不予受理。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'REF-07',
    cites: [['measures', '第十六条第七项']],
    says: '法律、法规、规章规定不予受理的其他情形。',
    inForceFrom: '2026-04-15',
    sources: ['S1'], certainty: 'V', checkedOn: '2026-11-22',
  },
];
