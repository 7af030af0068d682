import { expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import { SIZE } from './lines.ts';

const line = (text: string, x: number, y: number, width: number) => ({
  text,
  box: { x, y, width, height: 33 },
  confidence: 0.999,
  scores: Array.from(text, () => 0.999),
});

it('a complaint in a bubble that seems to be the shop’s is no promise of its', () => {
  const { fields, promises = [] } = understand(
    [
      line('松果工坊', 76, 20, 140),
      line('1小时前来过', 76, 63, 111),
      line('交易成功', 150, 146, 96),
      line('去评价', 584, 162, 72),
      line('含运费', 150, 179, 72),
      line('09-02 11:11', 302, 260, 116),
      line('你好 在不', 455, 379, 127),
      line('我充完第二天号就被封，你这什', 142, 477, 420),
      line('么黑渠道', 142, 519, 120),
      line('亲亲稍等下哦', 138, 611, 180),
    ],
    SIZE,
  );
  expect(promises).toEqual([]);
  expect(fields.filter(({ key }) => key === 'promise')).toEqual([]);
  expect(fields.find(({ key }) => key === 'dispute')).toMatchObject({ value: 'account_banned', by: 'guess' });
});
