import type { CatalogueInput } from './input.ts';
import { CATALOGUE_TITLE, frontBlocks } from './front.ts';
import type { EvidencePage, EvidencePages } from './pages.ts';
import { fontCoverage } from '../pdf/fonts.ts';
import { PrintableWriter, substitutionNote } from '../pdf/fonts-substitute.ts';
import { pageFooter, pageSetup } from '../pdf/pdf.ts';
import { pdfBlocks } from '../pdf/blocks.ts';
import { type Content, GREY, type TextNode } from '../pdf/definition.ts';
import { printPdf } from '../pdf/printer.ts';

/** The catalogue with its pages as PDF. */
export async function cataloguePdf(input: CatalogueInput, evidence: EvidencePages): Promise<Uint8Array> {
  const writer = new PrintableWriter(await fontCoverage());
  const images: Record<string, string> = {};
  const pages = evidence.pages.map((page, i): Content => {
    const name = `page${i + 1}`;
    if (page.body.kind === 'picture') images[name] = dataUrl(page.body.slice);
    return { stack: evidencePage(page, name, writer), pageBreak: 'before' };
  });
  const front = pdfBlocks(frontBlocks(input, evidence.ranges), writer);
  const note = substitutionNote(writer.substitutions);
  if (note !== undefined) front.push(...pdfBlocks([{ kind: 'note', text: note }], writer));
  const behind = evidence.pages.length;
  return printPdf({
    ...pageSetup({ title: CATALOGUE_TITLE, subject: input.title, writtenOn: input.submittedOn }),
    images,
    content: [...front, ...pages],
    footer: (page, total) => {
      const before = total - behind;
      return page <= before
        ? pageFooter(CATALOGUE_TITLE, `目录第 ${page} 页　共 ${before} 页`)
        : pageFooter('证据材料', `总第 ${page - before} 页　共 ${behind} 页`);
    },
  });
}

function evidencePage(page: EvidencePage, image: string, writer: PrintableWriter): Content[] {
  const head: Content[] = [
    { text: page.stamp, bold: true, fontSize: 10, alignment: 'right', lineHeight: 1.3 },
    { text: writer.print(page.heading), bold: true, fontSize: 12, lineHeight: 1.4 },
  ];
  if (page.subheading !== undefined)
    head.push({ text: writer.print(page.subheading), fontSize: 9, color: GREY, lineHeight: 1.4 });
  if (page.body.kind === 'picture') {
    return [...head, { image, ...page.body.slice.shown, alignment: 'center', margin: [0, 4, 0, 0] }];
  }
  const lines = page.body.lines.map((line): TextNode => ({
    // An empty line still takes its height.
    text: writer.print(line) || ' ',
    fontSize: 9.5,
    lineHeight: 1.42,
    noWrap: true,
    preserveLeadingSpaces: true,
  }));
  return [...head, { stack: lines, margin: [0, 4, 0, 0] }];
}

function dataUrl(slice: { data: Uint8Array; type: 'png' | 'jpg' }): string {
  return `data:image/${slice.type === 'jpg' ? 'jpeg' : 'png'};base64,${Buffer.from(slice.data).toString('base64')}`;
}
