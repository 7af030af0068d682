import { describe, expect, it } from 'vitest';
import { complains, disputeOf, saysFailure } from '../../src/reading/layouts/troubles.ts';
import { SAID, TROUBLE_HEARING } from '../../src/reading/troubles/judge.ts';
import { signsOf } from '../../src/reading/troubles/signs.ts';
import { troubleJudge } from '../../src/reading/troubles/weights.ts';
import { Judge, judgeBytes } from '../../src/words/judge.ts';
import { examplesIn, learningExamples } from '../troubles/examples.ts';

const measured = [...examplesIn('held.tsv'), ...examplesIn('later.tsv')];

describe('what a sentence says is wrong', () => {
  it('is learnt of other sentences than it is measured with', () => {
    const bare = (text: string): string => text.replace(/\s/g, '');
    const learnt = new Set(learningExamples().said.map(({ text }) => bare(text)));
    expect(measured.filter(({ text }) => learnt.has(bare(text)))).toEqual([]);
    expect(measured.length).toBeGreaterThan(500);
  });

  it('is stated rarely where it is not so, and asked rather than stated where it may be', () => {
    const heard = measured.map((example) => ({ example, trouble: disputeOf(example.text) }));
    const wrong = measured.filter(({ says }) => !says.includes('none')).length;
    const right = (by: string): number =>
      heard.filter(({ example, trouble }) => trouble?.by === by && example.says.includes(trouble.dispute)).length;
    const all = (by: string): number => heard.filter(({ trouble }) => trouble?.by === by).length;
    expect(right('sentence') / all('sentence')).toBeGreaterThan(0.96);
    expect(right('guess') / all('guess')).toBeGreaterThan(0.6);
    expect((right('sentence') + right('guess')) / wrong).toBeGreaterThan(0.75);
  });

  it('is heard again in what it was learnt from', () => {
    const own = examplesIn('learn.tsv').filter((_, i) => i % 5 === 0);
    const judge = troubleJudge();
    const right = own.filter(({ says, text }) => {
      const sure = judge.judge(text);
      return says.includes(SAID.reduce((best, kind) => (sure[kind] > sure[best] ? kind : best)));
    });
    expect(right.length / own.length).toBeGreaterThan(0.95);
  });

  it.each([
    ['not_delivered', '钱上午就付了，那边到这会儿一个豆子都没给我加'],
    ['card_invalid', '柜台扫了半天，说这张早让人核销掉了'],
    ['account_banned', '前一个机主把密码给改了，我现在登不上去'],
    ['not_as_described', '标的是一整年，打开一看就给了三个月'],
    ['card_invalid', 'The serial you entered has alreadybeenactivated'],
    ['account_banned', '您的帳號因違反規定已遭停權'],
  ])('is %s: %s', (dispute, text) => {
    expect(disputeOf(text)?.dispute).toBe(dispute);
    expect(saysFailure(text)).toBe(true);
  });

  it.each([
    '要是过两天登不上去了你们管不管',
    '亲，是提示密码错误还是提示已经被使用呢',
    '兑换券过期作废，请在有效期内使用',
    '到了到了，谢谢老板',
    'Each code can be redeemed only once',
  ])('is nothing: %s', (text) => {
    expect(complains(text)).toBeLessThan(0.6);
    expect(disputeOf(text)?.by).not.toBe('sentence');
  });

  it('is one thing whatever its width, its case, its spaces and its number', () => {
    const same = ['CDK 兑换失败，订单 8812', 'cdk兑换失败,订单 71', 'ＣＤＫ兑换失败，订单990021'];
    const [first, ...others] = same.map((text) => [...signsOf(text)].toSorted((a, b) => a - b));
    for (const other of others) expect(other).toEqual(first);
    expect([...signsOf('')].length).toBeGreaterThan(0);
  });

  it('needs all of its weights', () => {
    const bytes = judgeBytes(TROUBLE_HEARING);
    expect(() => new Judge(TROUBLE_HEARING, new Uint8Array(bytes - 1))).toThrow('weights of troubles');
    expect(bytes).toBeLessThan(300_000);
    const sure = troubleJudge().judge('什么都没有');
    expect(SAID.reduce((sum, kind) => sum + sure[kind], 0)).toBeCloseTo(1);
  });
});
