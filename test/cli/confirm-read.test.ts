import { expect, test } from 'vitest';
import { recordFact } from '../../src/casefile/facts.ts';
import { factsOf } from '../../src/clerk/intake/record-facts.ts';
import { confirmRead } from '../../src/cli/commands/new/questions.ts';
import type { Context } from '../../src/cli/context.ts';
import type { Prompter } from '../../src/cli/prompter.ts';
import { addBytes, temporaryCase } from '../support/case.ts';

// A guess on the page was shown, said yes to, and then asked for again as the very next step.
test('a yes to a page is a yes to the guess on it; what two readings leave open stays open', async () => {
  const file = temporaryCase();
  const exhibit = addBytes(file, '订单.png', Buffer.from('a'));
  const sources = [{ exhibit, reading: 1, place: { line: 1 } }] as never;
  file.write(() => {
    recordFact(file, 'orderNo', { value: 'KM2026102513201', status: 'read', sources });
    const guessed = [{ value: '13143826408', sources }];
    recordFact(file, 'account', { value: '', status: 'conflict', sources: [], candidates: guessed });
    const open = ['96.50', '98.50'].map((value) => ({ value, sources }));
    recordFact(file, 'amount', { value: '', status: 'conflict', sources: [], candidates: open });
  });
  const said: string[] = [];
  const io = { say: (line: string) => said.push(line), width: { stderr: 80 }, color: { stderr: false } };
  const prompter = { confirm: () => Promise.resolve(true) };
  const kept = await confirmRead({ io } as unknown as Context, prompter as unknown as Prompter, file);
  expect(said.join('\n')).toMatch(/充值账号.*像是 13\*+08.*待确认/);
  expect(kept.toSorted()).toEqual(['account', 'orderNo']);
  expect(factsOf(file)).toMatchObject({
    account: { value: '13143826408', status: 'confirmed' },
    orderNo: { status: 'confirmed' },
    amount: { status: 'conflict' },
  });
});
