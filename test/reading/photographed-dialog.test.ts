import { expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';

const SIZE = { width: 1080, height: 2400 };
const line = (text: string, x: number, y: number, width: number, crooked = false): ScoredLine => {
  const box = { x, y, width, height: 56 };
  const scores = Array.from(text, () => 0.99);
  return { text, box, scores, confidence: 0.99, ...(crooked ? { flat: box } : {}) };
};

it('a button near the middle of a photograph is nobody who talks, nor does 我的 in a title', () => {
  const page = [
    line('我的券包', 99, 122, 219, true),
    line('礼品卡兑换码', 131, 328, 228, true),
    line('YK7X-TRQD-43R6-9YMG', 136, 392, 508, true),
    line('请输入兑换信息', 64, 561, 344, true),
    line('激活码已超出使用次数', 80, 813, 491, true),
    line('返回上一级', 439, 956, 257, true),
  ];
  expect(understand(page, SIZE).kind).toBe('failure');
});

it('two buttons that touch each other are one row, and no words of the failure above', () => {
  const page = [
    line('账号提醒', 116, 540, 229),
    line('该角色已被封停，如有疑问请联系客', 123, 655, 827),
    line('服', 118, 715, 55),
    line('返回上一页', 342, 845, 249),
    line('联系在线客服', 118, 848, 251),
  ];
  const failure = understand(page, SIZE).fields.find(({ key }) => key === 'failure');
  expect(failure?.value).toBe('该角色已被封停，如有疑问请联系客服');
});
