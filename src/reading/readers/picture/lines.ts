import type { Box } from '../../../model/evidence.ts';
import { placeOf, type ScoredLine } from '../../reader.ts';
import { cutPixels, type Picture } from './decode.ts';
import { widened } from './gaps.ts';
import { groundOf } from './ground.ts';
import { rejoined } from './joints.ts';
import type { Pixels, Quad, Recogniser } from './recogniser.ts';
import { levelMarks, type ReadWords } from './spelling.ts';
import { findingSide, isCut, isSamePlace, tilesOf, type Tile } from './tiles.ts';

/** How far clockwise the picture must be turned to be upright. */
type Turn = 0 | 90 | 180 | 270;

/** Below this a "line" is dust, an icon or a pattern. */
const MIN_CONFIDENCE = 0.5;
/** How many of the longest lines decide which way is up. */
const SAMPLE = 6;
/** Below this the words of the sample are no words: another turn is tried. */
const UPRIGHT = 0.93;

export interface FoundLines {
  lines: ScoredLine[];
  turn: Turn;
  /** The picture after the turn; the boxes are in its pixels. */
  upright: Picture;
  /** How far its lines fall to the right, in radians. */
  lean: number;
}

/**
 * All lines of text of a picture, top to bottom. A picture that lies on its side
 * or head is turned first.
 */
export async function readLines(picture: Picture, recogniser: Recogniser, signal?: AbortSignal): Promise<FoundLines> {
  const first = await look(picture, tilesOf(picture.width, picture.height)[0]!, recogniser);
  const turn = await findTurn(first, recogniser);
  const upright = turn === 0 ? picture : turned(picture, turn);
  const lines: QuadLine[] = [];
  for (const [index, tile] of tilesOf(upright.width, upright.height).entries()) {
    signal?.throwIfAborted();
    const seen = turn === 0 && index === 0 ? first : await look(upright, tile, recogniser);
    for (const line of await readTile(upright, seen, recogniser)) {
      const twin = lines.findIndex((other) => isSamePlace(other.box!, line.box!));
      if (twin === -1) lines.push(line);
      else if (line.confidence! * line.text.length > lines[twin]!.confidence! * lines[twin]!.text.length)
        lines[twin] = line;
    }
  }
  const texts = levelMarks(lines.map(({ text, marks }) => ({ text, marks })));
  const lean = leanOf(lines);
  const levelled = lines.map((line, i) => ({ ...line, text: texts[i]! }));
  return { lines: rejoined(straightened(levelled, lean, upright)), turn, upright, lean };
}

interface QuadLine extends ScoredLine {
  quad: Quad;
  marks: ReadWords['marks'];
}

/** A piece of the picture and where lines stand in it. */
interface Seen {
  tile: Tile;
  pixels: Pixels;
  quads: Quad[];
}

async function look(picture: Picture, tile: Tile, recogniser: Recogniser): Promise<Seen> {
  const pixels = await cutPixels(picture, tile, tile.scale);
  return { tile, pixels, quads: await recogniser.find(pixels, findingSide(pixels.width, pixels.height)) };
}

async function readTile(picture: Picture, { tile, pixels, quads }: Seen, recogniser: Recogniser): Promise<QuadLine[]> {
  const lines: QuadLine[] = [];
  for (const quad of quads) {
    const place = quad.map((p) => ({ x: p.x / tile.scale + tile.x, y: p.y / tile.scale + tile.y })) as Quad;
    const box = boundsOf(place);
    if (isCut(box, tile, picture.height)) continue;
    const words = await recogniser.read(pixels, quad);
    const { text, confidence, scores, others, marks } = widened(words, pixels, quad);
    if (text.trim() === '' || confidence < MIN_CONFIDENCE) continue;
    const ground = groundOf(pixels, quad);
    lines.push({ text, box, confidence, scores, others, marks, quad: place, ...(ground ? { ground } : {}) });
  }
  return lines;
}

async function findTurn({ pixels, quads }: Seen, recogniser: Recogniser): Promise<Turn> {
  const tall = quads.filter((quad) => sides(quad).down > sides(quad).across * 1.5);
  const wide = quads.filter((quad) => sides(quad).across > sides(quad).down * 1.5);
  const lying = area(tall) > area(wide);
  const sample = (lying ? tall : wide).toSorted((a, b) => area([b]) - area([a])).slice(0, SAMPLE);
  if (sample.length < 2) return 0;
  const upright = await legibility(pixels, sample, recogniser, lying ? -90 : 0);
  if (!lying && upright >= UPRIGHT) return 0;
  const overturned = await legibility(pixels, sample, recogniser, lying ? 90 : 180);
  // Reading a tall box the library turns it against the clock; so does `sampleTurn` -90.
  if (lying) return upright >= overturned ? 270 : 90;
  return overturned > upright + 0.05 ? 180 : 0;
}

/** Mean certainty of some lines when their crop is turned by this much. */
async function legibility(
  pixels: Pixels,
  quads: Quad[],
  recogniser: Recogniser,
  degrees: -90 | 0 | 90 | 180,
): Promise<number> {
  let sum = 0;
  let letters = 0;
  for (const [a, b, c, d] of quads) {
    // Naming another corner first turns the crop. A tall box is turned by the library itself, so that 90 means the other way.
    const quad: Quad = degrees === 180 || degrees === 90 ? [c, d, a, b] : [a, b, c, d];
    const { confidence, text } = await recogniser.read(pixels, quad);
    sum += confidence * text.length;
    letters += text.length;
  }
  return letters === 0 ? 0 : sum / letters;
}

function turned(picture: Picture, turn: Turn): Picture {
  const swap = turn === 90 || turn === 270;
  return {
    width: swap ? picture.height : picture.width,
    height: swap ? picture.width : picture.height,
    open: () => picture.open().rotate(turn),
  };
}

const sides = ([a, b, , d]: Quad): { across: number; down: number } => ({
  across: Math.hypot(b.x - a.x, b.y - a.y),
  down: Math.hypot(d.x - a.x, d.y - a.y),
});
const area = (quads: Quad[]): number => quads.reduce((sum, quad) => sum + sides(quad).across * sides(quad).down, 0);

function boundsOf(quad: Quad): Box {
  const x = Math.min(...quad.map((p) => p.x));
  const y = Math.min(...quad.map((p) => p.y));
  return {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(Math.max(...quad.map((p) => p.x)) - x),
    height: Math.round(Math.max(...quad.map((p) => p.y)) - y),
  };
}

/** A camera is never held quite straight: from this lean on, rows are found along it. */
const LEAN = 0.006;

/** The middle one of its long lines' leans. */
function leanOf(lines: readonly QuadLine[]): number {
  const leans = lines
    .map(({ quad }) => quad)
    .filter((quad) => sides(quad).across > sides(quad).down * 4)
    .map(([a, b]) => Math.atan2(b.y - a.y, b.x - a.x))
    .toSorted((a, b) => a - b);
  return leans[Math.floor(leans.length / 2)] ?? 0;
}

/** Adds to each line its place as if the camera had been held straight, so that a row is a row; the middle stays. */
function straightened(lines: readonly QuadLine[], lean: number, { width, height }: Picture): ScoredLine[] {
  const [sin, cos] = [Math.sin(lean), Math.cos(lean)];
  return lines
    .map(({ quad, marks: _marks, ...line }) => {
      if (Math.abs(lean) < LEAN) return line;
      const [a, b, c, d] = quad.map((p) => {
        const [x, y] = [p.x - width / 2, p.y - height / 2];
        return { x: x * cos + y * sin + width / 2, y: y * cos - x * sin + height / 2 };
      }) as Quad;
      return { ...line, flat: boundsOf([a, b, c, d]) };
    })
    .toSorted((p, q) => top(p) - top(q));
}

const top = (line: ScoredLine): number => placeOf(line)!.y;
