import { type PictureSlice, slicePicture } from './pictures.ts';
import { writableText } from '../docx/text.ts';
import { groupDigits } from '../sha-list.ts';

/** What is printed behind the catalogue for an exhibit, in this order. */
export type ExhibitPart =
  | { kind: 'picture'; data: Uint8Array; mediaType: string }
  /** Words of a log, a mail or a PDF; `about` says what part of the whole it is. */
  | { kind: 'text'; text: string; about?: string }
  /** Rows of a bill with their line in the file. */
  | { kind: 'rows'; columns: string[]; rows: { line: number; cells: string[] }[]; about?: string }
  /** A file that cannot be printed; `howToView` says what to open it with. */
  | { kind: 'apart'; howToView: string; details?: { label: string; value: string }[] };

export interface ExhibitBehind {
  no: number;
  name: string;
  /** Name of the original file. */
  file: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  parts: ExhibitPart[];
}

/** One sheet behind the catalogue. */
export interface EvidencePage {
  /** `证据3 第2页 / 总第7页`. */
  stamp: string;
  /** The exhibit's name, on each of its pages. */
  heading: string;
  /** A small line under the heading. */
  subheading?: string;
  body: { kind: 'picture'; slice: PictureSlice } | { kind: 'lines'; lines: string[] };
}

export interface PageRange {
  no: number;
  first: number;
  last: number;
}

export interface EvidencePages {
  pages: EvidencePage[];
  ranges: PageRange[];
  /** Pictures that could not be opened, in words. */
  problems: { no: number; message: string }[];
}

/** Room for text on a page: lines, and the width of one in full-width characters. */
export const TEXT_ROOM = { lines: 44, width: 45 } as const;
/** A log longer than this many pages is cut, and says so. */
const MOST_TEXT_PAGES = 30;

type Sheet = Pick<EvidencePage, 'subheading' | 'body'>;

/**
 * Lays out what stands behind the catalogue, each sheet exactly one page by
 * construction, so that the numbers in the catalogue hold in Word as in PDF.
 * A picture that cannot be decoded gets a page that says so.
 */
export async function layOutPages(exhibits: readonly ExhibitBehind[]): Promise<EvidencePages> {
  const problems: EvidencePages['problems'] = [];
  const sheets: { exhibit: ExhibitBehind; sheets: Sheet[] }[] = [];
  for (const exhibit of exhibits) sheets.push({ exhibit, sheets: await layOutExhibit(exhibit, problems) });

  const pages: EvidencePage[] = [];
  const ranges: PageRange[] = [];
  for (const { exhibit, sheets: own } of sheets) {
    ranges.push({ no: exhibit.no, first: pages.length + 1, last: pages.length + own.length });
    for (const [i, sheet] of own.entries()) {
      pages.push({
        stamp: `证据${exhibit.no} 第${i + 1}页 / 总第${pages.length + 1}页`,
        heading: shorten(`证据${exhibit.no}　${exhibit.name}${i > 0 ? '（续）' : ''}`),
        ...sheet,
      });
    }
  }
  return { pages, ranges, problems };
}

/** `1`, or `1-3`; `—` for an exhibit with nothing behind the catalogue. */
export function showRange(range: PageRange | undefined): string {
  if (range === undefined) return '—';
  return range.first === range.last ? String(range.first) : `${range.first}-${range.last}`;
}

async function layOutExhibit(exhibit: ExhibitBehind, problems: EvidencePages['problems']): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const part of exhibit.parts) {
    if (part.kind !== 'picture') {
      sheets.push(...textSheets(describe(part, exhibit)));
      continue;
    }
    try {
      const slices = await slicePicture(part.data, part.mediaType);
      sheets.push(...slices.map((slice): Sheet => ({ body: { kind: 'picture', slice }, ...pictureNote(slice) })));
    } catch {
      problems.push({ no: exhibit.no, message: `证据${exhibit.no}的图片打不开，目录里只有说明页` });
      sheets.push(
        ...textSheets(describe({ kind: 'apart', howToView: '图片在这里打不开，请用看图软件打开原始文件' }, exhibit)),
      );
    }
  }
  if (sheets.length === 0) sheets.push(...textSheets(describe({ kind: 'apart', howToView: '见原始文件' }, exhibit)));
  sheets[0]!.subheading = shorten(`原始文件：${exhibit.file}（${groupDigits(exhibit.bytes)} 字节）`, 50);
  return sheets;
}

function pictureNote(slice: PictureSlice): Pick<Sheet, 'subheading'> {
  return slice.overlaps ? { subheading: '本页开头与上页末尾重叠' } : {};
}

/** A part that is no picture, as text. */
function describe(part: Exclude<ExhibitPart, { kind: 'picture' }>, exhibit: ExhibitBehind): string {
  if (part.kind === 'text') return (part.about ? `（${part.about}）\n\n` : '') + part.text;
  if (part.kind === 'rows') {
    const rows = part.rows.map(({ line, cells }) =>
      [`原文件第 ${line} 行`, ...part.columns.map((column, i) => `　${column}：${(cells[i] ?? '').trim()}`)].join('\n'),
    );
    return [part.about ? `（${part.about}）` : '', ...rows].filter(Boolean).join('\n\n');
  }
  return [
    '此证据无法印在纸上，原始文件另行提交。',
    '',
    `文件名：${exhibit.file}`,
    `类型：${exhibit.mediaType}`,
    `大小：${groupDigits(exhibit.bytes)} 字节`,
    'SHA-256：',
    exhibit.sha256,
    ...(part.details ?? []).map(({ label, value }) => `${label}：${value}`),
    `查看方式：${part.howToView}`,
  ].join('\n');
}

function textSheets(text: string): Sheet[] {
  const lines = wrapLines(text, TEXT_ROOM.width);
  const most = MOST_TEXT_PAGES * TEXT_ROOM.lines;
  const shown =
    lines.length <= most
      ? lines
      : [...lines.slice(0, most - 2), '', `（全文共 ${lines.length} 行，此处印前 ${most - 2} 行，其余见原始文件）`];
  const sheets: Sheet[] = [];
  for (let at = 0; at < Math.max(1, shown.length); at += TEXT_ROOM.lines) {
    sheets.push({ body: { kind: 'lines', lines: shown.slice(at, at + TEXT_ROOM.lines) } });
  }
  return sheets;
}

/** Width of a character at most, in full-width characters, whichever face the reader's program takes. */
function widthOf(character: string): number {
  if (/[a-z0-9 .,:;!'()[\]{}|/\\"`^_~*+=<>?$#&-]/.test(character)) return /[mw&]/.test(character) ? 0.95 : 0.62;
  if (/[A-Z]/.test(character)) return /[MWOQ]/.test(character) ? 1 : 0.8;
  return 1;
}

/** Breaks a text into lines of at most `width` full-width characters; what stood in the text stays in order. */
export function wrapLines(text: string, width: number): string[] {
  return writableText(text)
    .replaceAll('\t', '  ')
    .split('\n')
    .flatMap((line) => {
      const wrapped: string[] = [];
      let [current, used] = ['', 0];
      for (const character of line) {
        const needed = widthOf(character);
        if (used + needed > width) {
          wrapped.push(current);
          [current, used] = ['', 0];
        }
        current += character;
        used += needed;
      }
      return [...wrapped, current];
    });
}

/** One line of a heading; a long file name loses its middle, never its ending. */
function shorten(text: string, width = 34): string {
  const characters = Array.from(writableText(text).replaceAll('\n', ' '));
  const total = characters.reduce((sum, character) => sum + widthOf(character), 0);
  if (total <= width) return characters.join('');
  const tail = characters.slice(-12);
  const room = width - 1 - tail.reduce((sum, character) => sum + widthOf(character), 0);
  let [head, used] = ['', 0];
  for (const character of characters) {
    if ((used += widthOf(character)) > room) break;
    head += character;
  }
  return `${head}…${tail.join('')}`;
}
