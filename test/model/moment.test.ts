import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  chinaDay,
  chinaMoment,
  daysBetween,
  epochOf,
  isDay,
  isMoment,
  monthEnd,
  nextHour,
  parseTime,
  showDay,
  showMoment,
  weekdayOf,
} from '../../src/model/moment.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const SECOND = 1000;
/** Any day of 1900 to 2199, spelt by its number since 1900-01-01 without the code under test. */
const days = fc
  .integer({ min: 0, max: 109_571 })
  .map((n) => new Date(Date.UTC(1900, 0, 1) + n * 86_400 * SECOND).toISOString().slice(0, 10));
/** Any second of 1992 to 2099. */
const epochs = fc
  .integer({ min: Date.UTC(1992, 0, 1) / SECOND, max: Date.UTC(2099, 11, 31) / SECOND })
  .map((seconds) => seconds * SECOND);
const offsets = fc
  .tuple(fc.integer({ min: -14, max: 14 }), fc.constantFrom(0, 30, 45))
  .map(([hours, minutes]) => ({ hours, minutes: Math.abs(hours) === 14 ? 0 : minutes }));

describe('a day', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2000-02-29', true],
    ['2100-02-29', false],
    ['1900-01-01', true],
    ['1899-12-31', false],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-10-00', false],
    ['2026-1-1', false],
    ['20260101', false],
    ['2026-W01', false],
    ['2026-01-01T00:00', false],
    [' 2026-01-01', false],
    ['', false],
  ])('%j exists: %s', (text, exists) => expect(isDay(text)).toBe(exists));

  it('n days on and n days back is the same day, and so far apart', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
        const there = addDays(day, n);
        expect(addDays(there, -n)).toBe(day);
        expect(daysBetween(day, there)).toBe(n);
        expect(daysBetween(there, day)).toBe(-n + 0);
      }),
    ));

  it('is before another in text as in time', () =>
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a === b ? 0 : a < b ? 1 : -1);
        expect(Math.sign(epochOf(b) - epochOf(a))).toBe(Math.sign(daysBetween(a, b)));
      }),
    ));

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -365, '2026-01-01'],
    // Clocks change in New York and did in China; Apia had no 30 December 2011.
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-11-01', 1, '2026-11-02'],
    ['2011-12-29', 1, '2011-12-30'],
    ['2011-12-30', 1, '2011-12-31'],
    ['1986-05-03', 1, '1986-05-04'],
    ['2026-10-01', 0, '2026-10-01'],
  ])('%s and %i days is %s', (day, n, there) => expect(addDays(day, n)).toBe(there));

  it('that is none is not reckoned with', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => monthEnd('gestern')).toThrow(RangeError);
    expect(daysBetween('2026-02-30', '2026-03-01')).toBeNaN();
    expect(epochOf('2026-02-30')).toBeNaN();
  });

  it.each([
    ['2026-02-01', '2026-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-04-15', '2026-04-30'],
    ['2026-12-31', '2026-12-31'],
  ])('the month of %s ends on %s', (day, end) => expect(monthEnd(day)).toBe(end));

  it('the day after the last of a month is the first of the next', () =>
    fc.assert(
      fc.property(days, (day) => {
        const end = monthEnd(day);
        expect(end.slice(0, 7)).toBe(day.slice(0, 7));
        expect(end >= day).toBe(true);
        expect(addDays(end, 1).slice(8)).toBe('01');
      }),
    ));

  it('is of a weekday, Monday the first', () => {
    expect(['2026-11-23', '2026-11-25', '2026-11-29', '2024-02-29'].map(weekdayOf)).toEqual([1, 3, 7, 4]);
    fc.assert(fc.property(days, (day) => void expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1)));
  });

  it('is shown as letters write it, and read back', () => {
    expect(showDay('2026-09-01')).toBe('2026年9月1日');
    expect(showDay('2026-12-31')).toBe('2026年12月31日');
    fc.assert(fc.property(days, (day) => void expect(parseTime(showDay(day))).toEqual({ day, zoned: false })));
  });
});

describe('a moment', () => {
  it.each([
    ['2026-09-01T17:39:39+08:00', true],
    ['2026-09-01T17:39+08:00', true],
    ['2026-09-01T09:39:39.123Z', true],
    ['2026-09-01T00:00:00-05:30', true],
    ['2026-09-01T23:59:59+14:00', true],
    ['2026-09-01T17:39:39', false],
    ['2026-09-01T24:00:00+08:00', false],
    ['2026-09-01T17:60:00+08:00', false],
    ['2026-09-01T17:39:60+08:00', false],
    ['2026-09-01T17:39:39+15:00', false],
    ['2026-09-01T17:39:39+08:60', false],
    ['2026-02-29T17:39:39+08:00', false],
    ['2026-09-01 17:39:39+08:00', false],
    ['2026-09-01', false],
  ])('%j is one: %s', (text, is) => expect(isMoment(text)).toBe(is));

  it('of any second is written in China time and read back', () =>
    fc.assert(
      fc.property(epochs, (epoch) => {
        const at = chinaMoment(epoch);
        expect(isMoment(at)).toBe(true);
        expect(epochOf(at)).toBe(epoch);
        expect(chinaDay(at)).toBe(at.slice(0, 10));
        expect(showMoment(at)).toBe(at.slice(0, 19).replace('T', ' '));
      }),
    ));

  it('is the same in whatever zone it is written', () =>
    fc.assert(
      fc.property(epochs, offsets, (epoch, { hours, minutes }) => {
        const sign = hours < 0 ? -1 : 1;
        const shift = (Math.abs(hours) * 60 + minutes) * sign * 60 * SECOND;
        const zone = `${sign < 0 ? '-' : '+'}${two(Math.abs(hours))}:${two(minutes)}`;
        const there = `${new Date(epoch + shift).toISOString().slice(0, 19)}${zone}`;
        expect(isMoment(there)).toBe(true);
        expect(chinaMoment(epochOf(there))).toBe(chinaMoment(epoch));
        expect(chinaDay(there)).toBe(chinaDay(chinaMoment(epoch)));
      }),
    ));

  it('of a day is its midnight in China, which is the day before in UTC', () => {
    expect(chinaMoment(epochOf('2026-10-01'))).toBe('2026-10-01T00:00:00+08:00');
    expect(chinaDay('2026-09-30T16:00:00Z')).toBe('2026-10-01');
    expect(chinaDay('2026-09-30T15:59:59Z')).toBe('2026-09-30');
    expect(chinaDay('2026-12-31T12:00:00-05:00')).toBe('2027-01-01');
    expect(chinaDay('2026-10-01')).toBe('2026-10-01');
  });

  it('shows seconds only when it has them', () => {
    expect(showMoment('2026-09-01T17:39+08:00')).toBe('2026-09-01 17:39');
    expect(showMoment('2026-09-01T17:39:00+08:00')).toBe('2026-09-01 17:39:00');
    expect(showMoment('2026-09-01T09:39Z')).toBe('2026-09-01 17:39');
    expect(showMoment('2026-09-01')).toBe('2026-09-01');
  });

  it('that is none gives no number, and no text', () => {
    for (const text of ['', '昨天', '2026-02-30T10:00:00Z', '2026-01-01T25:00:00Z']) expect(epochOf(text)).toBeNaN();
    expect(() => chinaMoment(Number.NaN)).toThrow(RangeError);
    expect(() => showMoment('昨天')).toThrow(RangeError);
  });

  it('some hours on is to the second', () => {
    expect(addHours('2026-02-28T23:30:00+08:00', 24)).toBe('2026-03-01T23:30:00+08:00');
    expect(addHours('2026-11-01T00:00:00-04:00', 24)).toBe('2026-11-02T12:00:00+08:00');
    expect(addHours('2026-10-01', 20 + 7 / 60)).toBe('2026-10-01T20:07:00+08:00');
    expect(addHours('2026-10-01', 24)).toBe('2026-10-02T00:00:00+08:00');
    fc.assert(
      fc.property(epochs, fc.integer({ min: -100_000, max: 100_000 }), (epoch, minutes) => {
        const there = addHours(chinaMoment(epoch), minutes / 60);
        expect(epochOf(there) - epoch).toBe(minutes * 60 * SECOND);
      }),
    );
  });

  it('the next full hour lies ahead, by an hour at most', () => {
    expect(nextHour('2026-10-01T17:59:59+08:00')).toBe('2026-10-01T18:00:00+08:00');
    expect(nextHour('2026-10-01T18:00:00+08:00')).toBe('2026-10-01T19:00:00+08:00');
    expect(nextHour('2026-10-01T23:10+08:00')).toBe('2026-10-02T00:00:00+08:00');
    fc.assert(
      fc.property(epochs, (epoch) => {
        const next = nextHour(chinaMoment(epoch));
        expect(next).toMatch(/T\d\d:00:00\+08:00$/);
        expect(epochOf(next) - epoch).toBeGreaterThan(0);
        expect(epochOf(next) - epoch).toBeLessThanOrEqual(60 * 60 * SECOND);
      }),
    );
  });
});

describe('what people write as a time', () => {
  it.each([
    ['2026-09-01', '2026-09-01', undefined, false],
    ['2026/9/1 17:39', '2026-09-01', '2026-09-01T17:39+08:00', false],
    ['2026.9.1', '2026-09-01', undefined, false],
    ['2026年10月14日 14:43:52', '2026-10-14', '2026-10-14T14:43:52+08:00', false],
    ['2026年10月14日14时43分', '2026-10-14', '2026-10-14T14:43+08:00', false],
    ['２０２６年９月１日 ７：０５', '2026-09-01', '2026-09-01T07:05+08:00', false],
    ['2026-09-01T17:39:39+08:00', '2026-09-01', '2026-09-01T17:39:39+08:00', true],
    ['2026-09-01T17:39:39.250-0530', '2026-09-01', '2026-09-01T17:39:39-05:30', true],
    ['2026-09-01T09:39Z', '2026-09-01', '2026-09-01T09:39Z', true],
    ['  2026-09-01 00:00  ', '2026-09-01', '2026-09-01T00:00+08:00', false],
  ])('%j', (text, day, moment, zoned) => expect(parseTime(text)).toEqual({ day, ...(moment && { moment }), zoned }));

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-09-01 24:00',
    '2026-09-01 17:60',
    '2026-09-01 17',
    '26-09-01',
    '9月1日',
    '2026-09-01 17:39 或者',
    '昨天',
    '',
  ])('%j is no time', (text) => expect(parseTime(text)).toBeUndefined());

  it('reads back what is shown, in any way of writing', () =>
    fc.assert(
      fc.property(epochs, fc.constantFrom('-', '/', '.'), (epoch, mark) => {
        const at = chinaMoment(epoch);
        const [day, clock] = showMoment(at).split(' ') as [string, string];
        expect(parseTime(`${day.replaceAll('-', mark)} ${clock}`)).toEqual({ day, moment: at, zoned: false });
        expect(parseTime(at)).toEqual({ day, moment: at, zoned: true });
      }),
    ));

  it('never throws, and what it gives exists', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?( \d{1,2}[:：]\d{1,2})?$/)),
        (text) => {
          const time = parseTime(text);
          if (!time) return;
          expect(isDay(time.day)).toBe(true);
          if (time.moment !== undefined) expect(isMoment(time.moment)).toBe(true);
        },
      ),
    ));
});
