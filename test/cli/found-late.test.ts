import { expect, test } from 'vitest';
import { addReading } from '../../src/casefile/readings.ts';
import { reconcileFacts } from '../../src/clerk/intake/reconcile-facts.ts';
import { factsOf } from '../../src/clerk/intake/record-facts.ts';
import { askFact } from '../../src/cli/ask-fact.ts';
import type { Context } from '../../src/cli/context.ts';
import { exhibit } from '../agreement/an-exhibit.ts';
import { addBytes, temporaryCase } from '../support/case.ts';

/** Asks when the trouble was found, of a case whose talk complains of it on 6 November. */
async function found(answers: string[], choice: string): Promise<{ asked: string[]; failedAt: string | undefined }> {
  const file = temporaryCase();
  const messages = [
    { side: 'buyer' as const, at: '2026-11-06T16:16+08:00', text: '账号异常，麻烦处理' },
    { side: 'other' as const, at: '2026-11-06T20:51+08:00', text: '稍等' },
  ];
  const talk = addBytes(file, 'talk.png', new Uint8Array([1]));
  const [heard] = exhibit(talk, 'chat', { dispute: 'account_banned' }).reading.fields;
  const fields = [{ ...heard!, text: '账号异常' }];
  file.write(() => addReading(file, talk, exhibit(talk, 'chat', {}, { messages, fields }).reading));
  reconcileFacts(file);
  const asked: string[] = [];
  const prompter = {
    input: () => Promise.resolve(answers.shift() ?? ''),
    select: ({ message, choices }: { message: string; choices: { value: string }[] }) => {
      asked.push(message);
      return Promise.resolve(message.includes('才发现的吗') ? choice : choices[0]!.value);
    },
  };
  const context = { interactive: true, prompter: () => Promise.resolve(prompter), now: () => file.now() };
  await askFact(context as unknown as Context, file, 'failedAt', { optional: true });
  return { asked: asked.filter((message) => message.includes('才发现的吗')), failedAt: factsOf(file).failedAt?.value };
}

// A day later than one's own complaint stood in the letter below "提出上述问题".
test('a time after his own complaint is asked about and can be typed again', async () => {
  expect(await found(['2026-11-20', '2026-11-06 16:00'], 'again')).toEqual({
    asked: ['证据 1 里，2026-11-06 16:16 你已经在说有问题了。真是 2026-11-20 才发现的吗？'],
    failedAt: '2026-11-06T16:00+08:00',
  });
});
test('it stands when it is meant', async () => {
  expect((await found(['2026-11-20'], 'keep')).failedAt).toBe('2026-11-20');
});
test('the same day is not asked about', async () => {
  expect(await found(['2026-11-06'], 'again')).toEqual({ asked: [], failedAt: '2026-11-06' });
});
