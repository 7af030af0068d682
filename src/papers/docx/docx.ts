import type { Footer, ILevelsOptions, IPropertiesOptions, ISectionOptions } from 'docx';
import type { DocumentBlock, PaperDocument } from '../../model/document.ts';
import type { Day } from '../../model/moment.ts';
import { fixArchiveTimes } from './archive.ts';
import { type DocxLibrary, DocxWriter, numberingName, TEXT_WIDTH } from './blocks.ts';
import { STYLE, STYLES } from './styles.ts';
import { writableText } from './text.ts';
import { footerWords } from '../footer.ts';

/** A4 with the margins of an official letter, in twentieths of a point. */
export const A4 = {
  size: { width: 11906, height: 16838 },
  margin: { left: 1440, right: 1440, top: 1360, bottom: 1280, header: 680, footer: 680 },
} as const;

/**
 * Renders a document as .docx with real styles, tables and page numbers, for
 * WPS, Word and LibreOffice. The same document with the same `writtenOn` gives
 * the same bytes. Nothing of the machine or the account stands in the properties.
 */
export async function renderDocx(document: PaperDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const writer = new DocxWriter(docx);
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber;
  return packDocx(
    docx,
    document,
    [
      {
        properties: { page: A4 },
        footers: { default: pageFooter(docx, footerWords(document), ['第 ', CURRENT, ' 页　共 ', TOTAL_PAGES, ' 页']) },
        children: writer.blocks(document.blocks),
      },
    ],
    startsOf(document.blocks),
  );
}

/** The line at a page's foot: words on the left, the page on the right. */
export function pageFooter(docx: DocxLibrary, left: string, right: string[]): Footer {
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        style: STYLE.note,
        tabStops: [{ type: 'right', position: TEXT_WIDTH }],
        children: [
          new docx.TextRun({ children: [writableText(left).replaceAll('\n', ' '), new docx.Tab(), ...right] }),
        ],
      }),
    ],
  });
}

/** The numbers that lists start at; each needs a numbering of its own. */
export function startsOf(blocks: readonly DocumentBlock[]): number[] {
  return [...new Set(blocks.flatMap((block) => (block.kind === 'list' && block.ordered ? [block.start ?? 1] : [])))];
}

/** Packs sections into a file whose bytes depend on nothing but what is in it. */
export async function packDocx(
  docx: DocxLibrary,
  document: { title: string; subject: string; writtenOn: Day },
  sections: ISectionOptions[],
  listStarts: readonly number[],
): Promise<Uint8Array> {
  const level = (format: ILevelsOptions['format'], text: string, start: number): ILevelsOptions => ({
    level: 0,
    format,
    text,
    start,
    alignment: 'left',
    style: { paragraph: { indent: { left: 480, hanging: 480 } } },
  });
  const properties: IPropertiesOptions = {
    title: document.title,
    styles: STYLES,
    numbering: {
      config: [
        { reference: 'bullets', levels: [level('bullet', '•', 1)] },
        ...listStarts.map((start) => ({ reference: numberingName(start), levels: [level('decimal', '%1.', start)] })),
      ],
    },
    sections,
  };
  const core = { path: 'docProps/core.xml', data: coreProperties(document) };
  const packed = await docx.Packer.toBuffer(new docx.Document(properties), undefined, [core]);
  return fixArchiveTimes(new Uint8Array(packed), document.writtenOn);
}

/** Written here because the library's own holds the moment of writing and a name for the author. */
function coreProperties(document: { title: string; subject: string; writtenOn: Day }): string {
  const moment = `${document.writtenOn}T00:00:00Z`;
  const escape = (text: string) =>
    writableText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escape(document.title)}</dc:title><dc:subject>${escape(document.subject)}</dc:subject>` +
    '<dc:language>zh-CN</dc:language>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  );
}
