import { describe, expect, it } from 'vitest';
import { pageIn } from '../../src/reading/readers/picture/page-in.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';

const SIZE = { width: 1000, height: 2000 };
const line = (x: number, width: number, crooked = true): ScoredLine => {
  const box = { x, y: 100, width, height: 30 };
  return { text: '字', box, ...(crooked ? { flat: box } : {}) };
};

describe('the page on a photograph', () => {
  it('begins a margin before its words and ends one behind them', () => {
    const [lines, { width, height }] = pageIn([line(240, 200), line(500, 440), line(640, 300)], SIZE);
    const [first, second] = lines.map(({ flat }) => flat!);
    expect(first!.x).toBeCloseTo(width - (second!.x + second!.width), 0);
    expect(first!.x).toBeGreaterThan(0);
    expect(second!.x - first!.x).toBe(260);
    expect(height).toBe(SIZE.height);
    // Where it stands on the picture stays as it was.
    expect(lines[0]!.box).toEqual(line(240, 200).box);
  });

  it('is no narrower than the picture where its words are few and end anywhere', () => {
    const [few, more] = [line(200, 640), line(200, 300)];
    expect(pageIn([few, more], SIZE)[1]).toEqual(SIZE);
    expect(pageIn([few, more, line(700, 130)], SIZE)[1].width).toBeLessThan(SIZE.width);
  });

  it('is the picture where it was held straight, and where a few words do not tell', () => {
    for (const own of [[line(240, 200, false), line(500, 440, false)], [line(240, 200)]])
      expect(pageIn(own, SIZE)).toEqual([own, SIZE]);
  });
});
