import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { foundOf, type Found } from '../../src/reading/page/found.ts';
import { readValue } from '../../src/reading/page/values/read-value.ts';
import type { Picture } from '../../src/reading/readers/picture/decode.ts';
import type { Quad, Recogniser } from '../../src/reading/readers/picture/recogniser.ts';
import { isClear, lookAgain } from '../../src/reading/readers/picture/second-look.ts';
import { NOTHING_READ } from '../../src/reading/readers/picture/spelling.ts';
import type { FactKey } from '../../src/model/facts.ts';
import type { GivenBy } from '../../src/model/evidence.ts';

const PICTURE: Picture = {
  width: 400,
  height: 80,
  open: () => sharp({ create: { width: 400, height: 80, channels: 3, background: '#fff' } }),
};

/** A value in one line, whose weakest letter has this score. */
function foundAt(key: FactKey, text: string, weakest: number, by: GivenBy = 'label'): Found {
  const box = { x: 20, y: 20, width: 300, height: 36 };
  const scores = Array.from(text, (_, i) => (i === 1 ? weakest : 0.99));
  const line = { text, box, scores };
  return foundOf(key, readValue(key, [{ text, scores, place: box, line }])!, by);
}

/** What stands there at any other size, and the score of its weakest letter. */
const answering = (text: string, weakest: number): Recogniser => ({
  find: async () => [],
  read: async () => ({ ...NOTHING_READ, text, scores: Array.from(text, (_, i) => (i === 1 ? weakest : 0.99)) }),
});
const again = async (field: Found, text: string, weakest: number): Promise<boolean> =>
  (await lookAgain(PICTURE, [field], answering(text, weakest)))[0]!.certain;
/** One text at the first other size, another at the second. */
function answeringInTurn(...texts: string[]): Recogniser {
  return { ...answering('', 1), read: (...asked) => answering(texts.shift()!, 0.98).read(...asked) };
}

describe('a value whose letters are in doubt', () => {
  it('is certain where it is read the same at other sizes, by clearer letters', async () => {
    expect(await again(foundAt('merchant', '青藤小铺', 0.7), '青藤小铺', 0.8)).toBe(true);
  });
  it('stays in doubt where another letter is read', async () => {
    expect(await again(foundAt('merchant', '青藤小铺', 0.7), '青膝小铺', 0.99)).toBe(false);
  });
  it('stays so too where the same is read, by a letter that is hardly one', async () => {
    expect(await again(foundAt('merchant', '青藤小铺', 0.7), '青藤小铺', 0.7)).toBe(false);
    expect(await again(foundAt('orderNo', '88120039447001', 0.7), '88120039447001', 0.55)).toBe(true);
    expect(await again(foundAt('orderNo', '88120039447001', 0.7), '88120039447001', 0.45)).toBe(false);
  });
});

describe('a value that does not stand for its letters', () => {
  const field = foundAt('merchant', '青藤小铺', 0.7);
  const shown = async (recogniser: Recogniser, of = field) => (await lookAgain(PICTURE, [of], recogniser))[0]!;

  it('is shown for a yes where two of three looks agree, whichever of them', async () => {
    for (const texts of [
      ['青藤小铺', '青膝小铺'],
      ['青膝小铺', '青藤小铺'],
    ])
      expect(await shown(answeringInTurn(...texts))).toMatchObject({ certain: false, unclear: true, confidence: 0.5 });
  });
  it('is shown for a yes where all three agree by letters that are hardly some', async () => {
    expect(await shown(answering('青藤小铺', 0.7))).toMatchObject({ certain: false, unclear: true });
  });
  it('is not shown where it is a code: its O and 0 are misread alike', async () => {
    const code = foundAt('cardCode', 'KX0O-77QD-MV4T', 0.85);
    expect((await shown(answering('KX0O-77QD-MV4T', 0.4), code)).unclear).toBeUndefined();
  });
  it('is not shown where no other look reads it so, nor where it may not be whole, or nobody said what it is', async () => {
    expect((await shown(answering('青膝小铺', 0.99))).unclear).toBeUndefined();
    expect((await shown(answering('青藤小铺', 0.7), { ...field, doubtful: true })).unclear).toBeUndefined();
    const guessed = foundAt('merchant', '青藤小铺', 0.7, 'guess');
    expect((await shown(answeringInTurn('青藤小铺', '青膝小铺'), guessed)).unclear).toBeUndefined();
  });
});

// A box around a line that leans takes in the ends of its neighbours: photographs were doubted for them.
describe('a line of a photograph that leans', () => {
  it('is looked at along its lean, with the room that a straight one has', async () => {
    const lean = 0.1;
    const quads: Quad[] = [];
    const watching: Recogniser = {
      ...answering('青藤小铺', 0.99),
      read: async (pixels, quad) => (quads.push(quad), answering('青藤小铺', 0.99).read(pixels, quad)),
    };
    const field = foundAt('merchant', '青藤小铺', 0.7);
    const line = { ...field.cells[0]!.line, box: { x: 20, y: 15, width: 303, height: 50 } };
    const leaning = { ...line, flat: { x: 20, y: 25, width: 300, height: 20 } };
    for (const one of [leaning, line])
      await lookAgain({ ...PICTURE, lean }, [{ ...field, cells: [{ ...field.cells[0]!, line: one }] }], watching);
    const slopes = quads.map(([a, b]) => Math.atan2(b.y - a.y, b.x - a.x));
    for (const [i, expected] of [lean, lean, 0, 0].entries()) expect(slopes[i]).toBeCloseTo(expected, 2);
    const heights = quads.map(([a, , , d]) => Math.hypot(d.x - a.x, d.y - a.y));
    for (const [i, expected] of [72, 40, 72, 40].entries()) expect(Math.abs(heights[i]! - expected)).toBeLessThan(2);
  });
});

describe('on a poor picture', () => {
  const clear = (field: Found, weakest: number): Promise<boolean> =>
    isClear(PICTURE, field, answering(field.value, weakest));

  it('is read right what has none but clear letters, at every size', async () => {
    expect(await clear(foundAt('merchant', '青藤小铺', 0.96), 0.95)).toBe(true);
    expect(await clear(foundAt('merchant', '青藤小铺', 0.91), 0.99)).toBe(false);
    expect(await clear(foundAt('merchant', '青藤小铺', 0.96), 0.9)).toBe(false);
  });
  it('may anything have lost its end that only its look speaks for', async () => {
    expect(await clear(foundAt('merchant', '青藤小铺', 0.99, 'guess'), 0.99)).toBe(false);
  });
});
