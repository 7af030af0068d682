/** What strangers hand over: bags, replies of timestamp authorities, whole cases. */
import Database from 'better-sqlite3';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { zipOf } from '../reading/made/zip.ts';
import { digest } from '../soak/desk.ts';
import { mutateBytes, mutateJson, mutateText, NASTY, type Below } from './mutate.ts';
import { bag, base, cwd, pick, program } from './stage.ts';

const SEALS = resolve(import.meta.dirname, '../fixtures/seal');

/** A bag in which bytes were changed and sums made again, names lead elsewhere, or links lie; as a folder or archive. */
export async function tryBag(below: Below): Promise<string[]> {
  const folder = join(cwd, 'bag');
  rmSync(folder, { recursive: true, force: true });
  cpSync(bag, folder, { recursive: true });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  for (let times = 1 + below(3); times > 0; times--) changeBag(folder, pick(names, below), below);
  if (below(2) === 0) sumAgain(folder);
  let place = './bag';
  if (below(3) === 0) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      lstatSync(join(folder, name)).isFile(),
    );
    const entries = files.map((name) => ({
      name: below(40) === 0 ? pick(NASTY, below).slice(0, 1_000) : `b/${name}`,
      data: readFileSync(join(folder, name)),
    }));
    const zip = zipOf(entries);
    place = './bag.zip';
    writeFileSync(join(cwd, place), below(3) === 0 ? mutateBytes(zip, zip, below) : zip);
  }
  const bad = [...(await program(['verify', place])), ...(await program(['verify', place, '--json']))];
  bad.push(...(await program(['import', place, '--case', './imported.kameng'])));
  if (existsSync(join(cwd, 'imported.kameng'))) {
    bad.push(...(await program(['verify', '--case', './imported.kameng'])));
    rmSync(join(cwd, 'imported.kameng'));
  }
  return bad;
}

function changeBag(folder: string, name: string, below: Below): void {
  const path = join(folder, name);
  if (!existsSync(path)) return;
  const how = below(10);
  if (how < 5) {
    const bytes = readFileSync(path);
    const text = /\.(?:txt|jsonl)$/.test(name) && below(2) === 0;
    writeFileSync(path, text ? mutateText(bytes.toString('utf8'), below) : mutateBytes(bytes, bytes, below));
  } else if (how < 7) {
    // A value of a row, as somebody would write it who knows the format.
    if (!name.endsWith('.jsonl')) return;
    const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    const at = below(rows.length);
    const row = parsed(rows[at]!);
    if (row === undefined) return;
    rows[at] = JSON.stringify(mutateJson(row, below));
    writeFileSync(path, `${rows.join('\n')}\n`);
  } else if (how === 7) rmSync(path);
  else if (how === 8) {
    rmSync(path);
    symlinkSync('/etc/passwd', path);
  } else {
    const manifest = join(folder, 'manifest-sha256.txt');
    if (existsSync(manifest))
      appendFileSync(manifest, `${'0'.repeat(64)}  ${pick(NASTY, below).replaceAll('\0', '')}\n`);
  }
}

/** A row that an earlier change has broken has no values left to change. */
function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

/** The manifests made again, as somebody does who wants to be believed. */
function sumAgain(folder: string): void {
  const sum = (name: string): string => digest(readFileSync(join(folder, name)));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    lstatSync(join(folder, name)).isFile(),
  );
  const write = (manifest: string, names: string[]): void =>
    writeFileSync(join(folder, manifest), names.map((name) => `${sum(name)}  ${name}\n`).join(''));
  write(
    'manifest-sha256.txt',
    files.filter((name) => name.startsWith('data/')),
  );
  write(
    'tagmanifest-sha256.txt',
    files.filter((name) => !name.startsWith('data/') && name !== 'tagmanifest-sha256.txt'),
  );
}

const REPLIES = ['valid.tsr', 'expired.tsr', 'stranger.tsr'].map((name) => readFileSync(join(SEALS, name)));

/** A reply of a timestamp authority, and a root, that are not what they were. */
export async function trySeal(below: Below): Promise<string[]> {
  copyFileSync(base, join(cwd, 'x.kameng'));
  const bad = await program(['seal', '--out', 'seal', '--case', './x.kameng']);
  writeFileSync(join(cwd, 'reply.tsr'), mutateBytes(pick(REPLIES, below), pick(REPLIES, below), below));
  const root = readFileSync(join(SEALS, 'root.pem'));
  writeFileSync(join(cwd, 'root.pem'), below(2) === 0 ? root : mutateBytes(root, root, below));
  bad.push(...(await program(['seal', '--reply', 'reply.tsr', '--case', './x.kameng'])));
  bad.push(...(await program(['seal', '--reply', 'reply.tsr', '--trust', 'root.pem', '--case', './x.kameng'])));
  bad.push(...(await program(['verify', '--case', './x.kameng'])));
  return bad;
}

/** A case whose rows somebody else has written, the chain left as it was; or whose bytes are no longer what they were. */
export async function tryStranger(below: Below): Promise<string[]> {
  const path = join(cwd, 'x.kameng');
  copyFileSync(base, path);
  if (below(4) === 0) writeFileSync(path, mutateBytes(readFileSync(path), readFileSync(path), below));
  else plant(path, below);
  const bad: string[] = [];
  for (const args of [
    ['status'],
    ['status', '--json'],
    ['evidence'],
    ['evidence', '1'],
    ['timeline'],
    ['verify'],
    ['check'],
    ['route'],
    ['letter', '1', '--out', 'out'],
    ['letter', '--to', 'platform', '--out', 'out2', '--format', 'txt,docx', '--anyway', '测试'],
    ['evidence', '--extract', 'out3'],
    ['export', '--format', 'docx', '--out', 'out4'],
    ['export', '--report', '--out', 'out5.html'],
    ['export', '--bag', '--out', 'out6'],
    ['search', '退款'],
    ['facts', 'amount=1'],
    ['list'],
    ['due'],
  ])
    bad.push(...(await program([...args, ...(ALL_CASES.includes(args[0]!) ? [] : ['--case', './x.kameng'])])));
  return bad;
}

/** Commands that look at every case there is. */
const ALL_CASES = ['list', 'search'];

function plant(path: string, below: Below): void {
  const db = new Database(path);
  try {
    const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const tables = [
      'case_info',
      'exhibits',
      'readings',
      'facts',
      'letters',
      'letter_files',
      'contacts',
      'platform_rules',
      'seals',
      'journal',
    ];
    for (let times = 1 + below(5); times > 0; times--) {
      const table = pick(tables, below);
      const columns = (
        db.prepare(`SELECT name FROM pragma_table_info('${table}') WHERE type = 'TEXT'`).all() as { name: string }[]
      ).map(({ name }) => name);
      const column = pick(columns, below);
      const old = db
        .prepare(`SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL ORDER BY random() LIMIT 1`)
        .get() as { value: string } | undefined;
      const value = other(old?.value ?? '', below);
      try {
        db.prepare(`UPDATE ${table} SET ${column} = ?`).run(value);
      } catch {
        // A check of the table stands against it, as it would against the stranger.
      }
    }
    for (const { sql } of triggers) db.exec(sql);
  } finally {
    db.close();
  }
}

/** Another value for a column: JSON stays JSON, so that it gets past the table's own check. */
function other(value: string, below: Below): string {
  try {
    return JSON.stringify(mutateJson(JSON.parse(value), below));
  } catch {
    return below(2) === 0 ? pick(NASTY, below) : mutateText(value, below);
  }
}
