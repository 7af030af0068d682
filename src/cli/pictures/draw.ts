import type { ExhibitPicture, PictureRoom } from '../../clerk/cases/exhibit-picture.ts';
import type { PictureWay } from './terminal.ts';
import { sixel } from './sixel.ts';

/** A cell is about twice as high as it is wide. */
const CELL_RATIO = 2;
/** Pixels of a cell in height: fine where the terminal scales, about one to one where it does not. */
const FINE = 32;
const PLAIN = 18;
const MOST_ROWS = 16;
const LEAST_ROWS = 4;
/** kitty takes at most so much of base64 at once. */
const CHUNK = 4_096;

/** How much of a window a picture gets: half of its height, and its width. */
export interface PictureCells {
  rows: number;
  columns: number;
}

/** The cells for a picture in a terminal of this size. */
export function cellsFor(height: number, width: number): PictureCells {
  return { rows: Math.max(LEAST_ROWS, Math.min(MOST_ROWS, Math.floor(height / 2))), columns: width };
}

/** The pixels that are worth asking for. */
export function roomFor(way: PictureWay, { rows, columns }: PictureCells): PictureRoom {
  const cell = way === 'sixel' ? PLAIN : FINE;
  return { height: rows * cell, width: Math.floor((columns * cell) / CELL_RATIO), pixels: way === 'sixel' };
}

/** What has to be written for a terminal to show the picture at the cursor; the line after it is below the picture. */
export function drawPicture(way: PictureWay, picture: ExhibitPicture, cells: PictureCells): string {
  if (way === 'sixel') return sixel(picture.width, picture.height, picture.pixels!);
  const base64 = Buffer.from(picture.png.buffer, picture.png.byteOffset, picture.png.byteLength).toString('base64');
  // A broad picture would be broader than the window at that height.
  const broad = (picture.width / picture.height) * CELL_RATIO;
  const rows = Math.max(1, Math.min(cells.rows, Math.floor(cells.columns / broad)));
  const columns = Math.max(1, Math.min(cells.columns, Math.round(rows * broad)));
  return way === 'kitty' ? kitty(base64, rows, columns) : iterm(base64, rows, picture.png.byteLength);
}

/**
 * Each piece says that no answer is wanted: it would come as if somebody had typed it. Version 0.26 keeps the
 * breadth of a picture whose height alone is given, so both are.
 */
function kitty(base64: string, rows: number, columns: number): string {
  const pieces: string[] = [];
  for (let at = 0; at < base64.length; at += CHUNK) {
    const head = at === 0 ? `a=T,f=100,r=${rows},c=${columns},` : '';
    const more = at + CHUNK < base64.length ? 1 : 0;
    pieces.push(`\u001b_G${head}q=2,m=${more};${base64.slice(at, at + CHUNK)}\u001b\\`);
  }
  return pieces.join('');
}

const iterm = (base64: string, rows: number, bytes: number): string =>
  `\u001b]1337;File=inline=1;size=${bytes};height=${rows};width=auto;preserveAspectRatio=1:${base64}\u0007`;
