import { linkSync, renameSync, rmSync } from 'node:fs';
import { KamengError } from '../model/errors.ts';
import type { Moment } from '../model/moment.ts';
import { CaseFile } from './case-file.ts';
import { claimPath, createConnection } from './connection.ts';
import { CHUNK_BYTES } from './contents.ts';
import { JOURNALLED, storedHead, type JournalledTable, type Row, type Value } from './journal.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** The tables of a case that travel as rows; the bytes of contents travel as files. */
export type TransferTable = JournalledTable | 'journal';
/** In the order in which rows may refer to others. */
export const TRANSFER_TABLES: readonly TransferTable[] = [...(Object.keys(JOURNALLED) as JournalledTable[]), 'journal'];

/** The last entry of the journal: it stands for everything before it. */
export interface Head {
  seq: number;
  /** 64 hexadecimal digits. */
  hash: string;
}

export const headOf = (file: CaseFile): Head => file.read(() => storedHead(file));

/** All rows of all tables at one moment, whoever writes meanwhile. */
export function allRows(file: CaseFile): Record<TransferTable, Row[]> {
  return file.readTogether(() =>
    Object.fromEntries(
      TRANSFER_TABLES.map((table) => [table, file.prepare(`SELECT * FROM ${table} ORDER BY ${orderOf(table)}`).all()]),
    ),
  ) as Record<TransferTable, Row[]>;
}

const orderOf = (table: TransferTable): string => (table === 'journal' ? 'seq' : JOURNALLED[table].join(', '));

export interface ArrivingCase {
  /** The version of the tables that the rows are of. */
  schema: number;
  rows(table: TransferTable): AsyncIterable<Row> | Iterable<Row>;
  /** The bytes with this digest; undefined where they did not come along. */
  content(sha256: string): AsyncIterable<Uint8Array> | undefined;
}

/**
 * Makes a case of rows and bytes that came from another one. Nothing in it is believed: the caller verifies it before
 * it takes its place.
 * @param growing where nothing is yet, in the folder of that place
 * @throws KamengError CASE_EXISTS, CASE_NEWER, IMPORT_INCOMPLETE, IMPORT_INVALID, DISK_FULL
 */
export async function makeArrivingCase(growing: string, arriving: ArrivingCase, now: () => Moment): Promise<CaseFile> {
  if (arriving.schema > SCHEMA_VERSION) {
    throw new KamengError('CASE_NEWER', `证据包由更新版本的 kameng 写成（格式 ${arriving.schema}）`, {
      hints: ['升级 kameng 后再导入：npm install -g kameng@latest'],
    });
  }
  const file = new CaseFile(
    growing,
    createConnection(growing, () => undefined, arriving.schema),
    now,
  );
  try {
    await file.writeAsync(async () => {
      file.prepare('PRAGMA defer_foreign_keys = ON').run();
      for (const table of TRANSFER_TABLES) {
        const columns = columnsOf(file, table);
        // An older version has no such table.
        if (columns.length === 0) continue;
        const insert = file.prepare(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        );
        for await (const row of arriving.rows(table)) {
          insert.run(...columns.map((column) => valueOf(table, row, column)));
          if (table === 'contents') await storeChunks(file, row, arriving);
        }
      }
    });
    return file;
  } catch (error) {
    file.close();
    rmSync(growing, { force: true });
    throw error;
  }
}

/** Lets a case that has grown take its place. @throws KamengError CASE_EXISTS */
export function settleArrivingCase(file: CaseFile, path: string): void {
  file.close();
  if (takesFreePlace(file.path, path)) {
    rmSync(file.path, { force: true });
    return;
  }
  claimPath(path);
  renameSync(file.path, path);
}

/** In one step, unlike a claim and a move: killed in between those leave a case with nothing in it. */
function takesFreePlace(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    // Something has the name, or this disk knows no second names.
    return false;
  }
}

/** Throws away a case that turned out wrong. */
export function dropArrivingCase(file: CaseFile): void {
  file.close();
  rmSync(file.path, { force: true });
}

function columnsOf(file: CaseFile, table: TransferTable): string[] {
  const rows = file.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[];
  return rows.map((row) => row.name);
}

function valueOf(table: TransferTable, row: Row, column: string): Value {
  const value: unknown = row[column] ?? null;
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new KamengError('IMPORT_INVALID', `证据包里的案卷数据不对：${table}.${column}`, {
    hints: ['用 kameng verify 核对这个证据包；重新向对方要一份'],
  });
}

async function storeChunks(file: CaseFile, row: Row, arriving: ArrivingCase): Promise<void> {
  const chunks = arriving.content(String(row['sha256']));
  if (!chunks) {
    throw new KamengError('IMPORT_INCOMPLETE', '证据包里少了文件，不能还原成案卷', {
      hints: ['用 kameng verify 看少了哪些；遮盖过的证据包不能还原'],
    });
  }
  const insert = file.prepare('INSERT INTO chunks (content_id, seq, data) VALUES (?, ?, ?)');
  let seq = 0;
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const flush = (): void => {
    insert.run(row['id'], seq, Buffer.concat(waiting, bytes));
    seq += 1;
    waiting = [];
    bytes = 0;
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + CHUNK_BYTES - bytes);
      waiting.push(piece);
      bytes += piece.length;
      at += piece.length;
      if (bytes === CHUNK_BYTES) flush();
    }
  }
  if (bytes > 0) flush();
}
