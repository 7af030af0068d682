import { existsSync, readFileSync, statSync } from 'node:fs';
import type { CaseFile } from '../../casefile/case-file.ts';
import { allContent } from '../../casefile/contents.ts';
import { letterFiles, type LetterFile } from '../../casefile/letters.ts';
import type { PaperDocument } from '../../model/document.ts';
import type { ComposedLetter, LetterFormat, LetterLength } from '../../model/letter.ts';
import { safeFileName } from '../../model/text.ts';
import { headWords } from '../../papers/footer.ts';
import { ensureFolder } from '../files/folder.ts';
import { distinctNames, placeIn } from '../files/names.ts';
import { writeContent } from '../files/write-content.ts';
import { documentLabel } from './document-label.ts';

const MAX_LETTER_BYTES = 100_000_000;
const TITLE_LETTERS = 24;

/** What the shortened texts for web forms are called. */
const SHORTENED: Record<Exclude<LetterLength, 'full'>, string> = { short: '200字内', medium: '500字内' };

/** A case's title as part of a file's name: whole parts of it, as many as are short. */
function shortTitle(title: string): string {
  const parts = title.replace(/\s/g, '').split('·');
  let short = [...parts[0]!].slice(0, TITLE_LETTERS).join('');
  for (const part of parts.slice(1)) {
    if ([...short, ...part].length >= TITLE_LETTERS) break;
    short += `·${part}`;
  }
  return short;
}

/** A letter in each of the formats asked for, with its short texts beside the plain one. */
export async function makeFiles(
  composed: ComposedLetter,
  formats: readonly LetterFormat[],
  of: { title: string; head: string },
): Promise<LetterFile[]> {
  // Two cases whose letters go into one folder are told apart by their titles.
  const stem = safeFileName(
    [String(composed.no).padStart(2, '0'), documentLabel(composed.document), shortTitle(of.title)]
      .filter(Boolean)
      .join('-'),
  );
  const paper: PaperDocument = {
    title: composed.title,
    subject: documentLabel(composed.document),
    no: composed.no,
    writtenOn: composed.writtenOn,
    head: of.head,
    blocks: composed.blocks,
  };
  // A text is pasted into forms, where a number of ours would stand in the buyer's complaint: its head is in the case.
  const make: Record<LetterFormat, () => Promise<Uint8Array>> = {
    txt: async () => encode(composed.text),
    md: async () => encode(`${composed.markdown.trimEnd()}\n\n---\n\n${headWords(of.head)}\n`),
    docx: async () => (await import('../../papers/docx/docx.ts')).renderDocx(paper),
    pdf: async () => (await import('../../papers/pdf/pdf.ts')).renderPdf(paper),
  };
  const files: LetterFile[] = [];
  for (const format of formats) files.push({ name: `${stem}.${format}`, bytes: await make[format]() });
  for (const [length, text] of Object.entries(composed.versions ?? {}) as [LetterLength, string][]) {
    if (formats.includes('txt') && length !== 'full')
      files.push({ name: `${stem}-${SHORTENED[length]}.txt`, bytes: encode(text) });
  }
  return files;
}

/** The short text of a frozen letter, for a chat or a small text box; undefined where none was made. */
export function shortText(file: CaseFile, no: number): string | undefined {
  const short = letterFiles(file, no).find(({ name }) => name.endsWith(`-${SHORTENED.short}.txt`));
  return short && Buffer.from(allContent(file, short.contentId, MAX_LETTER_BYTES)).toString('utf8');
}

/** The name itself, or with a number where another file has it; the same file a second time is not written again. */
function freePath(folder: string, name: string, bytes: Uint8Array): string {
  const dot = name.lastIndexOf('.');
  for (let n = 1; ; n++) {
    const path = placeIn(folder, n === 1 ? name : `${name.slice(0, dot)}-${n}${name.slice(dot)}`);
    if (!existsSync(path) || (statSync(path).isFile() && readFileSync(path).equals(bytes))) return path;
  }
}

const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/**
 * Writes a letter's frozen files into a folder, beside what is there.
 * @returns the paths
 * @throws KamengError OUT_NOT_WRITABLE
 */
export function writeLetterFiles(file: CaseFile, no: number, folder: string): string[] {
  ensureFolder(folder);
  const files = letterFiles(file, no);
  const names = distinctNames(files.map(({ name }) => name));
  return files.map(({ contentId }, i) => {
    const path = freePath(folder, names[i]!, allContent(file, contentId, MAX_LETTER_BYTES));
    if (!existsSync(path)) writeContent(file, contentId, path);
    return path;
  });
}
