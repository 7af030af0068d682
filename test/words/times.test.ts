import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCovered, isWorkday } from '../../src/calendar/calendar.ts';
import { addDays, chinaDay, chinaMoment, epochOf, isDay, isMoment } from '../../src/model/moment.ts';
import { chineseNumeral } from '../../src/model/numeral.ts';
import { timesIn } from '../../src/words/times.ts';

const FIRST = epochOf('2026-01-01');
const moments = fc.integer({ min: 0, max: 500 * 24 * 60 }).map((minutes) => chinaMoment(FIRST + minutes * 60_000));
const WORDS = [
  '三个工作日内',
  '两三天',
  '半个月内',
  '一个半月内',
  '月底前',
  '下月初',
  '周五前',
  '下周一',
  '本周内',
  '明早8点',
  '今晚12点前',
  '下午3点前',
  '七点左右',
  '25号前',
  '1月5日前',
  '节后第一个工作日',
  '国庆后',
  '春节前',
  '年底',
  't+3',
];

describe('a time that is named', () => {
  it('is a day or a moment that exists, on the day it was said or later', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), moments, (words, at) => {
        for (const { by } of timesIn(words, at)) {
          if (by === null) continue;
          expect(isDay(by) || isMoment(by)).toBe(true);
          expect(chinaDay(by) >= chinaDay(at)).toBe(true);
        }
      }),
    );
  });

  it('in working days has as many of them behind it, or no end where the calendar does not reach', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), moments, (n, at) => {
        const [time] = timesIn(`${chineseNumeral(n)}个工作日内`, at);
        let left = n;
        let day = chinaDay(at);
        while (left > 0 && isCovered(day)) {
          day = addDays(day, 1);
          if (isWorkday(day)) left -= 1;
        }
        expect(time!.by).toBe(left === 0 && isCovered(day) && isCovered(chinaDay(at)) ? day : null);
      }),
    );
  });

  it('in days and hours is that far ahead, in digits as in numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), moments, (n, at) => {
        for (const words of [String(n), chineseNumeral(n)]) {
          expect(timesIn(`${words}天内`, at)[0]!.by).toBe(addDays(chinaDay(at), n));
          expect(timesIn(`${words}小时内`, at)[0]!.by).toBe(chinaMoment(epochOf(at) + n * 3_600_000));
        }
      }),
    );
  });
});

describe('no time to keep', () => {
  it.each([
    '已经等了三天',
    '三天前已退款',
    '24小时在线',
    '七天无理由',
    '三个月内被找回全额退',
    '昨天',
    '超过48小时',
    '细节后',
  ])('is %s', (words) => expect(timesIn(words, '2026-11-17')).toEqual([]));
});
