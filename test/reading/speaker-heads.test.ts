import { describe, expect, it } from 'vitest';
import { speakerHead } from '../../src/reading/page/talk/speaker-heads.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import { screen, SIZE } from './lines.ts';

describe('the line over a message', () => {
  it.each([
    ['松果 14:05', { sender: '松果', side: 'unknown', clock: '14:05' }],
    ['松果小店 · 昨天 21:30', { sender: '松果小店', side: 'other', clock: '昨天 21:30' }],
    ['[9月3日 08:12] 阿榆', { sender: '阿榆', side: 'unknown', clock: '9月3日 08:12' }],
    ['卖家 小榆', { sender: '卖家 小榆', side: 'other' }],
    ['【商家】松果', { sender: '【商家】松果'.normalize('NFKC'), side: 'other' }],
    ['阿榆（买家）', { sender: '阿榆(买家)', side: 'buyer' }],
    ['我', { sender: '我', side: 'buyer' }],
  ])('is %s', (line, head) => {
    expect(speakerHead(line)).toEqual(head);
  });

  it.each([
    '下单时间 14:05',
    '付款于 2026-03-01 10:20',
    '您好，14:05',
    '2026-03-01 10:20:30',
    '订单编号',
    '商家：松果小店',
    '实付款 30.00',
  ])('is not %s', (line) => {
    expect(speakerHead(line)).toBeUndefined();
  });
});

describe('a talk whose messages all stand at one side', () => {
  const rows = [
    '= 松果小店',
    '松果小店 14:05',
    '您好，请讲',
    '阿榆（买家） 14:06',
    '兑换码无效，提示已被使用',
    '松果小店 14:08',
    '明天之前给您退款',
  ];
  const { kind, messages = [], fields, promises = [] } = understand(screen(rows), SIZE);

  it('is one, and each has the side of who wrote it', () => {
    expect(kind).toBe('chat');
    expect(messages.map(({ side, text }) => [side, text])).toEqual([
      ['other', '您好，请讲'],
      ['buyer', '兑换码无效，提示已被使用'],
      ['other', '明天之前给您退款'],
    ]);
  });

  it('and who wrote a promise is no part of it', () => {
    expect(promises.map(({ text }) => text)).toEqual(['明天之前给您退款']);
    expect(fields.find(({ key }) => key === 'dispute')?.value).toBe('card_invalid');
  });
});
