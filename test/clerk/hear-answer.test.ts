import { expect, test } from 'vitest';
import { hear, howAnswered } from '../../src/clerk/cases/hear-answer.ts';

const AT = '2026-09-22T09:30:00+08:00';

// 12315 told that the shop would pay a part in three days: it went down as a refusal of 12315, and nothing was asked.
test('a part that is promised where the rest is refused is asked about', () => {
  expect(howAnswered('商家同意先退60元，三天内到账，剩下的他们不同意退', AT)).toEqual({ open: true, both: true });
  expect(howAnswered('不同意退款', AT)).toEqual({ open: false, both: false });
  expect(howAnswered('三天内退款到账', AT)).toEqual({ open: false, both: false });
});

// A court that had taken the case up and set a day was asked who answers for its promise.
test('what an office takes up is taken up, and a court promises nothing', () => {
  const said = '已立案，案号（2026）陕0113民初12345号，10月20日上午9点开庭';
  expect(hear({ said, channel: 'court' }, AT).takenUp).toBe(true);
  expect(howAnswered(said, AT, 'court').open).toBe(false);
  expect(hear({ said: '您的投诉已受理', channel: 'regulator' }, AT).takenUp).toBe(true);
  for (const open of ['请等法院决定立案', '是否已受理还要再看', '不予受理'])
    expect(hear({ said: open, channel: 'court' }, AT).takenUp, open).toBe(false);
  expect(hear({ said: '您的投诉已受理', channel: 'platform' }, AT).takenUp).toBe(false);
});

// A wait was a promise of a day; what the judge doubts is asked, and counts with its day when the buyer says so.
test('what is doubted is asked about, and is what the buyer says it was', () => {
  expect(hear({ said: '请再耐心等待24小时' }, AT).reading).toMatchObject({ promise: null, vague: true });
  const said = '上游说48小时内给结果，我收到了就同步你';
  expect(howAnswered(said, AT).open).toBe(true);
  expect(hear({ said }, AT).reading).toMatchObject({ promise: null, doubted: true });
  expect(hear({ said, result: 'promise' }, AT).reading.promise?.by).toBe('2026-09-24T09:30:00+08:00');
});

test('the part that came back, and what only depends, is suggested and states nothing', () => {
  const part = hear({ said: '先给你退了20，剩下的月底再说' }, AT).reading;
  expect(part).toMatchObject({ settled: false, like: 'part' });
  expect(howAnswered('先给你退了20，剩下的月底再说', AT)).toMatchObject({ open: true, like: 'partly' });
  expect(howAnswered('退一半已经打给你了，其余的真没有', AT)).toMatchObject({ open: true, like: 'partly' });
  expect(hear({ said: '我没答应过今天退你' }, AT).reading).toMatchObject({ promise: null });
});

// 12315 told what the shop said, and the case went on as if 12315 had not taken the complaint up.
test('the no of the seller that an office tells is the end of a mediation', () => {
  const said = '卖家那边不肯退，你可以去法院起诉';
  expect(hear({ said, channel: 'regulator' }, AT).reading).toMatchObject({
    refusal: true,
    ground: 'mediation_refused',
  });
  expect(hear({ said, channel: 'platform' }, AT).reading.ground).not.toBe('mediation_refused');
  expect(hear({ said: '我局不予受理', channel: 'regulator' }, AT).reading.ground).not.toBe('mediation_refused');
});
