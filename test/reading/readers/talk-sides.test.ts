import { describe, expect, it } from 'vitest';
import { read } from '../made/source.ts';

const sides = async (text: string): Promise<string[]> => {
  const { messages = [] } = await read(text);
  return messages.map(({ side, text: words }) => `${side} ${words.replaceAll('\n', ' / ')}`);
};

describe('whose words are in a talk that was copied', () => {
  it('tells what each of two says, where nothing else does', async () => {
    const talk =
      '阿木 2026/3/8 20:01\n账号 muyu_771\n密码 Aa556677\n\n橙子 2026/3/9 09:12\n登不上了，说账号被冻结\n\n橙子 2026/3/9 09:13\n退我60或者换一个\n\n阿木 2026/3/9 09:40\n今晚8点前给你换\n';
    expect((await sides(talk)).map((line) => line.split(' ')[0])).toEqual(['other', 'buyer', 'buyer', 'other']);
  });

  it('leaves it open where both may be either', async () => {
    const talk = '阿木 2026/3/8 20:01\n在吗\n\n橙子 2026/3/8 20:02\n在的\n\n阿木 2026/3/8 20:03\n明天说\n';
    expect((await sides(talk)).every((line) => line.startsWith('unknown'))).toBe(true);
  });

  it('several who answer for one shop are the shop', async () => {
    const talk =
      'tb5512(2026-03-08 10:00:00):\n在吗\n山雀点卡:阿宁(2026-03-08 10:01:00):\n在的\n山雀点卡(2026-03-08 10:02:00):\n【自动回复】稍后回复您\n山雀点卡:小七(2026-03-08 10:05:00):\n这个不退\n';
    const { fields } = await read(talk);
    expect((await sides(talk)).map((line) => line.split(' ')[0])).toEqual(['buyer', 'other', 'other', 'other']);
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('山雀点卡');
  });

  it('whoever keeps a group is not the buyer, and a group of many names is read', async () => {
    const talk =
      '消息分组:点卡售后群\n2026-03-08 16:02:19 【群主】山雀(2207719034)\n没到的别急 今晚9点前统一补发\n\n2026-03-08 16:03:01 小树(1190822365)\n等着\n\n2026-03-08 22:40:53 七七(779301522)\n卡呢\n\n2026-03-08 22:45:53 阿风(779301523)\n同问\n\n2026-03-09 08:00:00 系统消息(10000)\n你已被管理员移出本群\n';
    expect((await sides(talk)).map((line) => line.split(' ')[0])).toEqual([
      'other',
      'unknown',
      'unknown',
      'unknown',
      'system',
    ]);
    const { fields } = await read(talk);
    expect(fields.find(({ key }) => key === 'merchant')).toMatchObject({ value: '山雀', by: 'sentence' });
    expect(fields.find(({ key }) => key === 'promise')?.value).toContain('今晚9点前统一补发');
  });

  it('他 is nobody’s name', async () => {
    const { fields } = await read('我：还没到账\n他：今晚到\n我：现在都第二天了\n他：再等等\n');
    expect(fields.map(({ key }) => key)).not.toContain('merchant');
  });

  it('names in brackets speak as names before a colon do', async () => {
    expect(await sides('【我】充的还没到\n【站长】单号发我\n【我】551203\n【站长】今天之内补\n')).toEqual([
      'buyer 充的还没到',
      'other 单号发我',
      'buyer 551203',
      'other 今天之内补',
    ]);
  });

  it('that it was read stands between a name and its time, and nobody is called so', async () => {
    const talk =
      '山雀点卡\n3-8 18:58\n在的\n\n橙子\n3-8 19:01\n码用不了\n\n山雀点卡\n已读\n3-8 19:40\n不退\n\n橙子\n3-8 19:41\n凭什么\n';
    expect((await sides(talk)).map((line) => line.split(' ')[1])).toEqual(['在的', '码用不了', '不退', '凭什么']);
  });

  it('what the program says at the end is nobody’s', async () => {
    const talk =
      '山雀点卡 2026/3/8 20:01\n这个不退\n\n我 2026/3/8 20:02\n?\n山雀点卡开启了朋友验证，你还不是他（她）朋友。\n';
    expect((await sides(talk)).map((line) => line.split(' ')[0])).toEqual(['other', 'buyer', 'system']);
  });

  it('a list of who said what when is a talk, whatever its keys', async () => {
    const talk = JSON.stringify({
      with: '山雀点卡',
      list: [
        { user: '山雀点卡', date: '2026-03-08 12:40:02', text: '在' },
        { user: '我', date: '2026-03-08 12:58:30', text: '发错了，不是我买的那个' },
        { user: '山雀点卡', date: '2026-03-08 13:01:10', text: '晚上8点前换给你' },
      ],
    });
    expect((await sides(talk)).map((line) => line.split(' ')[0])).toEqual(['other', 'buyer', 'other']);
  });

  it('a page that does not load, or a question, does not say that the shop is gone', async () => {
    const talk = '我：卡还没发\n店家：等补货\n我：网站都打不开了，跑路了？\n店家：没有\n';
    const { fields } = await read(talk);
    expect(fields.filter(({ key, value, by }) => key === 'dispute' && value === 'vanished' && by !== 'guess')).toEqual(
      [],
    );
  });
});
