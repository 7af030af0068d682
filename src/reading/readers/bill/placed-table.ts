import type { TextLine } from '../../../model/reading.ts';
import type { Cell } from './cells.ts';
import { generalHeaderOf } from './heads.ts';
import { isBill } from './judge.ts';
import { headerOf, type Header } from './columns.ts';
import { readTable, type BillTable } from './table.ts';

type Placed = TextLine & { box: NonNullable<TextLine['box']> };
const isPlaced = (line: TextLine): line is Placed => line.box !== undefined;

/** Pieces of one row stand at one height. */
function rowsOf(lines: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const line of lines.toSorted((a, b) => (a.box.page ?? 1) - (b.box.page ?? 1) || a.box.y - b.box.y)) {
    const first = rows.at(-1)?.[0];
    const middle = line.box.y + line.box.height / 2;
    const same =
      first !== undefined &&
      first.box.page === line.box.page &&
      Math.abs(first.box.y + first.box.height / 2 - middle) < Math.min(first.box.height, line.box.height) * 0.6;
    if (same) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.box.x - b.box.x));
}

const centre = ({ box }: Placed): number => box.x + box.width / 2;

/**
 * A statement in a PDF as a table: a row of heads, and under each what stands nearest to its middle. A piece that wraps
 * to the next line joins the cell above it.
 * @returns undefined when no row is the head of a table of payments, or nothing under it is one
 */
export function readPlacedTable(lines: readonly TextLine[]): BillTable | undefined {
  const rows = rowsOf(lines.filter(isPlaced));
  const reader = readTable();
  let head: { header: Header; centres: number[] } | undefined;
  let open: { cells: Cell[]; bottom: number; height: number; page: number } | undefined;
  let line = 0;
  const close = (): void => {
    if (open) reader.take(open.cells, ++line);
    open = undefined;
  };
  for (const row of rows) {
    const names = row.map(({ text }) => text);
    const header = headerOf(names) ?? generalHeaderOf(names);
    if (header) {
      close();
      if (!head)
        reader.take(
          names.map((text) => ({ text })),
          ++line,
        );
      // On the next page the same heads stand elsewhere by a little.
      if (!head || head.header.width === header.width) head = { header, centres: row.map(centre) };
      continue;
    }
    if (!head) {
      reader.take(
        names.map((text) => ({ text })),
        ++line,
      );
      continue;
    }
    const { centres } = head;
    const cells: Cell[] = centres.map(() => ({ text: '' }));
    for (const piece of row) {
      const nearest = centres.reduce(
        (best, own, i) => (Math.abs(own - centre(piece)) < Math.abs(centres[best]! - centre(piece)) ? i : best),
        0,
      );
      cells[nearest]!.text = `${cells[nearest]!.text} ${piece.text}`.trim();
    }
    const { box } = row[0]!;
    const starts = cells[timePlace(head.header)]!.text !== '';
    const follows = open && open.page === (box.page ?? 1) && box.y - open.bottom < open.height * 1.2;
    if (!starts && open && follows) {
      open.cells.forEach((cell, i) => (cell.text += cells[i]!.text));
      open.bottom = box.y + box.height;
    } else {
      close();
      if (starts) open = { cells, bottom: box.y + box.height, height: box.height, page: box.page ?? 1 };
    }
  }
  close();
  const table = reader.finish();
  return head && isBill(table) && table.found > 0 ? table : undefined;
}

const timePlace = ({ places }: Header): number => places.at ?? places.paidAt ?? 0;
