import { expect, it } from 'vitest';
import { answersInChat } from '../../../src/words/answers/read-chat.ts';

it('finds what the other side bound itself to, at its own time', () => {
  const answers = answersInChat(
    [
      { side: 'buyer', at: '2026-11-18T10:00:00+08:00', text: '不退款我就投诉' },
      { side: 'other', at: '2026-11-18T10:05:00+08:00', text: '亲，请稍等' },
      { side: 'other', text: '明天给您退款' },
      { side: 'system', text: '对方拒绝退款' },
      { side: 'other', at: '2026-11-19T20:00:00+08:00', text: '虚拟商品概不退换', recalled: true },
      { side: 'unknown', at: '2026-11-20T20:00:00+08:00', text: '这个退不了' },
    ],
    '2026-11-22',
  );
  expect(answers.map(({ index, reading }) => [index, reading.refusal, reading.promise?.by])).toEqual([
    [2, false, '2026-11-19'],
    [5, true, undefined],
  ]);
});
