import type * as Docx from 'docx';
import type { DocumentBlock, FieldRow, Inline, TableColumn, TextRun } from '../../model/document.ts';
import { columnWidths, titleSize } from '../columns.ts';
import { LABEL_SHARE, LONGEST_WHOLE_ITEM, LONGEST_WHOLE_PARAGRAPH, plainLength, staysWhole } from '../whole.ts';
import { STYLE, SYMBOL_FONT } from './styles.ts';
import { writableText } from './text.ts';
import { signatureLines } from '../signature.ts';

export type DocxLibrary = typeof Docx;
export type DocxContent = Docx.Paragraph | Docx.Table;

/** Width between the margins of an A4 page, in twentieths of a point. */
export const TEXT_WIDTH = 11906 - 2 * 1440;
const FIRST_LINE = 480;
const LONGEST_WHOLE_CELL = 400;
/** A full-width character in a cell, and the room beside it, in twentieths of a point. */
const CELL_EM = 210;
const CELL_PADDING = 80;

/** Name of the numbering that starts at a number; one numbering a start, one instance a list. */
export function numberingName(start: number): string {
  return `from-${start}`;
}

/** Writes blocks with one open library; counts the lists so that each starts anew. */
export class DocxWriter {
  readonly docx: DocxLibrary;
  #lists = 0;

  constructor(docx: DocxLibrary) {
    this.docx = docx;
  }

  blocks(blocks: readonly DocumentBlock[]): DocxContent[] {
    const { Paragraph } = this.docx;
    return blocks.flatMap((block, i): DocxContent[] => {
      // Words before a signature go with it: a page with a signature alone proves nothing.
      const signed = blocks[i + 1]?.kind === 'signature';
      switch (block.kind) {
        case 'title':
          return [
            new Paragraph({
              style: 'Title',
              children: this.runs(block.text, { size: titleSize(block.text, TEXT_WIDTH / 20) * 2 }),
            }),
          ];
        case 'heading':
          return [new Paragraph({ style: `Heading${block.level}`, children: this.runs(block.text) })];
        case 'paragraph': {
          const align = block.align ?? 'left';
          const indented = (block.indent ?? 'first') === 'first' && align === 'left';
          return [
            new Paragraph({
              alignment: align,
              keepNext: signed,
              keepLines: plainLength(block.text) <= LONGEST_WHOLE_PARAGRAPH,
              children: this.runs(block.text),
              ...(indented ? { indent: { firstLine: FIRST_LINE } } : {}),
            }),
          ];
        }
        case 'list':
          return this.list(block, signed);
        case 'table':
          return [this.table(block.columns, block.rows), this.gap()];
        case 'fields':
          return [this.fields(block.rows), this.gap()];
        case 'signature':
          return this.signature(block, blocks[i - 1]?.kind !== 'signature', blocks[i + 1]?.kind === 'signature');
        case 'note':
          return [new Paragraph({ style: STYLE.note, keepNext: signed, children: this.runs(block.text) })];
        case 'pageBreak':
          return [this.gap(true)];
      }
    });
  }

  /** @param options of every run: its size in half points where the style's does not hold */
  runs(inline: Inline, options: { size?: number } = {}): Docx.TextRun[] {
    const list: TextRun[] = typeof inline === 'string' ? [{ text: inline }] : inline;
    return list.flatMap((run) =>
      writableText(run.text)
        .split('\n')
        .map(
          (text, i) =>
            new this.docx.TextRun({
              text,
              ...options,
              ...(i > 0 ? { break: 1 } : {}),
              ...(run.bold ? { bold: true } : {}),
              ...(run.underline ? { underline: {} } : {}),
            }),
        ),
    );
  }

  private list(block: Extract<DocumentBlock, { kind: 'list' }>, signed: boolean): DocxContent[] {
    const { items, ordered, start = 1 } = block;
    this.#lists += 1;
    const instance = this.#lists;
    const whole = staysWhole(block);
    return items.map(
      (item, i) =>
        new this.docx.Paragraph({
          style: 'ListParagraph',
          keepNext: i === items.length - 1 ? signed : whole,
          keepLines: plainLength(item) <= LONGEST_WHOLE_ITEM,
          children: this.runs(item),
          numbering: { reference: ordered ? numberingName(start) : 'bullets', level: 0, instance },
        }),
    );
  }

  private cell(
    children: Docx.ParagraphChild[],
    width: number,
    options: { align?: TableColumn['align']; fill?: string; keepNext?: boolean } = {},
  ): Docx.TableCell {
    return new this.docx.TableCell({
      width: { size: width, type: 'dxa' },
      ...(options.fill ? { shading: { type: 'clear', color: 'auto', fill: options.fill } } : {}),
      children: [
        new this.docx.Paragraph({
          style: STYLE.cell,
          alignment: options.align ?? 'left',
          keepNext: options.keepNext ?? false,
          children,
        }),
      ],
    });
  }

  private table(columns: readonly TableColumn[], rows: readonly Inline[][]): Docx.Table {
    const { TableRow } = this.docx;
    const widths = cellWidths(columns);
    const head = new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: columns.map((column, i) =>
        this.cell(this.runs([{ text: column.title, bold: true }]), widths[i]!, {
          align: 'center',
          fill: 'EEEEEE',
          keepNext: true,
        }),
      ),
    });
    const body = rows.map(
      (row) =>
        new TableRow({
          cantSplit: row.every(isShort),
          children: columns.map((column, i) => this.cell(this.runs(row[i] ?? ''), widths[i]!, { align: column.align })),
        }),
    );
    return this.grid(widths, [head, ...body]);
  }

  private fields(rows: readonly FieldRow[]): Docx.Table {
    const widths = cellWidths([
      { title: '', width: LABEL_SHARE },
      { title: '', width: 100 - LABEL_SHARE },
    ]);
    return this.grid(
      widths,
      rows.map(
        (row) =>
          new this.docx.TableRow({
            cantSplit: isShort(row.value ?? ''),
            children: [
              this.cell(this.runs(row.label), widths[0]!, { fill: 'F4F4F4' }),
              this.cell(this.fieldRuns(row), widths[1]!),
            ],
          }),
      ),
    );
  }

  private fieldRuns(row: FieldRow): Docx.TextRun[] {
    const { TextRun } = this.docx;
    const ticks = (row.options ?? []).flatMap((option, i) => [
      new TextRun({ text: `${i === 0 ? '' : '　'}` }),
      new TextRun({ text: option.checked ? '☑' : '☐', font: SYMBOL_FONT }),
      ...this.runs(`\u00a0${option.label}`),
    ]);
    if (row.value === undefined) return ticks;
    return [...ticks, ...(ticks.length > 0 ? [new TextRun({ break: 1 })] : []), ...this.runs(row.value)];
  }

  private grid(widths: number[], rows: Docx.TableRow[]): Docx.Table {
    return new this.docx.Table({
      rows,
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: 'dxa' },
      layout: 'fixed',
      margins: { left: CELL_PADDING, right: CELL_PADDING, top: 50, bottom: 50, marginUnitType: 'dxa' },
    });
  }

  /**
   * A thin empty line: two tables in a row would grow together without one, and
   * a page break in a line of its own height would push the next page down.
   */
  private gap(pageBreakBefore = false): Docx.Paragraph {
    return new this.docx.Paragraph({
      pageBreakBefore,
      spacing: { line: 120, lineRule: 'exact', before: 0, after: 40 },
      children: [],
    });
  }

  /** `following`: another signature comes next; they stay together. */
  private signature(
    block: Extract<DocumentBlock, { kind: 'signature' }>,
    first: boolean,
    following: boolean,
  ): DocxContent[] {
    const lines = signatureLines(block);
    return lines.map(
      (line, i) =>
        new this.docx.Paragraph({
          alignment: 'right',
          keepNext: following || i < lines.length - 1,
          ...(first && i === 0 ? { spacing: { before: 360 } } : {}),
          children: this.runs(line),
        }),
    );
  }
}

function isShort(inline: Inline): boolean {
  return plainLength(inline) <= LONGEST_WHOLE_CELL;
}

function cellWidths(columns: readonly TableColumn[]): number[] {
  return columnWidths(columns, TEXT_WIDTH, CELL_EM, 2 * CELL_PADDING).map(Math.floor);
}
