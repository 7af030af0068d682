import { expect, it, vi } from 'vitest';
import { remembered, rememberedOf } from '../../src/model/remembered.ts';

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

it('works out once what is asked of one thing, and anew for another that is like it', () => {
  const asked: object[] = [];
  const size = rememberedOf((of: readonly number[]) => asked.push(of) && (of.length > 0 ? of.length : undefined));
  const [one, other, none] = [[1, 2], [1, 2], []];
  expect([size(one), size(one), size(other), size(none), size(none)]).toEqual([2, 2, 2, undefined, undefined]);
  expect(asked).toHaveLength(3);
});
