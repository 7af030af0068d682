import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/words/answers/read-answer.ts';
import { lookAgainOn, questionsFor, SUPERVISOR } from '../../src/law/route/questions.ts';

const AT = '2026-11-18T10:00:00+08:00';
// 12315 promised a part, and was to be asked for its written refusal.
it('asks for no refusal in writing where the buyer heard a promise', () => {
  const said = '商家同意先退60元，三天内到账，剩下的他们不同意退';
  expect(readAnswer(said, AT).refusal).toBe(true);
  const asked = (result: 'promise' | 'refused'): string =>
    questionsFor(readAnswer(said, AT), { channel: 'regulator', result }).join();
  expect(asked('refused')).toContain('请出具书面的不予受理');
  expect(asked('promise')).not.toContain('不予受理');
});

const ask = (said: string, more: object = {}) => questionsFor(readAnswer(said, AT), { channel: 'platform', ...more });

describe('what to ask back', () => {
  it('asks a vague answer by when, who and how to look it up', () => {
    const questions = ask('尽快处理');
    expect(questions).toHaveLength(3);
    expect(questions[0]).toContain('哪一天');
    expect(questions[1]).toContain('工号');
    expect(questions[2]).toContain('编号');
  });
  it('does not ask what the contact already says', () => {
    expect(ask('尽快处理', { with: '客服 1024', reference: 'T1' })).toHaveLength(1);
    expect(ask('48小时内答复', { with: '客服 1024' }).join('')).not.toContain('哪一天');
  });
  it('asks a promise without a day for its day', () => {
    expect(ask('会给您退款的')[0]).toContain('最晚哪一天');
  });
  it('asks a refusal for its rule and a review, an office for its paper', () => {
    expect(ask('不予退款').join('')).toContain('哪一条规则');
    expect(ask('不予退款').at(-1)).toBe(SUPERVISOR);
    expect(ask('不予立案', { channel: 'police' }).join('')).toContain('不予立案通知书');
    expect(ask('不予受理', { channel: 'regulator' }).join('')).toContain('书面');
  });
  it('asks nothing once it is settled', () => {
    expect(ask('已退款')).toEqual([]);
  });
  it('looks again two days on, today when that has passed', () => {
    expect(lookAgainOn({ at: AT }, '2026-11-18')).toBe('2026-11-20');
    expect(lookAgainOn({ at: AT }, '2026-11-25')).toBe('2026-11-25');
  });
});
