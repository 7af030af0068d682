import { expect, test } from 'vitest';
import { recordFact } from '../../src/casefile/facts.ts';
import { factsOf } from '../../src/clerk/intake/record-facts.ts';
import { confirmRead } from '../../src/cli/commands/new/questions.ts';
import type { Context } from '../../src/cli/context.ts';
import type { Fact } from '../../src/model/facts.ts';
import { addBytes, temporaryCase } from '../support/case.ts';

// A guess stood on the page, was said yes to with it, and was asked for again as the very next step.
test('a guess has a question of its own; what is asked anyway, or open between two, is not asked here', async () => {
  const file = temporaryCase();
  const exhibit = addBytes(file, '订单.png', Buffer.from('a'));
  const sources = [{ exhibit, reading: 1, place: { line: 1 } }] as never;
  const asOpen = (...values: string[]): Fact => ({
    value: '',
    status: 'conflict',
    sources: [],
    candidates: values.map((value) => ({ value, sources })),
  });
  file.write(() => {
    recordFact(file, 'orderNo', { value: 'KM2026102513201', status: 'read', sources });
    recordFact(file, 'account', asOpen('13143826408'));
    recordFact(file, 'merchant', asOpen('喵喵会员铺客服'));
    recordFact(file, 'tradeNo', asOpen('4200002871202611185530917264', '4200002871202611185530917261'));
  });
  const said: string[] = [];
  const prompter = {
    confirm: () => Promise.resolve(true),
    select: ({ message, choices }: { message: string; choices: { value: string }[] }) => {
      said.push(message);
      return Promise.resolve(choices[0]!.value);
    },
  };
  const context = {
    io: { say: (line: string) => said.push(line), width: { stderr: 80 }, color: { stderr: false } },
    prompter: () => Promise.resolve(prompter),
    now: () => '2026-11-22T10:00:00+08:00',
  };
  const kept = await confirmRead(context as unknown as Context, prompter as never, file);
  expect(said.filter((line) => line.includes('充值账号'))).toEqual([
    `充值账号：证据 ${exhibit} 像是 13*******08，对吗？`,
  ]);
  expect(said.join('\n')).not.toContain('喵喵会员铺客服');
  expect(kept).toEqual(['orderNo']);
  expect(factsOf(file)).toMatchObject({
    account: { value: '13143826408', status: 'confirmed' },
  });
});
