import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { recordFact } from '../../src/casefile/facts.ts';
import { outcomeWords } from '../../src/clerk/cases/contact-words.ts';
import { logContact } from '../../src/clerk/cases/log-contact.ts';
import { snapshotOf } from '../../src/clerk/cases/snapshot.ts';
import { deadlinesOf } from '../../src/law/deadlines/deadlines.ts';
import { caseFilings } from '../../src/law/route/situation-of.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import { composeLetter } from '../../src/letters/compose.ts';
import { readAnswer } from '../../src/words/answers/read-answer.ts';
import { promisesInTalk } from '../../src/words/promises-in-talk.ts';
import { temporaryCase } from '../support/case.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const OFFER = '这边给您申请部分退款200元，您看可以吗？同意的话今天就给您退';

function withAnswer(said: string): CaseFile {
  const file = temporaryCase();
  const known = {
    dispute: 'card_invalid',
    platform: '橙子卡券',
    product: '季卡',
    orderNo: 'QK20261101',
    merchant: '晴空数码小铺',
    amount: '615.00',
    paidAt: '2026-11-01',
  };
  for (const [key, value] of Object.entries({ ...known, demand: 'refund' }))
    recordFact(file, key as 'dispute', { value, status: 'given', sources: [] });
  logContact(file, { channel: 'merchant', filedOn: '2026-11-12', exhibits: [] });
  logContact(file, { channel: 'merchant', said, at: '2026-11-14T19:30:00+08:00', exhibits: [] });
  return file;
}

const letterOf = async (file: CaseFile): Promise<string> =>
  (await composeLetter({ snapshot: snapshotOf(file), document: 'platform', templatesDir, no: 1 })).text;

// A buyer who never said yes had a letter that called the day of the offer a broken promise.
test('an offer that hangs on the buyer’s own word binds nobody: no day runs, and no letter calls it broken', async () => {
  const file = withAnswer(OFFER);
  const { contacts } = snapshotOf(file);
  expect(contacts[1]).toMatchObject({ result: 'promise', reading: { promise: { if: '同意的话', offer: true } } });
  expect(contacts[1]!.promisedBy).toBeUndefined();
  expect(outcomeWords(contacts[1]!)).toBe('提出了条件');
  expect(deadlinesOf(snapshotOf(file)).filter(({ what }) => what.includes('承诺'))).toEqual([]);
  expect(caseFilings(snapshotOf(file))[0]!.promisedOn).toBeUndefined();
  // What there is to do about it is to say yes or no.
  expect(nextSteps(snapshotOf(file)).map(({ action }) => action)).toContain(
    '想好接不接受商家提的条件，回一句话，再记下来：kameng followup --channel merchant',
  );
  const letter = await letterOf(file);
  expect(letter).toContain(OFFER);
  expect(letter).not.toMatch(/期限为|期限已过/);
});

test('in a chat neither an offer nor a protection that was not bought is a promise', () => {
  const said = (text: string) => promisesInTalk([{ side: 'other', at: '2026-11-14T19:30:00+08:00', text }]);
  expect(said('可以给您退30，您看行吗，行的话今天给您转')).toEqual([]);
  expect(said('您未购买包赔服务，平台无法赔付，建议您自行与卖家协商')).toEqual([]);
  expect(said('质保30天，掉了包补')).toHaveLength(1);
});

test('a promise without such a condition still binds', async () => {
  const file = withAnswer('好的，今天就给您退');
  expect(snapshotOf(file).contacts[1]!.promisedBy).toBe('2026-11-14');
  expect(await letterOf(file)).toContain('承诺的期限已过');
});

test.each([
  ['您接受的话我现在就给您退一半', true],
  ['如果您同意部分退款，我们48小时内处理', true],
  ['你撤诉的话我明天给你退', true],
  ['协商一致后3个工作日内退款', true],
  ['商家同意退款后3个工作日到账', undefined],
  ['如果48小时没到账，我们全额退', undefined],
  ['可以的话请提供截图', undefined],
])('%s: an offer? %s', (said, offer) =>
  expect(readAnswer(said, '2026-11-14T19:30:00+08:00').promise?.offer).toBe(offer),
);
