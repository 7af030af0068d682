import { expect, it, vi } from 'vitest';
import { remembered } from '../../src/model/remembered.ts';

it('works an answer out once, whatever it is', () => {
  const work = vi.fn<(text: string) => string | undefined>((text) => (text === '' ? undefined : text.toUpperCase()));
  const asked = remembered(work);
  expect([asked('a'), asked(''), asked('a'), asked('')]).toEqual(['A', undefined, 'A', undefined]);
  expect(work).toHaveBeenCalledTimes(2);
});

it('keeps no more than it may, and answers rightly ever after', () => {
  const work = vi.fn((text: string) => text.length);
  const asked = remembered(work);
  for (let i = 0; i < 10_000; i++) expect(asked('x'.repeat(i % 5) + i)).toBe((i % 5) + String(i).length);
  expect(asked('0')).toBe(1);
  expect(work).toHaveBeenCalledTimes(10_001);
});
