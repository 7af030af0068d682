import { createHash } from 'node:crypto';
import type { CaseFile } from './case-file.ts';
import { contentChunks } from './contents.ts';
import {
  GENESIS,
  hashEntry,
  JOURNALLED,
  journalEntries,
  journalValue,
  type JournalledTable,
  type Row,
  type Value,
} from './journal.ts';

export interface Problem {
  code:
    | 'FILE_DAMAGED'
    | 'BYTES_CHANGED'
    | 'BYTES_MISSING'
    | 'CHAIN_BROKEN'
    | 'ROW_CHANGED'
    | 'ROW_MISSING'
    | 'ROW_UNRECORDED';
  /** Number of the exhibit, where the finding is about one. */
  exhibit: number | null;
  /** Journal entry, where the finding is about one. */
  entry: number | null;
  message: string;
}

export interface Verification {
  ok: boolean;
  checked: { exhibits: number; bytes: number; entries: number };
  problems: Problem[];
}

/**
 * Hashes every byte again and walks the whole journal, rebuilding each row from
 * it and comparing. Damage is data: all of it is reported in one run.
 * @param progress bytes hashed so far and in all
 */
export function verifyCase(file: CaseFile, progress: (done: number, total: number) => void = () => {}): Verification {
  const [ofFile, ofBytes, ofRows] = [[], [], []] as [Problem[], Problem[], Problem[]];
  // Rows and journal at one moment: what another process wrote in between would look like something slipped in.
  const { entries, exhibits } = file.readTogether(() => {
    for (const message of integrity(file))
      ofFile.push({ code: 'FILE_DAMAGED', exhibit: null, entry: null, message: `数据库结构受损：${message}` });
    return {
      entries: guarded(ofRows, '操作记录', () => verifyJournal(file, ofRows)) ?? 0,
      exhibits:
        guarded(ofRows, '证据目录', () => file.prepare('SELECT count(*) FROM exhibits').pluck().get() as number) ?? 0,
    };
  });
  // The bytes of a content never change, and to hash them can take minutes: nobody is kept from writing meanwhile.
  const bytes = file.read(() => guarded(ofBytes, '证据内容', () => verifyBytes(file, ofBytes, progress))) ?? 0;
  const problems = [...ofFile, ...ofBytes, ...ofRows];
  return { ok: problems.length === 0, checked: { exhibits, bytes, entries }, problems };
}

/** The journal and the rows alone: what a screen shows is held to it where the bytes need not be hashed again. */
export function verifyRows(file: CaseFile): Problem[] {
  const problems: Problem[] = [];
  file.readTogether(() => guarded(problems, '操作记录', () => verifyJournal(file, problems)));
  return problems;
}

function integrity(file: CaseFile): string[] {
  try {
    return file.integrityProblems();
  } catch (error) {
    throwBusy(error);
    return [(error as Error).message];
  }
}

/** That somebody else is writing is no damage. */
function throwBusy(error: unknown): void {
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && /^(?:SQLITE_BUSY|CASE_BUSY)/.test(code)) throw error;
}

/** A page that cannot be read at all ends one part of the check, not the report. */
function guarded<T>(problems: Problem[], part: string, check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    throwBusy(error);
    problems.push({
      code: 'FILE_DAMAGED',
      exhibit: null,
      entry: null,
      message: `${part}读不出来：${(error as Error).message}`,
    });
    return undefined;
  }
}

function verifyBytes(file: CaseFile, problems: Problem[], progress: (done: number, total: number) => void): number {
  const contents = file
    .prepare(
      'SELECT c.id, c.sha256, c.bytes, e.no AS exhibit FROM contents c LEFT JOIN exhibits e ON e.content_id = c.id ORDER BY c.id',
    )
    .all() as { id: number; sha256: string; bytes: number; exhibit: number | null }[];
  const total = contents.reduce((sum, content) => sum + content.bytes, 0);
  let done = 0;
  for (const content of contents) {
    const what = content.exhibit === null ? '文书附件' : `证据 ${content.exhibit}`;
    const hash = createHash('sha256');
    let bytes = 0;
    const read = guarded(problems, what, () => {
      for (const chunk of contentChunks(file, content.id)) {
        hash.update(chunk);
        bytes += chunk.length;
        progress(done + bytes, total);
      }
      return true;
    });
    done += content.bytes;
    if (!read) continue;
    if (bytes !== content.bytes) {
      problems.push({
        code: 'BYTES_MISSING',
        exhibit: content.exhibit,
        entry: null,
        message: `${what}应有 ${content.bytes} 字节，实有 ${bytes}`,
      });
    } else if (hash.digest('hex') !== content.sha256) {
      problems.push({
        code: 'BYTES_CHANGED',
        exhibit: content.exhibit,
        entry: null,
        message: `${what}的内容与录入时的 SHA-256 不一致`,
      });
    }
  }
  return total;
}

function verifyJournal(file: CaseFile, problems: Problem[]): number {
  const expected = new Map<JournalledTable, Map<string, { values: Row; seq: number }>>();
  let previous = GENESIS;
  let seq = 0;
  for (const entry of journalEntries(file)) {
    seq++;
    if (entry.seq !== seq || entry.previous !== previous || hashEntry(entry) !== entry.hash) {
      problems.push({
        code: 'CHAIN_BROKEN',
        exhibit: null,
        entry: entry.seq,
        message: `操作记录第 ${entry.seq} 条与前后不连贯，被改动、插入或删除过`,
      });
      seq = entry.seq;
    }
    previous = entry.hash;
    const change = JSON.parse(entry.entry) as { table: JournalledTable; key: Value[]; values: Row };
    const rows = expected.get(change.table) ?? new Map<string, { values: Row; seq: number }>();
    expected.set(change.table, rows);
    const key = JSON.stringify(change.key);
    rows.set(key, { values: { ...rows.get(key)?.values, ...change.values }, seq: entry.seq });
  }
  if (seq === 0) problems.push({ code: 'CHAIN_BROKEN', exhibit: null, entry: null, message: '操作记录是空的' });
  for (const table of Object.keys(JOURNALLED) as JournalledTable[])
    compareTable(file, table, expected.get(table) ?? new Map(), problems);
  return seq;
}

const TABLE_WORDS: Record<JournalledTable, string> = {
  case_info: '案卷信息',
  contents: '文件内容',
  exhibits: '证据',
  readings: '识别结果',
  facts: '事实',
  letters: '文书',
  letter_exhibits: '文书所列证据',
  letter_files: '文书文件',
  contacts: '联系记录',
  contact_exhibits: '联系记录的证据',
  platform_rules: '平台规则',
  seals: '时间戳请求',
  seal_replies: '时间戳回复',
};

function hasTable(file: CaseFile, table: string): boolean {
  return file.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
}

function compareTable(
  file: CaseFile,
  table: JournalledTable,
  expected: Map<string, { values: Row; seq: number }>,
  problems: Problem[],
): void {
  // A case of an older version that is on its way has not all tables yet.
  if (!hasTable(file, table)) return;
  const keys = JOURNALLED[table];
  const seen = new Set<string>();
  for (const row of file.prepare(`SELECT * FROM ${table}`).iterate() as IterableIterator<Row>) {
    const key = JSON.stringify(keys.map((column) => row[column]));
    seen.add(key);
    const name = `${TABLE_WORDS[table]} ${keys.map((column) => row[column]).join('/')}`;
    const exhibit = table === 'exhibits' ? Number(row['no']) : null;
    const record = expected.get(key);
    if (!record) {
      problems.push({
        code: 'ROW_UNRECORDED',
        exhibit,
        entry: null,
        message: `${name} 没有操作记录，是绕过 kameng 写入的`,
      });
      continue;
    }
    // A column that came with a later migration is empty in rows from before it.
    const wrong = Object.keys(row).filter((column) => journalValue(row[column]!) !== (record.values[column] ?? null));
    if (wrong.length > 0) {
      problems.push({
        code: 'ROW_CHANGED',
        exhibit,
        entry: record.seq,
        message: `${name} 与操作记录不一致：${wrong.join('、')}`,
      });
    }
  }
  for (const [key, record] of expected) {
    if (!seen.has(key)) {
      problems.push({
        code: 'ROW_MISSING',
        exhibit: table === 'exhibits' ? Number((JSON.parse(key) as number[])[0]) : null,
        entry: record.seq,
        message: `${TABLE_WORDS[table]} ${(JSON.parse(key) as Value[]).join('/')} 有操作记录但已不在案卷里`,
      });
    }
  }
}
