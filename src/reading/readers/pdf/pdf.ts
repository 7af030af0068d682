import { KamengError } from '../../../model/errors.ts';
import type { Box } from '../../../model/evidence.ts';
import type { Reading, TextLine } from '../../../model/reading.ts';
import { blankReading, failedReading, type ReadContext, type Reader } from '../../reader.ts';
import { understand } from '../../kinds/understand.ts';
import { judgeBill } from '../bill/judge.ts';
import { readPlacedTable } from '../bill/placed-table.ts';
import { openPdf, picturesOf, runsOf } from './document.ts';
import { linesOfRuns, TABLE_GAP } from './lines.ts';
import { encodePng } from './png.ts';
import { FEW_LETTERS, pictureName, SMALLEST_SCAN } from './scan.ts';
import { tellingLines } from '../text/telling.ts';
import { partSource, summarize } from '../zip/parts.ts';

const PDF_READER = 'pdf';
const PDF_VERSION = '3';
const MAX_PDF = 200 * 1024 * 1024;
/** Receipts have one page, collected exhibits some tens. */
const PDF_LIMITS = { pages: 100, pictures: 20 } as const;
/** Sides in pixels from which a picture beside text is read. */
const SMALLEST_BESIDE_TEXT = 480;

/** A PDF: its text with the places, and the pictures on it (scans, pasted screenshots) through the picture reader. */
export const readPdf: Reader = async (source, context) => {
  const bytes = await source.all(MAX_PDF);
  const hasScript = /\/(?:JavaScript|JS)\b/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  );
  const pdf = await openPdf(bytes, context.password).catch((cause: unknown) => cause);
  if (pdf instanceof KamengError) {
    const locked = pdf.code.startsWith('PDF_PASSWORD');
    const reading = failedReading(PDF_READER, PDF_VERSION, context.mediaType, {
      code: pdf.code,
      message: pdf.message,
      severity: locked ? 'warning' : 'error',
    });
    return locked ? { ...reading, status: 'unread' } : reading;
  }
  if (pdf instanceof Error) throw pdf;
  const document = pdf as Awaited<ReturnType<typeof openPdf>>;
  try {
    const reading = await readPages(document, context);
    if (hasScript || (await document.getJSActions().catch(() => null))) {
      reading.notes.push({
        code: 'PDF_SCRIPT',
        severity: 'warning',
        message: '这份 PDF 里带有脚本，没有运行；正常的电子凭证不会有，请核对来源',
      });
    }
    return reading;
  } finally {
    await document.loadingTask.destroy();
  }
};

async function readPages(document: Awaited<ReturnType<typeof openPdf>>, context: ReadContext): Promise<Reading> {
  const reading = blankReading(PDF_READER, PDF_VERSION, context.mediaType);
  const lines: TextLine[] = [];
  const pieces: TextLine[] = [];
  const parts: NonNullable<Reading['parts']> = [];
  let size: { width: number; height: number } | undefined;
  let broken = 0;
  for (let number = 1; number <= Math.min(document.numPages, PDF_LIMITS.pages); number += 1) {
    context.signal?.throwIfAborted();
    try {
      const page = await document.getPage(number);
      const runs = await runsOf(page);
      const own = linesOfRuns(runs, number);
      pieces.push(...linesOfRuns(runs, number, TABLE_GAP));
      lines.push(...own);
      size ??= {
        width: Math.round(page.getViewport({ scale: 1 }).width),
        height: Math.round(page.getViewport({ scale: 1 }).height),
      };
      const letters = own.reduce((sum, line) => sum + line.text.length, 0);
      if (parts.length < PDF_LIMITS.pictures) {
        const pictures = await picturesOf(page, letters < FEW_LETTERS ? SMALLEST_SCAN : SMALLEST_BESIDE_TEXT);
        for (const [i, pixels] of pictures.slice(0, PDF_LIMITS.pictures - parts.length).entries()) {
          const name = pictureName(number, i, pictures.length);
          parts.push({ name, reading: onPage(await context.readPart(partSource(name, encodePng(pixels))), number) });
        }
      }
      page.cleanup();
    } catch (cause) {
      context.signal?.throwIfAborted();
      if (cause instanceof KamengError) throw cause;
      broken += 1;
    }
  }
  if (broken > 0)
    reading.notes.push({
      code: 'PDF_PAGES_DAMAGED',
      severity: 'warning',
      message: `有 ${broken} 页读不出来，可能已损坏`,
    });
  if (document.numPages > PDF_LIMITS.pages) {
    reading.notes.push({
      code: 'PDF_TOO_LONG',
      severity: 'warning',
      message: `共 ${document.numPages} 页，只读了前 ${PDF_LIMITS.pages} 页`,
    });
  }
  return conclude(reading, { lines, pieces }, parts, size);
}

/** Places on a picture of a page carry the page, so that they are found in the PDF. */
function onPage(reading: Reading, page: number): Reading {
  const placed = <T extends { box?: Box }>(one: T): T => (one.box ? { ...one, box: { ...one.box, page } } : one);
  return {
    ...reading,
    fields: reading.fields.map(placed),
    ...(reading.lines ? { lines: reading.lines.map(placed) } : {}),
  };
}

function conclude(
  reading: Reading,
  { lines, pieces }: { lines: TextLine[]; pieces: TextLine[] },
  parts: NonNullable<Reading['parts']>,
  size: { width: number; height: number } | undefined,
): Reading {
  const text = lines.map((line) => line.text).join('');
  if (text.includes('\ufffd')) {
    reading.notes.push({
      code: 'PDF_FONT_UNREADABLE',
      severity: 'warning',
      message: '有些文字用了没有附带编码的字体，读不出来；请把这一页截图加进来',
    });
  }
  if (text.length < FEW_LETTERS && parts.length > 0) {
    return { ...summarize(reading, parts), lines };
  }
  if (text === '') {
    return {
      ...reading,
      status: 'failed',
      notes: [
        ...reading.notes,
        {
          code: 'PDF_NO_TEXT',
          severity: 'error',
          message: '这份 PDF 里没有能读的文字和图片；请打开后截图，再把截图加进来',
        },
      ],
    };
  }
  const table = readPlacedTable(pieces);
  if (table) {
    const bill = judgeBill(table, reading.mediaType);
    return {
      ...bill,
      reader: PDF_READER,
      version: PDF_VERSION,
      lines,
      notes: [...reading.notes, ...bill.notes],
      ...(parts.length > 0 ? { parts } : {}),
    };
  }
  const { kind, category, confidence, fields, promises } = understand(tellingLines(lines), size);
  const status = reading.notes.some((note) => note.severity !== 'info') ? 'partial' : 'read';
  return {
    ...reading,
    status,
    kind,
    category,
    confidence,
    fields,
    lines,
    ...(promises ? { promises } : {}),
    ...(parts.length > 0 ? { parts } : {}),
  };
}
