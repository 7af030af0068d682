import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes, read } from '../reading/made/source.ts';
import { sharedPath } from './folder.ts';

describe('public samples of bills', () => {
  it.each([
    ['deg-alipay-records.csv', 'alipay', 10, 66],
    ['deg-wechat-records.csv', 'wechat', 27, 43],
    ['preciouss-wechat_sample.xlsx', 'wechat', 4, 4],
  ] as const)('%s', async (name, wallet, found, count) => {
    const reading = await read(readFileSync(sharedPath('samples/bills', name)));
    expect(reading.bill).toMatchObject({ wallet, found, stated: { count } });
    expect(codes(reading).includes('BILL_COUNT_DIFFERS')).toBe(found !== (count as number));
    expect(codes(reading)).not.toContain('BILL_ROWS_UNREAD');
  });
});
