import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import { pageOf } from '../../src/reading/page/page.ts';
import { readBubbles } from '../../src/reading/page/talk/bubbles.ts';
import { groundOf } from '../../src/reading/readers/picture/ground.ts';
import type { Colour, ScoredLine } from '../../src/reading/reader.ts';
import { screen, SIZE } from './lines.ts';

const WHITE: Colour = [255, 255, 255];
const GREEN: Colour = [149, 236, 105];
const PAGE: Colour = [237, 237, 237];

/** A screen whose lines have these colours behind them; an edge that is given moves the line there. */
function coloured(rows: readonly [row: string, ground?: Colour, left?: number][]): ScoredLine[] {
  const lines = screen(rows.map(([row]) => row));
  return lines.map((line, i) => {
    const [, ground, left] = rows[i]!;
    return {
      ...line,
      ...(ground ? { ground } : {}),
      ...(left === undefined ? {} : { box: { ...line.box!, x: left } }),
    };
  });
}
const sidesOf = (lines: readonly ScoredLine[]): string[] =>
  readBubbles(pageOf(lines, SIZE)).map(({ message }) => message.side);

describe('whose a bubble is that stands at neither edge', () => {
  const talk = (ground?: Colour): ScoredLine[] =>
    coloured([
      ['> 卡密怎么用不了', GREEN],
      ['< 这边看一下哈', WHITE],
      ['> 都半天了', GREEN],
      ['< 稍等', WHITE],
      ['三天内给您补发一张新的', ground, 180],
    ]);
  it('is told by its colour', () => {
    expect(sidesOf(talk(WHITE)).at(-1)).toBe('other');
    expect(sidesOf(talk(GREEN)).at(-1)).toBe('buyer');
  });
  it('is left to its place where the colour is of neither side, or unknown', () => {
    expect(sidesOf(talk([240, 120, 20])).at(-1)).toBe(sidesOf(talk()).at(-1));
  });
  it('a photograph that shades both colours still tells', () => {
    expect(sidesOf(talk([241, 246, 250])).at(-1)).toBe('other');
  });
  it('colours that both sides share tell nothing', () => {
    const grey = coloured([
      ['> 卡密怎么用不了', WHITE],
      ['< 这边看一下哈', WHITE],
      ['三天内给您补发一张新的', WHITE, 180],
    ]);
    expect(sidesOf(grey)).toEqual(sidesOf(grey.map(({ ground: _ground, ...line }) => line)));
  });
  it('of two lines that begin where the other’s do, and end nowhere, is told by it too', () => {
    const two = (ground: Colour): string[] =>
      sidesOf(
        coloured([
          ['> 卡密怎么用不了', GREEN],
          ['< 这边看一下哈', WHITE],
          ['> 都半天了', GREEN],
          ['订单编号是', ground, 125],
          ['20261109195811004417', ground, 125],
          ['< 稍等', WHITE],
        ]).map((line, i) => (i < 4 ? line : { ...line, box: { ...line.box!, y: line.box!.y - (i === 4 ? 22 : 0) } })),
      );
    expect(two(GREEN)).toEqual(['buyer', 'other', 'buyer', 'buyer', 'other']);
    expect(two(WHITE)).toEqual(['buyer', 'other', 'buyer', 'other', 'other']);
  });
  it('is one message where its line was read in two pieces', () => {
    const [first, ...rest] = screen(['< 刚拿到的，', '< 这边看一下哈']);
    const piece = { ...first!, text: '一兑就说已使用', box: { ...first!.box!, x: 125 + first!.box!.width + 8 } };
    const read = readBubbles(pageOf([first!, piece, ...rest], SIZE)).map(({ message }) => message.text);
    expect(read).toEqual(['刚拿到的，一兑就说已使用', '这边看一下哈']);
  });
  it('what stands in the middle is the program’s, however near its colour', () => {
    const lines = coloured([
      ['> 卡密怎么用不了', GREEN],
      ['< 这边看一下哈', WHITE],
      ['= 明天会有专人联系您', PAGE],
    ]);
    expect(sidesOf(lines).at(-1)).toBe('system');
  });
});

describe('the colour behind a line', () => {
  it('is that of its edges, whatever the strokes are', () => {
    const [width, height] = [40, 20];
    const data = new Uint8Array(width * height * 3);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const stroke = y > 5 && y < 15 && x % 3 === 0;
        data.set(stroke ? [20, 20, 20] : GREEN, (y * width + x) * 3);
      }
    const quad = [
      { x: 2, y: 2 },
      { x: 38, y: 2 },
      { x: 38, y: 18 },
      { x: 2, y: 18 },
    ] as Parameters<typeof groundOf>[1];
    expect(groundOf({ width, height, data }, quad)).toEqual(GREEN);
    expect(groundOf({ width: 0, height: 0, data: new Uint8Array() }, quad)).toBeUndefined();
  });
});

describe('what a page or a dialog says', () => {
  it.each([
    ['a dialog', ['= 温馨提示', '= 充值未成功，我们将在24小时内为您处理', '= 确定']],
    ['a page of rules', ['= 售后说明', '本店承诺三天内发货', '未到账的订单两小时内退款', '客服每天在线']],
    ['an order', ['订单编号 | 88120039447001', '合计 | ¥35.00', '店铺 | 白杨书屋', '预计明天之前为您发货']],
  ])('%s promises nothing', (_, rows) => {
    const { fields, promises } = understand(screen(rows), SIZE);
    expect(fields.filter(({ key }) => key === 'promise' || key === 'promisedBy')).toEqual([]);
    expect(promises ?? []).toEqual([]);
  });
});
