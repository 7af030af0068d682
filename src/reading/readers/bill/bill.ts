import type { Reading } from '../../../model/reading.ts';
import type { Reader } from '../../reader.ts';
import { type BillTable, readTable } from './table.ts';
import { isBill, judgeBill } from './judge.ts';
import { openWorkbook } from './workbook.ts';
import { readTableOfText } from '../text/plain.ts';
import { readText } from '../text/text.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Payment bills of the wallets that are known, as text (CSV) or workbook (XLSX); other tables as their text. */
export const readBill: Reader = async (source, context) => {
  if (context.mediaType !== XLSX) return readText(source, context);
  const book = await openWorkbook(source);
  try {
    const tables: BillTable[] = [];
    const rows: string[][] = [];
    for (const sheet of book.sheets) {
      const reader = readTable(book.date1904);
      for await (const { cells, line } of sheet.rows()) {
        context.signal?.throwIfAborted();
        reader.take(cells, line);
        if (rows.length < MAX_TEXT_ROWS) rows.push(cells.map((cell) => cell.text));
      }
      tables.push(reader.finish());
    }
    const bills = tables.filter(isBill);
    const reading = bills.length > 0 ? judgeSheets(bills, context.mediaType) : readTableOfText(rows, context.mediaType);
    if (book.externalLinks) {
      reading.notes.push({
        code: 'XLSX_EXTERNAL_LINKS',
        severity: 'info',
        message: '表格里有指向别的文件的链接，没有打开',
      });
    }
    return reading;
  } finally {
    book.close();
  }
};

const MAX_TEXT_ROWS = 2000;

/** A bill saved by a spreadsheet program may hold a copy of itself: the original sheet with most rows counts. */
function judgeSheets(bills: readonly BillTable[], mediaType: string): Reading {
  const ranked = [...bills].sort(
    (a, b) =>
      Number(b.header !== undefined) - Number(a.header !== undefined) ||
      Number(a.copied) - Number(b.copied) ||
      b.found - a.found,
  );
  const reading = judgeBill(ranked[0]!, mediaType);
  const second = ranked[1];
  if (second?.header && second.found !== ranked[0]!.found) {
    reading.notes.push({
      code: 'BILL_SHEETS_DIFFER',
      severity: 'warning',
      message: `这个文件有几张账单表，行数不同（${ranked.map((table) => table.found).join('、')}），只采用了第一种；请核对`,
    });
  }
  return reading;
}
