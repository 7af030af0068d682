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
    for (const [i, row] of rows.entries()) {
      const cells = row.childNodes.filter((node) => /^t[dh]$/i.test((node as HTMLElement).rawTagName ?? ''));
      reader.take(
        cells.map((cell) => ({ text: cleanLine(cell.text) })),
        i + 1,
      );
    }
    const table = reader.finish();
    if (isBill(table) && table.found > 0) return table;
  }
  return undefined;
}
