import { type Day } from '../model/moment.ts';

/** The State Council's arrangement for one year. */
interface YearArrangement {
  year: number;
  /** The rule that carries it. */
  rule: string;
  url: string;
  /** First and last day off of each holiday. */
  holidays: readonly (readonly [first: Day, last: Day])[];
  /** Saturdays and Sundays that are worked (调休). */
  workdays: readonly Day[];
}

/**
 * Years whose arrangement is known. A year that is not here has no calendar:
 * its working days are Monday to Friday at best, and every count through it is
 * marked uncertain.
 */
export const ARRANGEMENTS: readonly YearArrangement[] = [
  {
    year: 2026,
    rule: 'CAL-05',
    url: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    holidays: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

/** Statutory holidays known for years without an arrangement (CAL-06). */
export const KNOWN_HOLIDAYS: readonly Day[] = ['2027-01-01'];
