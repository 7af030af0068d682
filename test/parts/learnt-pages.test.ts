import { describe, expect, it } from 'vitest';
import { Draw } from '../looks/draw.ts';
import type { DrawnPage } from '../looks/lines.ts';
import { copiedPage } from './copied.ts';
import { misread } from './misread.ts';
import { inStretches, partsOf, type TaggedPage } from './tagged.ts';

const line = (y: number, x: number, ...parts: [string, string][]): TaggedPage['lines'][number] => {
  const text = parts.map(([words]) => words).join('');
  return {
    text,
    box: { x, y, width: text.length * 20, height: 30 },
    parts: parts.map(([words, part]) => [part, words.length]),
  };
};
/** The letters of each part, spaces left out. */
const lettersOf = (lines: TaggedPage['lines'], part: string): string =>
  lines
    .flatMap(({ text, parts }) => partsOf(parts).map((one, i) => (one === part ? text[i]! : '')))
    .join('')
    .replace(/\s/g, '');

describe('pages that the second reader learns from', () => {
  it('tell the parts of copied text, however it is laid out', () => {
    const page: DrawnPage = {
      height: 100,
      copied: '店铺名 \t 银杏书屋\n\n下单\u00a0于 2026-09-13 17:39\n',
      copiedParts: [
        ['label', 3],
        ['merchant', 4],
        ['label', 3],
        ['orderedAt', 15],
      ],
      lines: [],
    };
    const { lines } = copiedPage(page)!;
    expect(lettersOf(lines, 'merchant')).toBe('银杏书屋');
    expect(lettersOf(lines, 'orderedAt')).toBe('2026-09-1317:39');
    expect(lettersOf(lines, 'label')).toBe('店铺名下单于');
    expect(copiedPage({ ...page, copiedParts: [] })).toBeUndefined();
  });
  it('keep the part of each letter that is left of a poor copy', () => {
    const clean: TaggedPage = {
      width: 720,
      lines: Array.from({ length: 8 }, (_, i) => [
        line(60 + 64 * i, 30, ['编号：', 'label'], [`88${i}0 77`, 'orderNo']),
        line(60 + 64 * i, 300, ['x', 'none'], ['1', 'quantity']),
      ]).flat(),
    };
    const all = Array.from({ length: 40 }, (_, seed) => misread(clean, new Draw(seed)).lines);
    for (const { text, parts } of all.flat()) {
      expect(partsOf(parts)).toHaveLength(text.length);
      expect(text.trim()).toBe(text);
    }
    const whole = lettersOf(clean.lines, 'orderNo');
    for (const lines of all) {
      expect(lettersOf(lines, 'orderNo')).toMatch(/^[\d]*$/);
      expect(lettersOf(lines, 'orderNo').length).toBeGreaterThan(whole.length / 3);
    }
    const counts = new Set(all.map((lines) => lines.length));
    expect(counts.size).toBeGreaterThan(3);
  });
  it('count stretches as they came', () => {
    expect(
      inStretches(
        partsOf([
          ['label', 2],
          ['none', 1],
          ['label', 1],
        ]),
      ),
    ).toEqual([
      ['label', 2],
      ['none', 1],
      ['label', 1],
    ]);
  });
});
