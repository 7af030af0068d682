import { describe, expect, it } from 'vitest';
import { read } from '../made/source.ts';
import { xlsxOf } from '../made/xlsx.ts';

const TALK = [
  ['20:20:00', '1', '码输进去提示已使用'],
  ['20:21:10', '0', '明天中午前给您补一张'],
] as const;

describe('a chat as a table', () => {
  it.each([
    [
      '序号,发送时刻,收发方向,正文',
      (i: number, [at, side, text]: (typeof TALK)[number]) => `${i},2026-10-14 ${at},${side},${text}`,
    ],
    [
      '文本;消息日期;是否自己',
      (_: number, [at, side, text]: (typeof TALK)[number]) => `${text};2026-10-14 ${at};${side}`,
    ],
    [
      'msg_time\tfrom_me\tmsg_body',
      (_: number, [at, side, text]: (typeof TALK)[number]) => `2026-10-14 ${at}\t${side}\t${text}`,
    ],
    [
      '发信时间,谁说的,聊天内容',
      (_: number, [at, side, text]: (typeof TALK)[number]) =>
        `2026-10-14 ${at},${side === '1' ? '我' : '月芽数卡'},${text}`,
    ],
  ])('under the names %s', async (head, row) => {
    const reading = await read([head, ...TALK.map((one, i) => row(i + 1, one))].join('\n'));
    expect(reading).toMatchObject({ kind: 'chat_log', category: 'communication' });
    expect(reading.messages!.map(({ at, side, text }) => [at, side, text])).toEqual(
      TALK.map(([at, side, text]) => [`2026-10-14T${at}+08:00`, side === '1' ? 'buyer' : 'other', text]),
    );
  });

  it.each([
    ['序号', '收发方向', '名称', '金额'],
    ['时间', '名称', '说明', '数量'],
    ['日期', '发送数量', '备注', '金额'],
  ])('a table of other things is none: %s', async (...head) => {
    const rows = [head, ['1', '2', '3', '4'], ['5', '6', '7', '8']];
    expect((await read(xlsxOf([{ name: 'Sheet1', rows }]))).messages).toBeUndefined();
  });
});
