import type { PaperDocument } from '../../model/document.ts';
import { type Day, epochOf } from '../../model/moment.ts';
import { writableText } from '../docx/text.ts';
import { footerWords } from '../footer.ts';
import { fontCoverage } from './fonts.ts';
import { PrintableWriter, substitutionNote } from './fonts-substitute.ts';
import { pdfBlocks } from './blocks.ts';
import {
  BODY_SIZE,
  type Content,
  type DocumentDefinition,
  GREY,
  type LaidOutNode,
  LINE_WIDTH,
  PAGE,
} from './definition.ts';
import { FONT, printPdf } from './printer.ts';

const PAGE_NUMBER_WIDTH = 120;

/**
 * Renders a document as PDF, A4, with its Chinese font embedded and subset and
 * the text selectable. The same document with the same `writtenOn` gives the
 * same bytes. Characters the font lacks are printed as 〓 (or their plain form)
 * and named at the end of the document; none comes out blank.
 * @throws KamengError FONT_MISSING
 */
export async function renderPdf(document: PaperDocument): Promise<Uint8Array> {
  const writer = new PrintableWriter(await fontCoverage());
  const content = pdfBlocks(document.blocks, writer);
  const footer = writer.print(footerWords(document));
  const note = substitutionNote(writer.substitutions);
  if (note !== undefined) content.push(...pdfBlocks([{ kind: 'note', text: note }], writer));
  return printPdf({
    ...pageSetup(document),
    content,
    footer: (page, pages) => pageFooter(footer, `第 ${page} 页　共 ${pages} 页`),
  });
}

/** What all PDF files of a case share: paper, margins, type, properties without any trace of the machine. */
export function pageSetup(document: {
  title: string;
  subject: string;
  writtenOn: Day;
}): Omit<DocumentDefinition, 'content'> {
  const date = new Date(epochOf(document.writtenOn));
  return {
    info: {
      title: writableText(document.title),
      subject: writableText(document.subject),
      creator: 'kameng',
      producer: 'kameng',
      creationDate: date,
      modDate: date,
    },
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    defaultStyle: { font: FONT, fontSize: BODY_SIZE, lineHeight: 1.45 },
    pageBreakBefore: isStranded,
  };
}

/** A heading with the first row of a table under it takes about this much, in points. */
const HEADING_WITH_ROW = 110;

/**
 * A heading that nothing stands under on its page. The printer counts the
 * page's foot among what follows, with a place near the top of the page, and
 * a table that will begin on the next page as if it began on this one.
 */
function isStranded(node: LaidOutNode, query: { getFollowingNodesOnPage(): LaidOutNode[] }): boolean {
  if (node.headlineLevel === undefined || !node.startPosition) return false;
  const { top } = node.startPosition;
  const below = query
    .getFollowingNodesOnPage()
    .filter((next) => next.startPosition !== undefined && next.startPosition.top > top);
  return below.length === 0 || (below[0]!.table !== undefined && top > PAGE.height - PAGE.bottom - HEADING_WITH_ROW);
}

/** The line at a page's foot: what the document is on the left, the page on the right. */
export function pageFooter(left: string, right: string): Content {
  return {
    columns: [
      { text: left, width: LINE_WIDTH - PAGE_NUMBER_WIDTH, fontSize: 9, color: GREY, lineHeight: 1.3 },
      { text: right, width: PAGE_NUMBER_WIDTH, fontSize: 9, color: GREY, alignment: 'right', lineHeight: 1.3 },
    ],
    margin: [PAGE.left, 20, PAGE.right, 0],
  };
}
