import { expect, it } from 'vitest';
import { chinaDay, chinaMoment } from '../../src/model/moment.ts';

/** Minutes that a machine's clock is behind UTC in January; runs only in the projects of zones. */
const OFFSETS: Record<string, number> = { 'America/New_York': 300, 'Asia/Kolkata': -330, 'Pacific/Apia': -780 };

it('these tests run where the clock hangs elsewhere, and a day is still one of China', () => {
  const noon = new Date('2026-01-15T12:00:00Z');
  expect(noon.getTimezoneOffset()).toBe(OFFSETS[process.env['TZ']!]);
  expect(chinaMoment(noon.getTime())).toBe('2026-01-15T20:00:00+08:00');
  expect(chinaDay('2026-01-15T16:00:00Z')).toBe('2026-01-16');
});
