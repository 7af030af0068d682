import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, isMoment } from '../../../src/model/moment.ts';
import type { AnswerReading } from '../../../src/model/contact.ts';
import { readAnswer } from '../../../src/words/answers/read-answer.ts';
import { type AnswerRow, OFFICE_ANSWERS, SAID_AT, SHOP_ANSWERS } from '../../golden/answers/answers.ts';
import { MORE_ANSWERS } from '../../golden/answers/colloquial.ts';
import { THIRD_ANSWERS } from '../../golden/answers/third.ts';
import { FOURTH_ANSWERS } from '../../golden/answers/fourth.ts';
import { FIFTH_ANSWERS } from '../../golden/answers/fifth.ts';
import { SIXTH_ANSWERS } from '../../golden/answers/sixth.ts';
import { SEVENTH_ANSWERS } from '../../golden/answers/seventh.ts';

/** The parts of a reading that a row says. */
function seen(reading: AnswerReading): string {
  const parts = [
    reading.vague ? 'V' : '',
    reading.refusal ? 'R' : '',
    reading.promise ? 'P' : '',
    reading.settled ? 'S' : '',
  ].filter(Boolean);
  // A promise without a day still lets the speaker off; the day decides.
  if (parts.join('+') === 'V+P') return 'P';
  return parts.join('+') || '-';
}

function wrong([said, is, detail]: AnswerRow): string | undefined {
  const reading = readAnswer(said, SAID_AT);
  // What the judge doubts is asked, and stated by nobody.
  if (reading.doubted) return undefined;
  const got = `${seen(reading)} ${reading.ground ?? ''} ${reading.promise?.by ?? ''}`;
  if (seen(reading) !== is) return `${said} → ${got}, not ${is}`;
  if (is === 'R' && detail !== undefined && reading.ground !== detail) return `${said} → ${got}, not ${detail}`;
  if ((is === 'P' || is === 'R+P') && detail !== undefined && (reading.promise?.by ?? null) !== detail)
    return `${said} → ${got}, not ${detail}`;
  return undefined;
}

describe.each([
  ['shops and platforms', SHOP_ANSWERS],
  ['offices', OFFICE_ANSWERS],
  ['anybody', MORE_ANSWERS],
  ['people in a third set', THIRD_ANSWERS],
  ['people in a fourth set', FOURTH_ANSWERS],
  ['people in a fifth set', FIFTH_ANSWERS],
  ['people in a sixth set', SIXTH_ANSWERS],
  ['people in a seventh set', SEVENTH_ANSWERS],
] as const)('what %s say', (name, rows) => {
  it('is read for what it is', () => {
    const mistakes = rows.map(wrong).filter((one) => one !== undefined);
    console.log(`answers of ${name}: ${rows.length - mistakes.length} of ${rows.length} read right`);
    expect(mistakes).toEqual([]);
    const doubted = rows.filter(([said]) => readAnswer(said, SAID_AT).doubted);
    expect(doubted.length / rows.length).toBeLessThan(0.05);
  });
});

describe('the time of a promise', () => {
  const by = (said: string, at: string) => readAnswer(said, at).promise?.by;
  it.each([
    // The National Day holiday of 2026 is no working time, the Saturday after it is.
    ['三个工作日内退款', '2026-09-30', '2026-10-10'],
    ['3个工作日内退款', '2026-09-30T17:00:00+08:00', '2026-10-10'],
    ['1个工作日内处理', '2026-02-13', '2026-02-14'],
    ['48小时内退款', '2026-12-31T23:30:00+08:00', '2027-01-02T23:30:00+08:00'],
    ['48小时内退款', '2026-11-18', '2026-11-20'],
    ['明天退款', '2026-02-28', '2026-03-01'],
    ['月底退款', '2026-02-10', '2026-02-28'],
    ['一个月内退款', '2026-01-31', '2026-02-28'],
    // Said on a Friday it may be today or a week ahead.
    ['周五前退款', '2026-11-20', null],
    ['周五前退款', '2026-11-21', '2026-11-27'],
    ['下周五前退款', '2026-11-20', '2026-11-27'],
    ['1月5日前退款', '2026-12-20', '2027-01-05'],
    ['5号前退款', '2026-11-18', '2026-12-05'],
    // Said in New York; the day is China's.
    ['明天退款', '2026-11-18T23:00:00-05:00', '2026-11-20'],
    ['2小时内退款', '2026-11-18T23:00:00-05:00', '2026-11-19T14:00:00+08:00'],
  ])('%s, said %s, is by %s', (said, at, expected) => {
    expect(by(said, at)).toBe(expected);
  });
  it.each([
    '超过48小时不退款',
    '等了3天了还没退款',
    '您9月1日的订单已经退款',
    '客服24小时在线处理',
    '不能保证48小时内退款',
    '请您在48小时内提供退款凭证',
    '付款后24小时内可以申请退款',
    '2月30日前退款',
  ])('%s names no time that binds', (said) => expect(readAnswer(said, SAID_AT).promise?.by ?? null).toBeNull());
});

describe('what is not to be taken for its contrary', () => {
  it.each([
    '不是不退',
    '没说不给退',
    '不会不处理的',
    '能不能退您说了不算吗？',
    '您是要退款吗？',
    '如果超过48小时没有反馈将不予受理',
    '不影响您退款',
    '不用退货，直接退款',
    '无法登录的话请截图',
  ])('%s is no refusal', (said) => expect(readAnswer(said, SAID_AT).refusal).toBe(false));
  it.each([
    '未退款',
    '还没有退款',
    '退款申请已提交',
    '退款成功后会通知您',
    '等商家退款成功',
    '是否已退款？',
    '如果已退款请忽略',
    '退款失败',
    '已通知商家退款',
    '已同意退款',
    '预计明天退款成功',
    '请问退款到账了吗',
  ])('%s is not settled', (said) => expect(readAnswer(said, SAID_AT).settled).toBe(false));
  it('leaves out the buyer’s own lines', () => {
    expect(readAnswer('我：不退我就投诉\n客服：已退款，请查收', SAID_AT)).toMatchObject({
      refusal: false,
      settled: true,
    });
  });
  it('says nothing of nothing', () => {
    for (const empty of ['', '  ', '。。。', '🙏🙏', '\u200b']) {
      expect(readAnswer(empty, SAID_AT)).toEqual({
        vague: false,
        refusal: false,
        promise: null,
        settled: false,
        claimed: false,
      });
    }
  });
});

describe('any text', () => {
  it('is read without falling over, and is never both vague and definite', () => {
    const words = [
      '退款',
      '不',
      '已',
      '48小时',
      '内',
      '吗',
      '，',
      '。',
      '超过',
      '明天',
      '31号',
      '99月99日',
      '请您',
      '如果',
      '13点',
      '半',
      '周',
      '八',
      '\u{1f64f}',
      'h',
      ' ',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((some) => some.join('')),
        ),
        (text) => {
          const reading = readAnswer(text, SAID_AT);
          expect(reading.vague && (reading.refusal || reading.settled)).toBe(false);
          expect(reading.settled && reading.promise !== null).toBe(false);
          const by = reading.promise?.by;
          if (by) expect(isDay(by) || isMoment(by), by).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('long input', () => {
  // Words that a rule repeats without a bound, and that it could cut in more ways than one: each sign doubled the time.
  it.each([
    ['a number of a transaction', '420000234520251109123456789012'],
    ['a promise and a number', `同意${'12'.repeat(30)}`],
    ['an address of many words', `抱歉${'亲'.repeat(26)}没有`],
    ['a wish for many', `祝${'亲'.repeat(26)}没有`],
    ['a name said again and again', `${'客服'.repeat(26)}没有`],
  ])('%s is read at once', (_name, text) => {
    const start = process.cpuUsage();
    readAnswer(text, SAID_AT);
    const { user } = process.cpuUsage(start);
    expect(user / 1_000).toBeLessThan(500);
  });

  it.each([
    ['a chat without an end', '我们会尽快处理的，请您耐心等待。不是不退，48小时内答复！\n'],
    ['one word without a stop', '不能给为帮对予以'],
    ['digits', '1234567890'],
    ['one sign', '已'],
    ['blanks', ' \t'],
    ['dots', '.'],
    ['question marks', '?能不能'],
  ])('%s of 200000 signs is read to its end', (_name, unit) => {
    // What grows with the square of the length would take minutes here; npm run bench:reading gives the times.
    expect(readAnswer(unit.repeat(Math.ceil(200_000 / unit.length)), SAID_AT)).toMatchObject({
      vague: expect.any(Boolean),
    });
  });
});
