import type { Box } from '../../model/evidence.ts';
import { STATUS_SIGN } from './names.ts';
import { placeOf, type ScoredLine } from '../reader.ts';

/** A piece of text with where it stands; the unit that labels and values are made of. */
export interface Cell {
  text: string;
  /** One per UTF-16 unit, when it was recognised from a picture. */
  scores?: readonly number[];
  /** As if the camera had been held straight. Absent for text without places. */
  place?: Box;
  line: ScoredLine;
}

/** Cells that stand side by side, from left to right. */
export type Row = Cell[];

export interface Page {
  rows: Row[];
  /** What stands beside the menu in its head: the name of the site, most often. */
  site?: Cell;
  width?: number;
  height?: number;
  /** Its words came without places: where they stand now says nothing. */
  laid?: true;
}

/** Groups lines into rows: by their place where they have one, else one row each. */
export function pageOf(lines: readonly ScoredLine[], size?: { width: number; height: number }): Page {
  const usable = lines.filter((line) => line.text.length <= LONGEST_LINE);
  return {
    rows: belowStatusBar(
      rowsOf(usable).filter((row) => row.length > 0),
      size,
    ),
    ...size,
  };
}

const STATUS_BAR_SHARE = 0.045;

/** A phone's own line is no part of the page: two or more pieces at the very top, one of them its sign. */
function belowStatusBar(rows: Row[], size?: { width: number; height: number }): Row[] {
  const [first] = rows;
  const height = Math.max(size?.height ?? 0, (size?.width ?? 0) * 1.6);
  if (!first || first.length < 2 || height === 0) return rows;
  const atTop = first.every((cell) => cell.place && middle(cell.place) < height * STATUS_BAR_SHARE);
  return atTop && first.some((cell) => STATUS_SIGN.test(cell.text.trim())) ? rows.slice(1) : rows;
}

/** A longer line is no line of a page but data; searching it for labels would only take time. */
const LONGEST_LINE = 4000;

function rowsOf(lines: readonly ScoredLine[]): Row[] {
  const placed = lines.every((line) => line.box !== undefined) && lines.length > 0;
  return placed ? rowsByPlace(lines.map(cellOf)) : lines.map((line) => splitAtGaps(line));
}

function cellOf(line: ScoredLine): Cell {
  return { text: line.text, scores: line.scores, place: placeOf(line), line };
}

/** In a text without places a TAB or a run of spaces stands where a column ends. */
function splitAtGaps(line: ScoredLine): Row {
  const row: Row = [];
  for (const match of line.text.matchAll(/\S+(?: \S+)*/g)) {
    row.push({ ...part({ text: line.text, scores: line.scores, line }, match.index, match.index + match[0].length) });
  }
  return row;
}

/** A stretch of a cell, with the scores that belong to it. */
export function part(cell: Cell, from: number, to: number): Cell {
  return { ...cell, text: cell.text.slice(from, to), scores: cell.scores?.slice(from, to) };
}

/** The parts of cells that stand from one letter of their common text to another. */
export function stretchOf(cells: readonly Cell[], from: number, to: number): Cell[] {
  let at = 0;
  return cells.flatMap((cell) => {
    const [start, end] = [at, (at += cell.text.length)];
    return start < to && end > from
      ? [part(cell, Math.max(0, from - start), Math.min(cell.text.length, to - start))]
      : [];
  });
}

/** How wide the widest of some cells is; 0 for text without places. */
export const widestOf = (cells: readonly Cell[]): number => Math.max(0, ...cells.map(({ place }) => place?.width ?? 0));

/** Where the words of a page end at the right; 0 for text without places. */
export const rightEdge = (rows: readonly Row[]): number =>
  Math.max(0, ...rows.flat().map(({ place }) => (place ? place.x + place.width : 0)));

/** A line that reaches so far towards the edge of the page's words was full. */
const FULL_LINE = 0.86;

/** Did this line end because there was no more room? @param edge of `rightEdge` */
export const isFullLine = ({ x, width, height }: Box, edge: number): boolean => x + width > edge * FULL_LINE - height;

/** How much room the letters of a line take beside each other, in no measure. */
export const roomOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1.1), 0);

export const middle = (box: Box): number => box.y + box.height / 2;

function rowsByPlace(cells: Cell[]): Row[] {
  const rows: Row[] = [];
  for (const cell of cells.toSorted((a, b) => middle(a.place!) - middle(b.place!))) {
    const row = rows.at(-1);
    if (row && sharesRow(row, cell)) row.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.place!.x - b.place!.x));
}

/** Of the narrower one's breadth. */
const TOUCH = 0.15;

function sharesRow(row: Row, cell: Cell): boolean {
  const last = row.at(-1)!.place!;
  const place = cell.place!;
  const apart = Math.abs(middle(last) - middle(place));
  if (apart > 0.5 * Math.min(last.height, place.height)) return false;
  // Two lines of one column are never one row, however close they stand; two buttons of one may touch each other.
  return row.every(({ place: other }) => {
    const shared = Math.min(other!.x + other!.width, place.x + place.width) - Math.max(other!.x, place.x);
    return shared <= Math.max(place.height * 0.4, Math.min(other!.width, place.width) * TOUCH);
  });
}

/** The lines' common box in the picture's own pixels. */
export function boxOf(cells: readonly Cell[]): Box | undefined {
  const boxes = cells.flatMap((cell) => (cell.line.box ? [cell.line.box] : []));
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
    ...(boxes[0]!.page === undefined ? {} : { page: boxes[0]!.page }),
  };
}
