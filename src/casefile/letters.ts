import type { Channel, DocumentId } from '../model/dispute.ts';
import { KamengError } from '../model/errors.ts';
import type { Moment } from '../model/moment.ts';
import type { Stretch } from '../model/origin.ts';
import type { CaseFile } from './case-file.ts';
import { storeBytes } from './contents.ts';
import { insertRow, lastNumber } from './journal.ts';
import type { Head } from './transfer.ts';

/** A letter as it was frozen: never rendered again under its number. */
export interface Letter {
  no: number;
  document: DocumentId;
  title: string;
  writtenAt: Moment;
  text: string;
  /** What the composer gave beside the text: sections, laws, findings; plain JSON. */
  detail: LetterDetail;
  exhibits: number[];
  anywayWhy?: string;
}

export interface LetterDetail {
  sections: { facts: string; demands: string; evidence: string };
  laws: { rule: string; article: string }[];
  lint: unknown[];
  redacted?: boolean;
  /** What each stretch of the text came from; letters before 0.2.0 have none. */
  spans?: Stretch[];
  /** Words with numbers that the template stated on its own account. */
  fixed?: string[];
  /** The head of the case that it was made from; letters before 0.2.0 have none. */
  head?: Head;
  /** Where it goes, of a document that no one door owns: a reminder, a second complaint. */
  door?: Channel;
  /** The letter that this one was edited from. */
  editedFrom?: number;
}

export interface LetterFile {
  name: string;
  bytes: Uint8Array;
}

interface LetterRow {
  no: number;
  document: DocumentId;
  title: string;
  written_at: string;
  text: string;
  detail: string;
  anyway_why: string | null;
  exhibits: string | null;
}

const SELECT = `SELECT l.*, (SELECT group_concat(exhibit) FROM letter_exhibits x WHERE x.letter = l.no) AS exhibits FROM letters l`;

const toLetter = (row: LetterRow): Letter => ({
  no: row.no,
  document: row.document,
  title: row.title,
  writtenAt: row.written_at,
  text: row.text,
  detail: JSON.parse(row.detail) as LetterDetail,
  exhibits: row.exhibits === null ? [] : row.exhibits.split(',').map(Number),
  ...(row.anyway_why === null ? {} : { anywayWhy: row.anyway_why }),
});

export function listLetters(file: CaseFile): Letter[] {
  return file.read(() => (file.prepare(`${SELECT} ORDER BY l.no`).all() as LetterRow[]).map(toLetter));
}

/** @throws KamengError LETTER_NOT_FOUND */
export function getLetter(file: CaseFile, no: number): Letter {
  const row = file.read(() => file.prepare(`${SELECT} WHERE l.no = ?`).get(no)) as LetterRow | undefined;
  if (!row)
    throw new KamengError('LETTER_NOT_FOUND', `没有第 ${no} 号文书`, { hints: ['kameng status 列出已写的文书'] });
  return toLetter(row);
}

export function nextLetterNo(file: CaseFile): number {
  return file.read(() => lastNumber(file, 'letters')) + 1;
}

/**
 * Freezes a letter under its number together with the files that were made of it.
 * @throws KamengError LETTER_NO_TAKEN when another process wrote one meanwhile
 */
export function freezeLetter(file: CaseFile, letter: Omit<Letter, 'writtenAt'>, files: readonly LetterFile[]): Letter {
  return file.write(() => {
    if (nextLetterNo(file) !== letter.no) {
      throw new KamengError('LETTER_NO_TAKEN', '刚才有另一份文书写进了这个案卷', { hints: ['再运行一次同一条命令'] });
    }
    const writtenAt = file.now();
    insertRow(file, 'letter.freeze', 'letters', {
      no: letter.no,
      document: letter.document,
      title: letter.title,
      written_at: writtenAt,
      text: letter.text,
      detail: JSON.stringify(letter.detail),
      anyway_why: letter.anywayWhy ?? null,
    });
    for (const exhibit of letter.exhibits)
      insertRow(file, 'letter.name', 'letter_exhibits', { letter: letter.no, exhibit });
    for (const { name, bytes } of files) {
      const content = storeBytes(file, bytes);
      insertRow(file, 'letter.file', 'letter_files', { letter: letter.no, file_name: name, content_id: content.id });
    }
    return { ...letter, writtenAt };
  });
}

export function letterFiles(file: CaseFile, no: number): { name: string; contentId: number }[] {
  return file.read(() =>
    file
      .prepare(
        'SELECT file_name AS name, content_id AS contentId FROM letter_files WHERE letter = ? ORDER BY file_name',
      )
      .all(no),
  ) as { name: string; contentId: number }[];
}
