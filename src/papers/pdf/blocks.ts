import type { DocumentBlock, FieldRow, Inline, TableColumn } from '../../model/document.ts';
import { columnWidths, titleSize } from '../columns.ts';
import { LABEL_SHARE, LONGEST_WHOLE_ITEM, LONGEST_WHOLE_PARAGRAPH, plainLength, staysWhole } from '../whole.ts';
import { signatureLines } from '../signature.ts';
import type { PrintableWriter } from './fonts-substitute.ts';
import {
  BODY_SIZE,
  type Content,
  GREY,
  LINE_WIDTH,
  TABLE_SIZE,
  type TableLayout,
  type TextNode,
} from './definition.ts';

const HEADING_SIZE = { 1: 14, 2: 12.5, 3: 12 } as const;
const MARKER_WIDTH = 22;
const LIST_INDENT = 4;
const CELL_PADDING = 4;
const RULE = 0.5;
/** A row taller than this many characters of one cell may run over a page's end. */
const LONGEST_WHOLE_CELL = 400;
/** Characters of a paragraph that may be moved to the next page with the signature under it. */
const LONGEST_COMPANION = 300;

export const RULED: TableLayout = {
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

/** Turns blocks into what the printer lays out; every text passes `writer`. */
export function pdfBlocks(blocks: readonly DocumentBlock[], writer: PrintableWriter): Content[] {
  // Page breaks are put in at the end: the printer loses what breaks a page inside what must not break.
  const laid: { node: Content; newPage: boolean }[] = [];
  let newPage = false;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind === 'pageBreak') {
      newPage = laid.length > 0;
    } else if (block.kind === 'signature') {
      const row = signaturesFrom(blocks, i);
      const companion = isCompanion(blocks[i - 1]) ? laid.pop() : undefined;
      laid.push({ node: signaturesNode(row, companion?.node, writer), newPage: companion?.newPage ?? newPage });
      i += row.length - 1;
      newPage = false;
    } else {
      for (const node of pdfBlock(block, writer)) {
        const headings: TextNode[] = [];
        let onNewPage = newPage;
        for (let last = laid.at(-1); isWhole(node) && !onNewPage && last && isHeading(last.node); last = laid.at(-1)) {
          headings.unshift(last.node);
          onNewPage = last.newPage;
          laid.pop();
        }
        laid.push({ node: headings.length > 0 ? tied(headings, node) : node, newPage: onNewPage });
        newPage = false;
      }
    }
  }
  return laid.map((entry) => (entry.newPage ? { stack: [entry.node], pageBreak: 'before' } : entry.node));
}

const isWhole = (node: Content): boolean => 'unbreakable' in node && node.unbreakable === true;
const isHeading = (node: Content): node is TextNode => 'headlineLevel' in node && node.headlineLevel !== undefined;

/**
 * Headings in one piece with what stands under it. Where a piece that must not break will stand is not known while
 * the printer asks which heading is left behind, so that such a heading is not asked about.
 */
function tied(headings: readonly TextNode[], node: Content): Content {
  const unasked = headings.map(({ headlineLevel: _asked, ...heading }): TextNode => heading);
  return { stack: [...unasked, node], unbreakable: true };
}

function pdfBlock(
  block: Exclude<DocumentBlock, { kind: 'pageBreak' | 'signature' }>,
  writer: PrintableWriter,
): Content[] {
  switch (block.kind) {
    case 'title':
      return [
        {
          text: writer.print(block.text),
          fontSize: titleSize(block.text, LINE_WIDTH),
          bold: true,
          alignment: 'center',
          lineHeight: 1.4,
          margin: [0, 0, 0, 14],
        },
      ];
    case 'heading':
      return [
        {
          text: writer.print(block.text),
          fontSize: HEADING_SIZE[block.level],
          bold: true,
          headlineLevel: block.level,
          margin: [0, 8, 0, 4],
        },
      ];
    case 'paragraph': {
      const align = block.align ?? 'left';
      const indent = (block.indent ?? 'first') === 'first' && align === 'left' ? BODY_SIZE * 2 : 0;
      const whole = plainLength(block.text) <= LONGEST_WHOLE_PARAGRAPH;
      return [
        {
          text: runs(block.text, writer),
          alignment: align,
          leadingIndent: indent,
          margin: [0, 0, 0, 4],
          ...(whole ? { unbreakable: true } : {}),
        },
      ];
    }
    case 'list':
      // Not the printer's own lists: they write the number after the text, and so does who copies it.
      return listNodes(block, writer);
    case 'table':
      return [tableNode(block.columns, block.rows, writer)];
    case 'fields':
      return [fieldsNode(block.rows, writer)];
    case 'note':
      return [{ text: runs(block.text, writer), fontSize: 9.5, color: GREY, lineHeight: 1.45, margin: [0, 6, 0, 4] }];
  }
}

/** The nodes of a list: each item in one piece where it is short, and a short numbered list altogether. */
function listNodes(block: Extract<DocumentBlock, { kind: 'list' }>, writer: PrintableWriter): Content[] {
  const items = block.items.map((item, i): Content => {
    const columns: Content = {
      columns: [
        { text: block.ordered ? `${(block.start ?? 1) + i}.` : '•', width: MARKER_WIDTH },
        // A width in points: a star would grow to the longest number and leave the page.
        { text: runs(item, writer), width: LINE_WIDTH - LIST_INDENT - MARKER_WIDTH },
      ],
      margin: [LIST_INDENT, 0, 0, 3],
    };
    return plainLength(item) <= LONGEST_WHOLE_ITEM ? { stack: [columns], unbreakable: true } : columns;
  });
  return staysWhole(block) ? [{ stack: items, unbreakable: true }] : items;
}

function runs(inline: Inline, writer: PrintableWriter): TextNode[] {
  const list = typeof inline === 'string' ? [{ text: inline }] : inline;
  return list.map((run) => ({
    text: writer.print(run.text),
    bold: 'bold' in run && run.bold === true,
    ...('underline' in run && run.underline ? { decoration: 'underline' as const } : {}),
  }));
}

/** Widths of the cells' insides, so that the whole table is exactly as wide as a line of text. */
function innerWidths(columns: readonly TableColumn[]): number[] {
  return columnWidths(columns, LINE_WIDTH - RULE - columns.length * (2 * CELL_PADDING + RULE), TABLE_SIZE);
}

function tableNode(columns: readonly TableColumn[], rows: readonly Inline[][], writer: PrintableWriter): Content {
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

function fieldsNode(rows: readonly FieldRow[], writer: PrintableWriter): Content {
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
  return [...ticks, ...(ticks.length > 0 ? [{ text: '\n' }] : []), ...runs(row.value, writer)];
}

/**
 * The font has neither ☐ nor ☑. A square is there, and so is a tick, which is narrower: set back into the middle of the
 * square, both in one run, because the printer spaces only within a run. Both stay text.
 */
function tickBox(checked: boolean): TextNode {
  return checked ? { text: '□✓', characterSpacing: (-(1 + TICK_EMS) / 2) * TABLE_SIZE } : { text: '□' };
}

type Signature = Extract<DocumentBlock, { kind: 'signature' }>;

/** The signatures that stand in a row from a place on. */
function signaturesFrom(blocks: readonly DocumentBlock[], from: number): Signature[] {
  const row: Signature[] = [];
  for (let i = from; blocks[i]?.kind === 'signature'; i++) row.push(blocks[i] as Signature);
  return row;
}

/** Words before a signature that go with it: a page with a signature alone proves nothing. */
function isCompanion(block: DocumentBlock | undefined): boolean {
  if (block === undefined) return false;
  if (block.kind === 'list') return block.items.length > 0 && plainLength(block.items.at(-1)!) <= LONGEST_COMPANION;
  return (block.kind === 'paragraph' || block.kind === 'note') && plainLength(block.text) <= LONGEST_COMPANION;
}

function signaturesNode(
  signatures: readonly Signature[],
  companion: Content | undefined,
  writer: PrintableWriter,
): Content {
  const lines = signatures.flatMap((signature) => signatureLines(signature).map(writer.print, writer));
  const signed: Content = {
    stack: lines.map((text): TextNode => ({
      text,
      alignment: 'right',
      margin: [0, 0, 0, 4],
      preserveLeadingSpaces: true,
    })),
    margin: [0, 14, 0, 0],
  };
  return { stack: companion === undefined ? [signed] : [companion, signed], unbreakable: true };
}
