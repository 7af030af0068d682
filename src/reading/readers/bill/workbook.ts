import type { FileSource } from '../../../model/reading.ts';
import { KamengError } from '../../../model/errors.ts';
import { openArchive, type Archive, type ArchiveEntry } from '../zip/archive.ts';
import type { Cell } from './cells.ts';
import { attribute, elementsOf, textOf } from './sheet-xml.ts';

/** Parts of a workbook and bytes of one of them, unpacked; above it is no bill but a bomb. */
const MAX_PARTS = 2000;
const MAX_PART = 512 * 1024 * 1024;
const MAX_STRINGS = 2_000_000;
const MAX_COLUMNS = 256;

interface Sheet {
  name: string;
  /** Rows that hold something, with their number in the sheet. Missing rows are left out. */
  rows(): AsyncGenerator<{ cells: Cell[]; line: number }>;
}

export interface Workbook {
  sheets: Sheet[];
  date1904: boolean;
  /** The file points to other files; they are never opened. */
  externalLinks: boolean;
  close(): void;
}

/**
 * Opens an XLSX. Only the sheets' own cells are read, row by row: no formula is
 * calculated, no link followed, and numbers stay as they are written.
 * @throws KamengError ZIP_DAMAGED or XLSX_DAMAGED
 */
export async function openWorkbook(source: FileSource): Promise<Workbook> {
  const archive = await openArchive(source, MAX_PARTS);
  const find = (name: string): ArchiveEntry | undefined => archive.entries.find((entry) => entry.name === name);
  const workbook = find('xl/workbook.xml');
  if (!workbook) throw new KamengError('XLSX_DAMAGED', '这个表格文件不完整，打不开');
  const read = async (entry: ArchiveEntry | undefined): Promise<string> =>
    entry ? new TextDecoder().decode(await archive.read(entry, 8 * 1024 * 1024)) : '';
  const book = await read(workbook);
  const targets = relations(await read(find('xl/_rels/workbook.xml.rels')));
  const strings = await sharedStrings(archive, find('xl/sharedStrings.xml'));

  const listed = [...book.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].flatMap(([, attributes]) => {
    const entry = find(targets.get(attribute(attributes!, 'r:id') ?? attribute(attributes!, 'id') ?? '') ?? '');
    return entry ? [{ name: attribute(attributes!, 'name') ?? '', entry }] : [];
  });
  // A broken list of sheets does not hide the sheets that are there.
  const found =
    listed.length > 0
      ? listed
      : archive.entries
          .filter((entry) => /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name))
          .map((entry) => ({ name: entry.name, entry }));
  return {
    sheets: found.map(({ name, entry }) => ({ name, rows: () => sheetRows(archive, entry, strings) })),
    date1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book),
    externalLinks: archive.entries.some((entry) => entry.name.startsWith('xl/externalLinks/')),
    close: () => archive.close(),
  };
}

/** Id of a relation to the part it means; parts outside the file are left out. */
function relations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [, attributes] of xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)) {
    const id = attribute(attributes!, 'Id');
    const target = attribute(attributes!, 'Target');
    if (!id || !target || attribute(attributes!, 'TargetMode') === 'External') continue;
    targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return targets;
}

async function sharedStrings(archive: Archive, entry: ArchiveEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!entry) return strings;
  guard(entry);
  for await (const { inner } of elementsOf(archive.stream(entry), 'si')) {
    strings.push(textOf(inner));
    if (strings.length > MAX_STRINGS) throw tooLarge();
  }
  return strings;
}

async function* sheetRows(
  archive: Archive,
  entry: ArchiveEntry,
  strings: readonly string[],
): ReturnType<Sheet['rows']> {
  guard(entry);
  let line = 0;
  for await (const { attributes, inner } of elementsOf(archive.stream(entry), 'row')) {
    line = Number(attribute(attributes, 'r') ?? line + 1);
    const cells: Cell[] = [];
    let column = -1;
    for (const [, own, content] of inner.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)) {
      column = columnOf(attribute(own!, 'r')) ?? column + 1;
      if (column < MAX_COLUMNS) cells[column] = cellOf(attribute(own!, 't'), content ?? '', strings);
    }
    yield { cells: Array.from(cells, (cell) => cell ?? { text: '' }), line };
  }
}

function cellOf(type: string | undefined, content: string, strings: readonly string[]): Cell {
  if (type === 'inlineStr') return { text: textOf(content) };
  const value = textOf(/<(?:\w+:)?v\b[^>]*>(.*?)<\/(?:\w+:)?v>/s.exec(content)?.[0] ?? '');
  if (type === 's') return { text: strings[Number(value)] ?? '' };
  if (type !== undefined && type !== 'n') return { text: value };
  const number = value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? { text: value, number } : { text: value };
}

/** `K18` → 10. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function guard(entry: ArchiveEntry): void {
  if (entry.size > MAX_PART) throw tooLarge();
}

function tooLarge(): KamengError {
  return new KamengError('FILE_TOO_LARGE', '这个表格解压后太大，没有读取内容；原文件已完整保存');
}
