import type { Paragraph } from 'docx';
import type { CatalogueInput } from './input.ts';
import { CATALOGUE_TITLE, frontBlocks } from './front.ts';
import type { EvidencePage, EvidencePages } from './pages.ts';
import type { PictureSlice } from './pictures.ts';
import { A4, packDocx, pageFooter, startsOf } from '../docx/docx.ts';
import { type DocxLibrary, DocxWriter } from '../docx/blocks.ts';
import { STYLE } from '../docx/styles.ts';

const PIXELS_PER_POINT = 96 / 72;

/** The catalogue with its pages as .docx: the exhibits in a section of their own, counted from 1. */
export async function catalogueDocx(input: CatalogueInput, evidence: EvidencePages): Promise<Uint8Array> {
  const docx = await import('docx');
  const writer = new DocxWriter(docx);
  const { CURRENT } = docx.PageNumber;
  const blocks = frontBlocks(input, evidence.ranges);
  const sections = [
    {
      properties: { page: A4 },
      // Without a total: LibreOffice leaves the field for a section's pages empty.
      footers: { default: pageFooter(docx, CATALOGUE_TITLE, ['目录第 ', CURRENT, ' 页']) },
      children: writer.blocks(blocks),
    },
  ];
  if (evidence.pages.length > 0) {
    sections.push({
      properties: { page: { ...A4, pageNumbers: { start: 1 } } } as { page: typeof A4 },
      footers: {
        default: pageFooter(docx, '证据材料', ['总第 ', CURRENT, ' 页　共 ', String(evidence.pages.length), ' 页']),
      },
      children: evidence.pages.flatMap((page, i) => evidencePage(docx, writer, page, i)),
    });
  }
  const meta = { title: CATALOGUE_TITLE, subject: input.title, writtenOn: input.submittedOn };
  return packDocx(docx, meta, sections, startsOf(blocks));
}

function evidencePage(docx: DocxLibrary, writer: DocxWriter, page: EvidencePage, index: number): Paragraph[] {
  const { Paragraph } = docx;
  const head = [
    new Paragraph({ style: STYLE.stamp, pageBreakBefore: index > 0, children: writer.runs(page.stamp) }),
    new Paragraph({ style: STYLE.stamp, alignment: 'left', children: writer.runs(page.heading) }),
  ];
  if (page.subheading !== undefined)
    head.push(
      new Paragraph({ style: STYLE.note, spacing: { before: 0, after: 40 }, children: writer.runs(page.subheading) }),
    );
  if (page.body.kind === 'lines') {
    return [
      ...head,
      ...page.body.lines.map((line) => new Paragraph({ style: STYLE.mono, children: writer.runs(line) })),
    ];
  }
  const { slice } = page.body;
  const picture = new docx.ImageRun({
    type: slice.type,
    data: slice.data,
    transformation: fitted(slice),
    altText: { id: String(index + 1), name: `图${index + 1}`, title: page.heading, description: page.stamp },
  });
  // A line height of one: with more, Word would stretch the line by the picture's height.
  return [
    ...head,
    new Paragraph({
      alignment: 'center',
      spacing: { line: 240, lineRule: 'auto', before: 40, after: 0 },
      children: [picture],
    }),
  ];
}

/** Size on paper, in the pixels of a screen that Word counts in. */
function fitted({ shown }: PictureSlice): { width: number; height: number } {
  return {
    width: Math.max(1, Math.floor(shown.width * PIXELS_PER_POINT)),
    height: Math.max(1, Math.floor(shown.height * PIXELS_PER_POINT)),
  };
}
