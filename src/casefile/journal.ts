import { hash } from 'node:crypto';
import type { Moment } from '../model/moment.ts';
import type { CaseFile } from './case-file.ts';

/**
 * The journal: every change of a row is written here in the same transaction,
 * chained by hash. It is complete, so the tables can be rebuilt from it, and
 * `verify` does exactly that.
 */

export type Value = string | number | null;
export type Row = Record<string, Value>;

/** Tables whose rows the journal carries, with their key columns. */
export const JOURNALLED = {
  case_info: ['id'],
  contents: ['id'],
  exhibits: ['no'],
  readings: ['id'],
  facts: ['id'],
  letters: ['no'],
  letter_exhibits: ['letter', 'exhibit'],
  letter_files: ['letter', 'file_name'],
  contacts: ['no'],
  contact_exhibits: ['contact', 'exhibit'],
  platform_rules: ['id'],
  seals: ['no'],
  seal_replies: ['id'],
} as const satisfies Record<string, readonly string[]>;

export type JournalledTable = keyof typeof JOURNALLED;

export interface JournalEntry {
  seq: number;
  at: Moment;
  action: string;
  entry: string;
  previous: string;
  hash: string;
}

export const GENESIS = '0'.repeat(64);
/** Longer texts stand in the journal as their digest, so that they are not kept twice. */
const INLINE_BYTES = 1_024;

/** The hash of an entry: SHA-256 over previous, seq, at, action and entry, joined by line feeds. */
export function hashEntry(entry: Omit<JournalEntry, 'hash'>): string {
  return hash('sha256', [entry.previous, entry.seq, entry.at, entry.action, entry.entry].join('\n'));
}

/** A value as the journal carries it: itself, or `sha256:<hex>:<bytes>` when it is long. */
export function journalValue(value: Value): Value {
  // No character takes more than three bytes for each of its units.
  if (typeof value !== 'string' || value.length * 3 <= INLINE_BYTES) return value;
  const bytes = Buffer.byteLength(value);
  return bytes <= INLINE_BYTES ? value : `sha256:${hash('sha256', value)}:${bytes}`;
}

type Head = Pick<JournalEntry, 'seq' | 'hash'>;

/** What is known of the transaction under way, so that the next row need not ask for it. */
interface Known {
  generation: number;
  head?: Head;
  /** The last number of a table. */
  numbers: Map<JournalledTable, number>;
}

const known = new WeakMap<CaseFile, Known>();

function knownOf(file: CaseFile): Known {
  const now = known.get(file);
  if (now?.generation === file.generation) return now;
  const anew: Known = { generation: file.generation, numbers: new Map() };
  known.set(file, anew);
  return anew;
}

/** The number of the row that is inserted next. Only inside `CaseFile.write`, which takes numbers back that it gave. */
export function nextNumber(file: CaseFile, table: JournalledTable): number {
  const { numbers } = knownOf(file);
  const next = (numbers.get(table) ?? lastNumber(file, table)) + 1;
  numbers.set(table, next);
  return next;
}

/** The last number of a table; 0 while it is empty. */
export function lastNumber(file: CaseFile, table: JournalledTable): number {
  const [key] = JOURNALLED[table];
  return file.prepare(`SELECT coalesce(max(${key}), 0) FROM ${table}`).pluck().get() as number;
}

function headOf(file: CaseFile): Head {
  return knownOf(file).head ?? storedHead(file);
}

/** The last entry as it stands in the file. */
export function storedHead(file: CaseFile): Head {
  const query = 'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1';
  const [seq, hash] = (file.prepare(query).raw().get() as [number, string] | undefined) ?? [0, GENESIS];
  return { seq, hash };
}

function append(file: CaseFile, action: string, change: { table: JournalledTable; key: Value[]; values: Row }): void {
  const head = headOf(file);
  const entry = { seq: head.seq + 1, at: file.now(), action, entry: JSON.stringify(change), previous: head.hash };
  const ownHash = hashEntry(entry);
  file
    .prepare('INSERT INTO journal (seq, at, action, entry, previous, hash) VALUES (?, ?, ?, ?, ?, ?)')
    .run(entry.seq, entry.at, entry.action, entry.entry, entry.previous, ownHash);
  knownOf(file).head = { seq: entry.seq, hash: ownHash };
}

function shorten(values: Row): Row {
  const short: Row = {};
  for (const column in values) short[column] = journalValue(values[column]!);
  return short;
}

/** The last insert into a table: thousands of the same columns come one after another. */
const inserts = new Map<JournalledTable, { columns: readonly string[]; sql: string }>();

function insertInto(table: JournalledTable, columns: readonly string[]): string {
  const last = inserts.get(table);
  if (last?.columns.length === columns.length && last.columns.every((column, i) => column === columns[i]))
    return last.sql;
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  inserts.set(table, { columns, sql });
  return sql;
}

/** Inserts a row and its journal entry. Only inside `CaseFile.write`. */
export function insertRow(file: CaseFile, action: string, table: JournalledTable, values: Row): void {
  file.prepare(insertInto(table, Object.keys(values))).run(...Object.values(values));
  append(file, action, { table, key: JOURNALLED[table].map((column) => values[column]!), values: shorten(values) });
}

/** Changes columns of one row and writes the journal entry. Only inside `CaseFile.write`. */
export function updateRow(file: CaseFile, action: string, table: JournalledTable, key: Value[], changes: Row): void {
  const sets = Object.keys(changes)
    .map((column) => `${column} = ?`)
    .join(', ');
  const where = JOURNALLED[table].map((column) => `${column} = ?`).join(' AND ');
  const result = file.prepare(`UPDATE ${table} SET ${sets} WHERE ${where}`).run(...Object.values(changes), ...key);
  if (result.changes !== 1) throw new Error(`update of ${table} ${key.join('/')} changed ${result.changes} rows`);
  append(file, action, { table, key, values: shorten(changes) });
}

/** The hash of one entry; undefined where there is none. */
export function entryHash(file: CaseFile, seq: number): string | undefined {
  const row = file.read(() => file.prepare('SELECT hash FROM journal WHERE seq = ?').get(seq));
  return (row as { hash: string } | undefined)?.hash;
}

/** The last entry whose hash begins like this. */
export function findEntry(file: CaseFile, hash: string): { seq: number; hash: string } | undefined {
  const select = 'SELECT seq, hash FROM journal WHERE substr(hash, 1, ?) = ? ORDER BY seq DESC LIMIT 1';
  return file.read(() => file.prepare(select).get(hash.length, hash)) as { seq: number; hash: string } | undefined;
}

/** All entries in order, one at a time. */
export function journalEntries(file: CaseFile): IterableIterator<JournalEntry> {
  return file
    .prepare('SELECT seq, at, action, entry, previous, hash FROM journal ORDER BY seq')
    .iterate() as IterableIterator<JournalEntry>;
}
