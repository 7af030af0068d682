import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { freezeLetter, getLetter } from '../../src/casefile/letters.ts';
import { giveFact } from '../../src/clerk/intake/record-facts.ts';
import { editLetter, writeLetter } from '../../src/clerk/letters/write-letter.ts';
import type { FactKey } from '../../src/model/facts.ts';
import { temporaryCase } from '../support/case.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const request = { formats: ['txt'] as const, templatesDir };

const FACTS: Partial<Record<FactKey, string>> = {
  dispute: 'card_invalid',
  platform: '九州数卡',
  merchant: '青柠网络',
  product: '月卡',
  amount: '96.50',
  paidAt: '2026-09-01',
  orderNo: 'KM20260901',
  demand: 'refund',
};

function caseWithFacts(): CaseFile {
  const file = temporaryCase();
  for (const [key, value] of Object.entries(FACTS)) giveFact(file, key as FactKey, value);
  return file;
}

test('an edited letter keeps what its words came from, and takes its own number', async () => {
  const file = caseWithFacts();
  const { letter } = await writeLetter(file, { ...request, document: 'merchant' });
  expect(letter.detail.spans!.at(-1)!.end).toBe(letter.text.length);
  const edit = async (text: string): Promise<string> => text.replace('请书面回复', '请尽快书面回复');
  const second = await editLetter(file, 1, { ...request, edit });
  expect(second.findings).toEqual([]);
  const { text, detail } = getLetter(file, 2);
  expect(text).toContain('编号：第2号');
  const said = detail.spans!.map(({ start, end, origin }) => [text.slice(start, end), origin]);
  expect(said).toContainEqual(['2', { from: 'counted', reckoning: { how: 'letterNo', no: 2 } }]);
  expect(said).toContainEqual(['KM20260901', { from: 'fact', key: 'orderNo', exhibits: [] }]);
  await expect(
    editLetter(file, 2, { ...request, edit: async (words) => words.replaceAll('96.50', '69.50') }),
  ).rejects.toThrow('不能这样发出去');
});

test('sentences that were written by hand are named, for nothing in the case shows what they tell', async () => {
  const file = caseWithFacts();
  const { ownSentences } = await writeLetter(file, { ...request, document: 'merchant' });
  expect(ownSentences).toEqual([]);
  const told = '贵方在电话里承认过卡密重复出售。';
  const edit = async (text: string): Promise<string> => text.replace('二、', `${told}\n\n二、`);
  expect((await editLetter(file, 1, { ...request, edit })).ownSentences).toEqual([told]);
  expect((await writeLetter(file, { ...request, document: 'merchant', edit })).ownSentences).toEqual([told]);
});

test('a letter that was frozen before the case was corrected is not sent on with the old value', async () => {
  const file = caseWithFacts();
  await writeLetter(file, { ...request, document: 'merchant' });
  giveFact(file, 'orderNo', 'KM20260902');
  const edit = async (text: string): Promise<string> => text.replace('请书面回复', '请尽快书面回复');
  await expect(editLetter(file, 1, { ...request, edit })).rejects.toMatchObject({
    code: 'LETTER_STOPPED',
    hints: expect.arrayContaining([expect.stringContaining('KM20260902')]) as unknown,
  });
});

test('a letter of an older version has no origins, opens, and is held to its own words', async () => {
  const file = caseWithFacts();
  const sections = { facts: '', demands: '', evidence: '' };
  freezeLetter(
    file,
    {
      no: 1,
      document: 'merchant',
      title: '投诉函',
      text: '投诉函\n编号：第1号\n订单号KM20260901，实付96.50元，请于2026年9月20日前退款。\n',
      exhibits: [],
      detail: { sections, laws: [], lint: [] },
    },
    [],
  );
  const put = (was: string, now: string) =>
    editLetter(file, 1, { ...request, edit: async (text) => text.replace(was, now) });
  await expect(put('KM20260901', 'KM20260909')).rejects.toMatchObject({ code: 'LETTER_STOPPED' });
  expect((await put('请于', '麻烦于')).letter.text).toContain('编号：第2号');
});
