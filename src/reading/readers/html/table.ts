import type { HTMLElement } from 'node-html-parser';
import { cleanLine } from '../text/clean.ts';
import { isBill } from '../bill/judge.ts';
import { readTable, type BillTable } from '../bill/table.ts';

/** More rows than a page of a bank shows. */
const MAX_ROWS = 20_000;

/**
 * The table of payments on a page: banks save statements as HTML, some of them under the name of a workbook.
 * @returns undefined when no table on it is one
 */
export function readHtmlTable(root: HTMLElement): BillTable | undefined {
  for (const element of root.querySelectorAll('table').slice(0, 50)) {
    const rows = element.querySelectorAll('tr').slice(0, MAX_ROWS);
    if (rows.length < 2) continue;
    const reader = readTable();
    const open: number[] = [];
    for (const [i, row] of rows.entries()) {
      reader.take(
        cellsOf(row, open).map((text) => ({ text })),
        i + 1,
      );
    }
    const table = reader.finish();
    if (isBill(table) && table.found > 0) return table;
  }
  return undefined;
}

/** A cell over more columns or rows than this is a trap. */
const MAX_SPAN = 100;

/**
 * The texts of a row by their columns; a cell over several leaves those behind and below it empty.
 * @param open how many more rows each column is taken by a cell from above; kept from row to row
 */
function cellsOf(row: HTMLElement, open: number[]): string[] {
  const texts: string[] = [];
  const skip = (): void => {
    while ((open[texts.length] ?? 0) > 0) {
      open[texts.length]! -= 1;
      texts.push('');
    }
  };
  const spanOf = (cell: HTMLElement, name: string): number =>
    Math.min(Math.max(Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1, 1), MAX_SPAN);
  for (const node of row.childNodes) {
    const cell = node as HTMLElement;
    if (!/^t[dh]$/i.test(cell.rawTagName ?? '')) continue;
    skip();
    const [wide, deep] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
    for (let i = 0; i < wide; i += 1) {
      open[texts.length] = deep - 1;
      texts.push(i === 0 ? cleanLine(cell.text) : '');
    }
  }
  skip();
  return texts;
}
