import { type Rule } from './rule.ts';

/** How periods are counted. */
export const COUNTING: readonly Rule[] = [
  {
    id: 'CAL-01',
    cites: [['civil_code', '第二百零一条第一款'], ['measures', '第四十五条'], ['civil_procedure', '第八十五条']],
    says: '开始的当日不算，从下一日（工作日期间从下一个工作日）起算。',
    inForceFrom: null,
    sources: ['S1', 'S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'CAL-02',
    cites: [['civil_code', '第二百零一条第二款'], ['civil_procedure', '第八十五条']],
    says: '按小时计算的，从约定或者规定的时刻起算；诉讼程序中的小时不算开始的那个小时。',
    inForceFrom: null,
    sources: ['S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'CAL-03',
    cites: [['civil_code', '第二百零二条']],
    says: '按月、年计算的，到期月的对应日为最后一日；没有对应日的，以月末日为最后一日。',
    inForceFrom: null,
    sources: ['S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'CAL-04',
    cites: [['civil_code', '第二百零三条'], ['civil_procedure', '第八十五条'], ['measures', '第四十五条']],
    says: '最后一日是法定休假日的，以休假日结束的次日为最后一日；投诉举报处理办法只写法定节假日，普通周末是否顺延不明确，两个日子都列出。',
    inForceFrom: null,
    sources: ['S1', 'S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'CAL-05',
    cites: [['holidays_2026', '']],
    says: '工作日是周一到周五，减去国务院公布的放假日，加上调休上班日。',
    inForceFrom: '2026-01-01', inForceUntil: '2026-12-31',
    sources: ['S8'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'CAL-06',
    cites: [['holidays', '第二条']],
    says: '2027 年的放假安排尚未公布，跨过 2026-12-31 的工作日期间只能估算；2027-01-01 是法定节假日。',
    inForceFrom: null,
    sources: ['S3', 'S8'], certainty: 'V', checkedOn: '2026-11-22',
  },
  {
    id: 'CAL-07',
    cites: [['civil_procedure', '第八十五条']],
    quote: '在期满前交邮的，不算过期',
    says: '诉讼文书在期满前交邮的，不算过期；只适用于诉讼程序。',
    inForceFrom: '2024-01-01',
    sources: ['S3'], certainty: 'V', checkedOn: '2026-11-22',
  },
];
