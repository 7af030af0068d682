import { expect, test } from 'vitest';
import { aheadOf, aheadWords } from '../../src/clerk/intake/ahead.ts';
import { readExhibit } from '../law/a-case.ts';

const NOW = '2026-11-22T10:00:00+08:00';
const said = (at: string) => [{ side: 'other' as const, text: '三天内处理', at }];

test('an exhibit whose own time is still to come is remarked, by hours too', () => {
  const exhibits = [
    readExhibit(1, 'payment', { paidAt: '2026-11-22T13:00:00+08:00', promisedBy: '2026-12-01' }),
    readExhibit(2, 'chat', {}, { messages: said('2026-11-24T20:00:00+08:00') }),
    // Another clock, what is promised, and what was put aside.
    readExhibit(3, 'payment', { paidAt: '2026-11-22T10:05:00+08:00' }),
    readExhibit(4, 'chat', { promisedBy: '2026-12-01' }, { messages: said('2026-11-21T20:00:00+08:00') }),
    { ...readExhibit(5, 'order', { orderedAt: '2026-12-24' }), withdrawn: { at: NOW, why: '传错了' } },
  ];
  expect(aheadOf(exhibits, NOW)).toEqual([
    { exhibit: 1, at: '2026-11-22T13:00:00+08:00' },
    { exhibit: 2, at: '2026-11-24T20:00:00+08:00' },
  ]);
  expect(aheadWords({ exhibit: 1, at: '2026-11-22T13:00:00+08:00' })).toContain('2026-11-22 13:00');
});
