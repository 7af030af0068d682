import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import { screen, SIZE } from './lines.ts';
import { read } from './made/source.ts';

/** What is read as the other's name, and how, of a chat that was saved as text. */
async function merchantOf(sender: string): Promise<unknown> {
  const { fields } = await read(
    `${sender} 2026/3/9 10:02:31\n在的\n我 2026/3/9 10:03:05\n用不了\n${sender} 2026/3/9 10:08:47\n我查一下\n`,
  );
  const field = fields.find(({ key }) => key === 'merchant');
  return field && [field.value, field.by];
}

describe('whoever answers for a shop is not the shop', () => {
  it.each([
    ['云松客服小雨', ['云松', 'sentence']],
    ['云松数码-售后阿宁', ['云松数码', 'sentence']],
    ['小雨客服', ['小雨', 'sentence']],
    ['云松专属顾问03号', ['云松专属', 'sentence']],
  ])('%s alone never stands', async (sender, name) => {
    expect(await merchantOf(sender)).toEqual(name);
  });

  it.each(['云松数码', '云松客服中心', '顾问先生'])('%s says nothing of it', async (sender) => {
    expect(await merchantOf(sender)).toEqual([sender, 'column']);
  });

  it('nor in the title of a screen', () => {
    const { fields } = understand(screen(['= 云松客服小雨', '< 您好，请讲', '> 兑换码无效，退款', '< 我查一下']), SIZE);
    const merchant = fields.find(({ key }) => key === 'merchant');
    expect(merchant).toMatchObject({ value: '云松', by: 'sentence' });
  });
});
