import type { Cell, Page, Row } from '../page.ts';

/** What stands before a paragraph that is one of several: 1. 2. 3., 一、二、, (1), ①, 第一条. */
const MARK = new RegExp(
  [
    String.raw`^[（(【[]?\s*(?<figure>\d{1,2})\s*[)）】\].、．:：](?!\d)`,
    String.raw`^[（(]?(?<word>[一二三四五六七八九十]{1,3})\s*[)）、.．:：]`,
    String.raw`^第\s*(?<article>[一二三四五六七八九十]{1,3}|\d{1,2})\s*[条章节款步点]`,
    String.raw`^(?<ring>[①-⑳])`,
  ].join('|'),
);
const ASKED = /^(?:Q|问)\s?\d{0,2}\s?[:：.、]/i;
const ANSWERED = /^(?:A|答)\s?\d{0,2}\s?[:：.、]/i;
const DIGITS = '一二三四五六七八九十';

/** Items of a list that count on, or questions each with its answer. */
const FEWEST = { items: 3, answers: 2 };
/** A paragraph goes on below its mark or below the words behind it. */
const INDENT = 3.5;
const MOSTLY = 0.75;

/**
 * Where a written text begins on a page that has nothing below but numbered paragraphs, or questions with their
 * answers: the number of its first row. Whoever talks numbers what he says now and then, but somebody else stands on
 * another edge.
 */
export function numberedFrom(page: Page): number | undefined {
  const first = page.rows.findIndex((row) => numberOf(row) === 1 || ASKED.test(textOf(row)));
  if (first < 0) return undefined;
  const below = page.rows.slice(first);
  if (longestCount(below) < FEWEST.items && !isAsked(below)) return undefined;
  return staysAtEdge(below, page) ? first : undefined;
}

/** A line that is as wide as the page, but for its margins: no bubble is. */
const MARGIN = 0.09;
const PARAGRAPHS = 2;

/** Are the lines of a page paragraphs from margin to margin, and nobody's bubbles? */
export function isSetInParagraphs(page: Page): boolean {
  const { rows, width } = page;
  if (width === undefined) return false;
  const body = rows.slice(1);
  const isFull = ([cell, ...more]: Row): boolean =>
    cell?.place !== undefined &&
    more.length === 0 &&
    cell.place.x < width * MARGIN &&
    cell.place.x + cell.place.width > width * (1 - MARGIN) - cell.place.height;
  const begins = body.filter((row, i) => isFull(row) && !isFull(body[i - 1] ?? []));
  return begins.length >= PARAGRAPHS && staysAtEdge(body, page);
}

/** How far the marks count on from one. */
function longestCount(rows: readonly Row[]): number {
  let count = 0;
  for (const row of rows) if (numberOf(row) === count + 1) count += 1;
  return count;
}

const isAsked = (rows: readonly Row[]): boolean =>
  [ASKED, ANSWERED].every((mark) => rows.filter((row) => mark.test(textOf(row))).length >= FEWEST.answers);

const textOf = (row: Row): string => (row[0]?.text ?? '').trim();

function numberOf(row: Row): number | undefined {
  const { figure, word, article, ring } = MARK.exec(textOf(row))?.groups ?? {};
  if (ring !== undefined) return ring.codePointAt(0)! - '①'.codePointAt(0)! + 1;
  const said = figure ?? word ?? article;
  if (said === undefined) return undefined;
  if (/^\d/.test(said)) return Number(said);
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said];
  const value = (digit: string): number => DIGITS.indexOf(digit) + 1;
  return said.includes('十') ? (tens === '' ? 10 : value(tens!) * 10) + value(ones!) : value(ones!);
}

/** Do all lines begin at the edge of the first, or below its words? Without places there is nothing to be seen. */
function staysAtEdge(rows: readonly Row[], { width }: Page): boolean {
  const [edge] = rows.map((row) => row[0]?.place);
  if (!edge || width === undefined) return true;
  const isBeside = ({ place }: Cell): boolean =>
    place !== undefined && place.x > width * 0.3 && place.x + place.width > width * 0.8;
  const own = rows.filter((row) => Math.abs((row[0]!.place?.x ?? 0) - edge.x) <= edge.height * INDENT);
  return own.length >= rows.length * MOSTLY && !rows.some((row) => row.length === 1 && isBeside(row[0]!));
}
