import { statSync } from 'node:fs';
import type { Statement } from 'better-sqlite3';
import type { Moment } from '../model/moment.ts';
import type { Connection } from './connection.ts';
import { explainSqlite } from './failures.ts';

/** A copy is made in steps of 32 MiB, between which others may write. */
const STEP_PAGES = 2_048;
const EVERY_PAGE = 2 ** 31 - 1;
const INTERRUPTIONS = 3;

/**
 * One open case. The other files of this folder work on it; nothing outside
 * this folder sees SQL. Times come from `now`, so that the caller owns the clock.
 */
export class CaseFile {
  readonly path: string;
  readonly now: () => Moment;
  readonly #db: Connection;
  readonly #statements = new Map<string, Statement>();
  #generation = 0;

  constructor(path: string, db: Connection, now: () => Moment) {
    this.path = path;
    this.now = now;
    this.#db = db;
  }

  /**
   * Another number whenever rows may have changed by more than what this object wrote: others write between two
   * transactions, and one that is taken back undoes what was written. What is remembered of the rows ends with it.
   */
  get generation(): number {
    return this.#generation;
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
   * it is kept or none. Nested calls join the outer one.
   * @throws KamengError DISK_FULL, CASE_BUSY, CASE_READ_ONLY, CASE_DAMAGED
   */
  write<T>(change: () => T): T {
    if (!this.#db.inTransaction) this.#generation++;
    try {
      return this.#db.inTransaction ? change() : this.#db.transaction(change).immediate();
    } catch (error) {
      this.#generation++;
      throw explainSqlite(error, this.path);
    }
  }

  /**
   * The same for work that waits in between (long files, a cancel key); nested,
   * it can be taken back by itself. The caller does nothing else with this case
   * until it is over.
   * @throws as `write`
   */
  async writeAsync<T>(change: () => Promise<T>): Promise<T> {
    const nested = this.#db.inTransaction;
    const run = (sql: string): unknown => this.prepare(sql).run();
    if (!nested) this.#generation++;
    try {
      run(nested ? 'SAVEPOINT step' : 'BEGIN IMMEDIATE');
      try {
        const result = await change();
        run(nested ? 'RELEASE step' : 'COMMIT');
        return result;
      } catch (error) {
        this.#generation++;
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

  /** Runs several readings on one state of the case, whoever writes meanwhile. */
  readTogether<T>(query: () => T): T {
    if (this.#db.inTransaction) return this.read(query);
    // Without the library's own transactions, which prepare six statements for it.
    return this.read(() => {
      this.#db.exec('BEGIN');
      try {
        return query();
      } finally {
        // There is nothing to commit, and of a damaged file SQLite refuses it. An error of the disk can have ended it.
        if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      }
    });
  }

  /**
   * Copies the case as it is at one moment into a new file, while other processes go on writing to it. SQLite begins
   * anew when somebody wrote between two steps; who is interrupted too often takes the rest in one step, for which
   * the writers wait.
   * @throws KamengError as `write`
   */
  async copyTo(path: string): Promise<void> {
    let [left, interrupted] = [Infinity, 0];
    const progress = ({ remainingPages }: { remainingPages: number }): number => {
      if (remainingPages >= left) interrupted++;
      left = remainingPages;
      return interrupted < INTERRUPTIONS ? STEP_PAGES : EVERY_PAGE;
    };
    try {
      await this.#db.backup(path, { progress });
    } catch (error) {
      throw explainSqlite(error, path);
    }
  }

  /** Findings of SQLite's own integrity check; empty when it is sound. */
  integrityProblems(): string[] {
    const rows = this.#db.pragma('integrity_check') as { integrity_check: string }[];
    const foreign = this.#db.pragma('foreign_key_check') as { table: string; rowid: number }[];
    return [
      ...this.#sizeProblems(),
      ...rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...foreign.map((row) => `foreign key: ${row.table} row ${row.rowid}`),
    ];
  }

  /** SQLite reads as many pages as its header counts and never looks behind them. */
  #sizeProblems(): string[] {
    const pages = this.#db.pragma('page_count', { simple: true }) as number;
    const expected = pages * (this.#db.pragma('page_size', { simple: true }) as number);
    const actual = statSync(this.path).size;
    return actual === expected ? [] : [`文件应有 ${expected} 字节，实有 ${actual}`];
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }
}
