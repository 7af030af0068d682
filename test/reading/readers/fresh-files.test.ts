import { describe, expect, it } from 'vitest';
import { FRESH_BILLS } from '../../golden/files/fresh-bills.ts';
import { FRESH_CHATS } from '../../golden/files/fresh-chats.ts';
import { LATER_CHATS } from '../../golden/files/later-chats.ts';
import { SEALED_BILLS } from '../../golden/files/sealed-bills.ts';
import { SEALED_CHATS } from '../../golden/files/sealed-chats.ts';
import { read } from '../made/source.ts';

/** What was paid, row by row, with whatever names the other side. */
async function paid(content: string | Uint8Array): Promise<unknown[]> {
  const { kind, bill } = await read(content);
  const rows = kind === 'bill' ? (bill?.rows ?? []) : [];
  return rows
    .filter(({ unpaid }) => !unpaid)
    .map(({ at, day, counterparty, product, note, amount, direction }) => [
      at ?? day,
      [counterparty, product, note].join('|'),
      amount,
      direction,
    ]);
}

async function said(content: string): Promise<unknown[]> {
  const { kind, messages } = await read(content);
  const told = kind === 'chat_log' ? (messages ?? []) : [];
  return told
    .filter(({ side }) => side !== 'system')
    .map(({ at, side, sender, text }) => [at?.slice(0, 16) ?? '', [side, sender], text]);
}

describe.each([...FRESH_BILLS, ...SEALED_BILLS])(
  'a bill written before the code met it: $name',
  ({ content, rows, misread }) => {
    const wanted = rows.map(([when, who, ...rest]) => [
      expect.stringMatching(new RegExp(`^${when}`)),
      expect.stringContaining(who),
      ...rest,
    ]);
    it(misread ? 'is known to be misread' : 'is read row by row', async () => {
      const got = await paid(content);
      if (misread) expect(got, 'now read right: take the mark away').not.toEqual(wanted);
      else expect(got).toEqual(wanted);
    });
  },
);

describe.each([...FRESH_CHATS, ...SEALED_CHATS, ...LATER_CHATS])(
  'a chat written before the code met it: $name',
  ({ content, said: all, misread }) => {
    const wanted = all.map(([when, who, text]) => [
      when === '' ? expect.anything() : when,
      expect.arrayContaining([who]),
      text,
    ]);
    it(misread ? 'is known to be misread' : 'is read message by message', async () => {
      const got = await said(content);
      if (misread) expect(got, 'now read right: take the mark away').not.toEqual(wanted);
      else expect(got).toEqual(wanted);
    });
  },
);
