import type { FieldRow, Inline, TableColumn } from '../../model/document.ts';
import { columnWidths } from '../columns.ts';
import { LABEL_SHARE, plainLength } from '../whole.ts';
import { type Content, LINE_WIDTH, TABLE_SIZE, type TableLayout, type TextNode } from './definition.ts';
import type { PrintableWriter } from './fonts-substitute.ts';
import { runs, wholeRuns } from './runs.ts';

const CELL_PADDING = 4;
const RULE = 0.5;
/** A row taller than this many characters of one cell may run over a page's end. */
const LONGEST_WHOLE_CELL = 400;

const RULED: TableLayout = {
  hLineWidth: () => RULE,
  vLineWidth: () => RULE,
  hLineColor: () => '#555555',
  vLineColor: () => '#555555',
  paddingLeft: () => CELL_PADDING,
  paddingRight: () => CELL_PADDING,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** Width of ✓ in the font of PDF files, where □ is 1. */
const TICK_EMS = 0.683;

/** Widths of the cells' insides, so that the whole table is exactly as wide as a line of text. */
function innerWidths(columns: readonly TableColumn[]): number[] {
  return columnWidths(columns, LINE_WIDTH - RULE - columns.length * (2 * CELL_PADDING + RULE), TABLE_SIZE);
}

/** A table with a head row that is written again on each page. */
export function tableNode(
  columns: readonly TableColumn[],
  rows: readonly Inline[][],
  writer: PrintableWriter,
): Content {
  const head = columns.map((column): TextNode => ({
    text: writer.print(column.title),
    bold: true,
    alignment: 'center',
    fontSize: TABLE_SIZE,
    lineHeight: 1.35,
    fillColor: '#eeeeee',
  }));
  const body = rows.map((row) =>
    columns.map((column, i): TextNode => ({
      text: runs(row[i] ?? '', writer),
      alignment: column.align ?? 'left',
      fontSize: TABLE_SIZE,
      lineHeight: 1.35,
    })),
  );
  const longest = Math.max(0, ...rows.flat().map(plainLength));
  return {
    table: {
      widths: innerWidths(columns),
      headerRows: 1,
      dontBreakRows: longest <= LONGEST_WHOLE_CELL,
      ...(longest <= LONGEST_WHOLE_CELL && rows.length > 0 ? { keepWithHeaderRows: 1 } : {}),
      body: [head, ...body],
    },
    layout: RULED,
    margin: [0, 4, 0, 8],
  };
}

/** A form: labels on the left, values and boxes to tick on the right. */
export function fieldsNode(rows: readonly FieldRow[], writer: PrintableWriter): Content {
  const body = rows.map((row): TextNode[] => [
    { text: writer.print(row.label), fontSize: TABLE_SIZE, lineHeight: 1.35, fillColor: '#f4f4f4' },
    { text: fieldRuns(row, writer), fontSize: TABLE_SIZE, lineHeight: 1.35 },
  ]);
  const longest = Math.max(0, ...rows.map((row) => plainLength(row.value ?? '')));
  return {
    table: {
      widths: innerWidths([
        { title: '', width: LABEL_SHARE },
        { title: '', width: 100 - LABEL_SHARE },
      ]),
      headerRows: 0,
      dontBreakRows: longest <= LONGEST_WHOLE_CELL,
      body,
    },
    layout: RULED,
    margin: [0, 4, 0, 8],
  };
}

function fieldRuns(row: FieldRow, writer: PrintableWriter): TextNode[] {
  const ticks = (row.options ?? []).flatMap((option, i) => [
    { text: i === 0 ? '' : '　' },
    tickBox(option.checked),
    // A space that does not break keeps the box with the first word of its label; a tick takes some of the room.
    { text: `${option.checked ? '\u00a0\u00a0' : '\u00a0'}${writer.print(option.label)}` },
  ]);
  if (row.value === undefined) return ticks;
  return [...ticks, ...(ticks.length > 0 ? [{ text: '\n' }] : []), ...wholeRuns(row.value, writer)];
}

/**
 * The font has neither ☐ nor ☑. A square is there, and so is a tick, which is narrower: set back into the middle of the
 * square, both in one run, because the printer spaces only within a run. Both stay text.
 */
function tickBox(checked: boolean): TextNode {
  return checked ? { text: '□✓', characterSpacing: (-(1 + TICK_EMS) / 2) * TABLE_SIZE } : { text: '□' };
}
