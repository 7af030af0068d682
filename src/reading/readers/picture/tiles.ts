import type { Box } from '../../../model/evidence.ts';

/** A long screenshot is cut into pieces of about the shape of a screen, or letters shrink below what can be found. */
const SCREEN_RATIO = 2.2;
/** From here on a picture is cut. */
const LONG_RATIO = 2.8;
const MIN_TILE_HEIGHT = 1400;
/** High enough that a line cut by one piece stands whole in the next. */
const OVERLAP_OF_WIDTH = 0.16;
const MIN_OVERLAP = 96;
/** The recogniser holds a piece in memory several times. */
const MAX_TILE_PIXELS = 16_000_000;

export interface Tile extends Box {
  /** The piece is shrunk by this before it is looked at; 1 for all usual pictures. */
  scale: number;
}

/** The pieces to look at, from top to bottom, overlapping; one for a usual screenshot. */
export function tilesOf(width: number, height: number): Tile[] {
  if (height <= width * LONG_RATIO || height <= MIN_TILE_HEIGHT) return [withScale({ x: 0, y: 0, width, height })];
  const step = Math.max(MIN_TILE_HEIGHT, Math.round(width * SCREEN_RATIO));
  const overlap = Math.max(MIN_OVERLAP, Math.round(width * OVERLAP_OF_WIDTH));
  const tiles: Tile[] = [];
  for (let y = 0; ; y += step - overlap) {
    const left = height - y;
    // The last piece takes a short rest with it.
    if (left <= step * 1.25) {
      tiles.push(withScale({ x: 0, y, width, height: left }));
      return tiles;
    }
    tiles.push(withScale({ x: 0, y, width, height: step }));
  }
}

function withScale(box: Box): Tile {
  return { ...box, scale: Math.min(1, Math.sqrt(MAX_TILE_PIXELS / (box.width * box.height))) };
}

/** Memory and time of the finding go with the area it looks at. */
const FINDING_PIXELS = 800_000;

/** The side to which a piece is shrunk for finding lines (not for reading them). */
export function findingSide(width: number, height: number): number {
  // A phone's tall screen is found best at 960; a wide page has small letters.
  if (height > width * 0.9) return 960;
  const scale = Math.min(1, Math.sqrt(FINDING_PIXELS / (width * height)));
  return Math.max(960, Math.round(width * scale));
}

/** Does a line touch the cut, so that the next piece has it whole? */
export function isCut(box: Box, tile: Tile, pictureHeight: number): boolean {
  const margin = 3;
  const above = tile.y > 0 && box.y <= tile.y + margin;
  const below = tile.y + tile.height < pictureHeight && box.y + box.height >= tile.y + tile.height - margin;
  return above || below;
}

/** Are these two the same line seen in two pieces? */
export function isSamePlace(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0.5 * Math.min(a.width, b.width) && down > 0.5 * Math.min(a.height, b.height);
}
