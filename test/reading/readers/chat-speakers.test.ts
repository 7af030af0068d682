import { describe, expect, it } from 'vitest';
import { read } from '../made/source.ts';

describe('times without a year between what two people say', () => {
  const talk =
    '3月6日 上午9:12\n松果小店:\n在的\n\n我:\n会员没到\n松果小店:\n最晚24小时到账\n3月7日 下午3:40\n我:\n还是没有，退款吧\n';

  it('are nobody’s words', async () => {
    const { messages } = await read(talk);
    expect(messages!.map(({ at, side, text }) => [at, side, text])).toEqual([
      [undefined, 'other', '在的'],
      [undefined, 'buyer', '会员没到'],
      [undefined, 'other', '最晚24小时到账'],
      [undefined, 'buyer', '还是没有，退款吧'],
    ]);
  });

  it('are, right behind a name', async () => {
    const { messages } = await read('我:\n几点发货\n松果小店:\n21:30\n我:\n好\n松果小店:\n收到\n');
    expect(messages!.map(({ text }) => text)).toEqual(['几点发货', '21:30', '好', '收到']);
  });
});
