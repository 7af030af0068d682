import type { DocumentBlock } from '../../model/document.ts';
import { titleSize } from '../columns.ts';
import { LONGEST_WHOLE_ITEM, LONGEST_WHOLE_PARAGRAPH, plainLength, staysWhole } from '../whole.ts';
import { BODY_SIZE, type Content, GREY, LINE_WIDTH, type TextNode } from './definition.ts';
import type { PrintableWriter } from './fonts-substitute.ts';
import { wholeRuns } from './runs.ts';
import { isCompanion, signaturesFrom, signaturesNode } from './signatures.ts';
import { fieldsNode, tableNode } from './tables.ts';

const HEADING_SIZE = { 1: 14, 2: 12.5, 3: 12 } as const;
const MARKER_WIDTH = 22;
const LIST_INDENT = 4;

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
          text: wholeRuns(block.text, writer),
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
      return [
        { text: wholeRuns(block.text, writer), fontSize: 9.5, color: GREY, lineHeight: 1.45, margin: [0, 6, 0, 4] },
      ];
  }
}

/** The nodes of a list: each item in one piece where it is short, and a short numbered list altogether. */
function listNodes(block: Extract<DocumentBlock, { kind: 'list' }>, writer: PrintableWriter): Content[] {
  const items = block.items.map((item, i): Content => {
    const columns: Content = {
      columns: [
        { text: block.ordered ? `${(block.start ?? 1) + i}.` : '•', width: MARKER_WIDTH },
        // A width in points: a star would grow to the longest number and leave the page.
        { text: wholeRuns(item, writer), width: LINE_WIDTH - LIST_INDENT - MARKER_WIDTH },
      ],
      margin: [LIST_INDENT, 0, 0, 3],
    };
    return plainLength(item) <= LONGEST_WHOLE_ITEM ? { stack: [columns], unbreakable: true } : columns;
  });
  return staysWhole(block) ? [{ stack: items, unbreakable: true }] : items;
}
