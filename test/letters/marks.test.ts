import { expect, test } from 'vitest';
import { gatherOrigins } from '../../src/letters/values/marks.ts';

test('more values than there are marks for is said, and is no bug', () => {
  const origins = gatherOrigins();
  const mark = (no: number): string => origins.mark('x', { from: 'counted', reckoning: { how: 'letterNo', no } });
  const all = (): void => {
    for (let no = 0; no < 200_000; no++) mark(no);
  };
  expect(all).toThrow(expect.objectContaining({ code: 'LETTER_TOO_LONG' }));
});
