import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Statement } from 'better-sqlite3';
import { type Moment } from '../model/moment.ts';
import { createConnection, explainSqlite, openConnection, type Connection } from './connection.ts';
import { insertRow, updateRow } from './journal.ts';

export interface CaseInfo {
  id: string;
  title: string;
  openedAt: Moment;
  vetId?: string;
}

/**
 * One open case. The other files of this folder work on it; nothing outside
 * this folder sees SQL. Times come from `now`, so that the caller owns the clock.
 */
export class CaseFile {
  readonly path: string;
  readonly now: () => Moment;
  readonly #db: Connection;
  readonly #statements = new Map<string, Statement>();

  constructor(path: string, db: Connection, now: () => Moment) {
    this.path = path;
    this.now = now;
    this.#db = db;
  }

  /** A prepared statement, kept for the next call. */
  prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /**
   * Runs a change in one transaction that takes the write lock at once; all of
   * it is kept or none. Nested calls join the outer one as a savepoint.
   * @throws KamengError DISK_FULL, CASE_BUSY, CASE_READ_ONLY, CASE_DAMAGED
   */
  write<T>(change: () => T): T {
    try {
      const transaction = this.#db.transaction(change);
      return this.#db.inTransaction ? transaction() : transaction.immediate();
    } catch (error) {
      throw explainSqlite(error, this.path);
    }
  }

  /**
   * The same for work that waits in between (long files, a cancel key). The
   * caller does nothing else with this case until it is over.
   * @throws as `write`
   */
  async writeAsync<T>(change: () => Promise<T>): Promise<T> {
    const nested = this.#db.inTransaction;
    const run = (sql: string): unknown => this.prepare(sql).run();
    try {
      run(nested ? 'SAVEPOINT step' : 'BEGIN IMMEDIATE');
      try {
        const result = await change();
        run(nested ? 'RELEASE step' : 'COMMIT');
        return result;
      } catch (error) {
        // A full disk can have ended the transaction already.
        if (this.#db.inTransaction) {
          run(nested ? 'ROLLBACK TO step' : 'ROLLBACK');
          if (nested) run('RELEASE step');
        }
        throw error;
      }
    } catch (error) {
      throw explainSqlite(error, this.path);
    }
  }

  /** Runs a reading with SQLite's errors put into words. */
  read<T>(query: () => T): T {
    try {
      return query();
    } catch (error) {
      throw explainSqlite(error, this.path);
    }
  }

  /** Findings of SQLite's own integrity check; empty when it is sound. */
  integrityProblems(): string[] {
    const rows = this.#db.pragma('integrity_check') as { integrity_check: string }[];
    const foreign = this.#db.pragma('foreign_key_check') as { table: string; rowid: number }[];
    return [
      ...rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...foreign.map((row) => `foreign key: ${row.table} row ${row.rowid}`),
    ];
  }

  info(): CaseInfo {
    return this.read(() => {
      const row = this.prepare('SELECT case_id, title, opened_at, vet_id FROM case_info').get() as {
        case_id: string; title: string; opened_at: string; vet_id: string | null;
      };
      return { id: row.case_id, title: row.title, openedAt: row.opened_at, ...(row.vet_id ? { vetId: row.vet_id } : {}) };
    });
  }

  setTitle(title: string): void {
    this.write(() => updateRow(this, 'case.rename', 'case_info', [1], { title }));
  }

  linkVet(vetId: string): void {
    this.write(() => updateRow(this, 'case.link_vet', 'case_info', [1], { vet_id: vetId }));
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }
}

/** Creates a case at `path`. @throws as createConnection */
export function createCaseFile(path: string, title: string, now: () => Moment): CaseFile {
  const file = new CaseFile(resolve(path), createConnection(resolve(path)), now);
  file.write(() =>
    insertRow(file, 'case.open', 'case_info', { id: 1, case_id: randomUUID(), title, opened_at: now(), vet_id: null }),
  );
  return file;
}

/** Opens a case; where the file cannot be written it can still be read. @throws as openConnection */
export function openCaseFile(path: string, now: () => Moment): CaseFile {
  return new CaseFile(resolve(path), openConnection(resolve(path)), now);
}
