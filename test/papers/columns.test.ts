import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnWidths } from '../../src/papers/columns.ts';

it('gives the shares that were asked for where they are wide enough', () => {
  expect(
    columnWidths(
      [
        { title: '名', width: 1 },
        { title: '内容', width: 3 },
      ],
      400,
      10,
    ),
  ).toEqual([100, 300]);
});

it('holds a narrow column to its title and shares the rest', () => {
  const widths = columnWidths(
    [
      { title: '编号', width: 1 },
      { title: '内容', width: 60 },
      { title: '页码', width: 1 },
    ],
    300,
    10,
  );
  expect(widths).toEqual([21, 258, 21]);
});

it('fills the room exactly, whatever is asked for', () => {
  const column = fc.record({
    title: fc.string({ maxLength: 12 }),
    width: fc.double({ min: 0, max: 1000, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (columns) => {
      const widths = columnWidths(columns, 450, 10.5);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(450, 6);
      for (const width of widths) expect(width).toBeGreaterThan(0);
    }),
  );
});

it('shares of almost nothing are shares too', () => {
  const widths = columnWidths(
    [
      { title: '甲', width: 5e-324 },
      { title: '乙', width: 1.5e-323 },
      { title: '丙', width: 3e-323 },
    ],
    450,
    10.5,
  );
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(450, 6);
});

it('gives a column of short cells what it needs, and the rest to the long one', () => {
  const widths = columnWidths(
    [
      { title: '时间', width: 11, least: 11 },
      { title: '经过', width: 48 },
      { title: '证据', width: 8, least: 8 },
    ],
    430,
    10,
  );
  expect(widths[0]).toBeGreaterThanOrEqual(110);
  expect(widths[1]).toBeGreaterThan(200);
  expect(widths[2]).toBeGreaterThanOrEqual(80);
});
