/** Flips bits of a rich case and cuts it off: found by `verify`, or shown to lie where nothing is kept. */
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk, printTable } from './desk.ts';
import { runInside } from './inside.ts';
import type { Setting } from './commands.ts';

/** A digest over every value of every row of every table, and the schema. */
function digestRows(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    const sum = createHash('sha256');
    const tables = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as {
      name: string;
      sql: string;
    }[];
    sum.update(JSON.stringify(db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all()));
    for (const { name } of tables)
      for (const row of db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).raw().iterate() as Iterable<unknown[]>)
        for (const value of row) sum.update(value instanceof Uint8Array ? value : `${typeof value} ${String(value)}\n`);
    return sum.digest('hex');
  } finally {
    db.close();
  }
}

const AFTER = [['status'], ['evidence'], ['letter', '1'], ['timeline'], ['check']];

/** @returns how many were bad: a crash, or changed rows that `verify` calls intact */
export async function bits(setting: Setting, { flips, cuts }: { flips: number; cuts: number }): Promise<number> {
  const desk = openDesk(join(setting.root, 'bits'));
  const path = join(desk.cwd, 'x.kameng');
  const whole = readFileSync(setting.base);
  const rows = digestRows(setting.base);
  const table: (string | number)[][] = [
    ['change', 'made', 'found by verify', 'refused at opening', 'in unused space', 'bad'],
  ];
  let bad = 0;
  const words: string[] = [];
  for (const [what, times] of [
    ['bit flipped', flips],
    ['cut off', cuts],
  ] as const) {
    const row = [what, 0, 0, 0, 0, 0] as [string, number, number, number, number, number];
    for (let i = 0; i < times; i++) {
      // One in ten in the first page: there the header and the schema stand.
      const at = setting.below(i % 10 === 0 ? 16_384 : whole.length);
      const bit = setting.below(8);
      const bytes = what === 'cut off' ? whole.subarray(0, at) : Buffer.from(whole);
      if (what !== 'cut off') bytes[at]! ^= 1 << bit;
      writeFileSync(path, bytes);
      row[1] += 1;
      const found: string[] = [];
      const verified = await runInside(['verify', '--case', path], desk);
      if (verified.status === 4) row[2] += 1;
      else if (verified.status === 1) row[3] += 1;
      else if (verified.status === 0 && digestRows(path) === rows) row[4] += 1;
      else
        found.push(
          verified.status === 0
            ? 'changed rows are called intact'
            : `verify ends with ${verified.status}: ${verified.stderr}`,
        );
      for (const args of AFTER) {
        // What the last command mended or broke is not asked of the next.
        writeFileSync(path, bytes);
        const ran = await runInside([...args, '--case', path], desk);
        if (![0, 1, 3, 4].includes(ran.status)) found.push(`${args[0]} ends with ${ran.status}: ${ran.stderr}`);
        else if (ran.status !== 0 && ran.status !== 3 && ran.stderr.trim() === '')
          found.push(`${args[0]} fails without a word`);
      }
      rmSync(`${path}-journal`, { force: true });
      if (found.length > 0) {
        row[5] += 1;
        bad += 1;
        words.push(...found.map((word) => `${what} at ${at}.${bit}: ${word.slice(0, 400)}`));
      }
    }
    table.push(row);
  }
  copyFileSync(setting.base, path);
  printTable(table);
  for (const word of new Set(words)) console.log(`    ${word}`);
  return bad;
}
