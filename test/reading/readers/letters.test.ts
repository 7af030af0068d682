import { describe, expect, it } from 'vitest';
import { HELD } from '../made/letters-held.ts';
import { LEARN } from '../made/letters-learn.ts';
import { mailOf, type Letter } from '../made/letters.ts';
import { read } from '../made/source.ts';

interface Told {
  right: number;
  missed: string[];
  wrong: string[];
}

/** What is read of a letter beside what it says. */
async function told(letter: Letter): Promise<Told> {
  const { fields, messages, notes } = await read(mailOf(letter));
  const all: Told = { right: 0, missed: [], wrong: [] };
  for (const [key, says] of Object.entries(letter.says)) {
    const got = fields.filter((field) => field.key === key).map(({ value }) => value);
    const fits = (value: string): boolean => (says instanceof RegExp ? says.test(value) : value === says);
    if (says === null) continue;
    if (got.length === 0) all.missed.push(key);
    else if (got.length === 1 && fits(got[0]!)) all.right += 1;
    else all.wrong.push(`${key}: ${got.join(' / ')}`);
  }
  all.wrong.push(...fields.filter(({ key }) => !(key in letter.says)).map(({ key, value }) => `${key}: ${value}`));
  const sides = (messages ?? []).map(({ side }) => side);
  if (sides.join() !== letter.sides.join()) all.wrong.push(`sides: ${sides.join()}`);
  const foreign = notes.find(({ code }) => code === 'FOREIGN_AMOUNT')?.message;
  const sum = letter.foreign?.split(' ')[1];
  if (sum === undefined ? foreign !== undefined : !foreign?.includes(sum)) all.wrong.push(`foreign: ${foreign}`);
  return all;
}

describe('a letter by which rules were written', () => {
  it.each(LEARN.map((letter) => [letter.name, letter] as const))('%s', async (_, letter) => {
    expect(await told(letter)).toMatchObject({ missed: [], wrong: [] });
  });
});

it('letters that nobody looked at say 27 of 29 things, and one of them wrongly', async () => {
  const all = await Promise.all(HELD.map(told));
  const sum = (count: (one: Told) => number): number => all.reduce((total, one) => total + count(one), 0);
  expect(sum(({ right }) => right)).toBeGreaterThanOrEqual(27);
  expect(sum(({ wrong }) => wrong.length)).toBeLessThanOrEqual(1);
});

it('who wrote what within a letter, and when where the clock hangs in China', async () => {
  const letter = LEARN[1]!;
  const { messages } = await read(mailOf(letter));
  expect(messages![0]!.at).toBeUndefined();
  const own = await read(mailOf({ ...letter, date: 'Wed, 04 Nov 2026 10:10:00 +0800' }));
  expect(own.messages).toMatchObject([
    { side: 'buyer', sender: 'Wen Lan <wenlan88@qq.com>', at: '2026-11-03T21:15+08:00' },
    { side: 'other', sender: 'Moonlit Games Support <support@moonlitgames.example>', at: '2026-11-04T10:10:00+08:00' },
  ]);
});

it('what is answered between quoted lines stays with the answer', async () => {
  const { messages } = await read(
    mailOf({
      ...LEARN[1]!,
      text: 'Hi,\n\n> Where is my key?\nIt was sent yesterday.\n> Can I have a refund?\nWe will refund you today.\n',
    }),
  );
  expect(messages!.find(({ side }) => side === 'other')!.text).toContain('We will refund you today.');
});
