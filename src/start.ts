import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

type Wrapped = (exports: object, require: unknown, module: object, filename: string, dirname: string) => void;

/** What stands around a file of the program, as Node has it. */
const BEFORE = '(function (exports, require, module, __filename, __dirname) {';
const BEHIND = '\n})';
/** A file of the program whose name says what is in it, so that what is kept under a name is of that very file. */
const HASHED = /-[\w-]{8}\.cjs$/;
const FIRST = 'main.cjs';
/** Of so many programs and engines code is kept: who updates, or has two, needs two. */
const MOST_FOLDERS = 2;
/** The engine drops code that was not called for a while: after a longer run not all of it is there. */
const SHORT_SECONDS = 5;
/** So long a file is being written; who has not done it by then is no more. */
const STALE_MS = 60_000;

/**
 * Loads the built program, file by file as it is needed, together with the code that the engine made of it in earlier
 * runs. Node's own cache holds of a file what is compiled before it runs; this one is written at the end of a run and
 * holds all functions that were called.
 */
export class Program {
  readonly #dist = import.meta.dirname;
  readonly #outside: NodeJS.Require;
  readonly #scripts = new Map<string, { script: Script; isKnown: boolean }>();
  readonly #home: string;
  readonly #cache: string;
  readonly #isTrusted: boolean;
  #folder: string | undefined;

  /**
   * @param home the folder of the cases; until there is one nothing is kept
   * @param outside loads what is not of the program
   */
  constructor(home: string, outside: NodeJS.Require) {
    this.#home = home;
    this.#outside = outside;
    this.#cache = join(home, 'cache', 'code');
    this.#isTrusted = isPrivate(this.#cache);
  }

  /** What a file of the program exports. */
  load(name: string): unknown {
    const filename = join(this.#dist, name);
    const modules = this.#outside.cache as Record<string, { exports: object }>;
    const known = modules[filename];
    if (known) return known.exports;
    // Without a shape, of which each thing given would make another.
    const module = { exports: Object.create(null) as object, loaded: true };
    modules[filename] = module;
    const script = this.#compile(name, filename);
    const run = script.runInThisContext() as Wrapped;
    run(module.exports, this.#require, module, filename, this.#dist);
    return module.exports;
  }

  /** What stands for `require` in them; what they import is imported from here (`tools/build.ts`). */
  readonly #require = Object.assign(
    (id: string): unknown => (id.startsWith('./') ? this.load(id.slice(2)) : this.#outside(id)),
    { import: (id: string): Promise<unknown> => import(id) },
  );

  #compile(name: string, filename: string): Script {
    const source = readSource(filename);
    this.#folder ??= join(this.#cache, [process.version, process.arch, this.#build(name, source)].join('-'));
    const mayBeKept = HASHED.test(name);
    const cachedData = mayBeKept && this.#isTrusted ? readKept(join(this.#folder, name)) : undefined;
    const script = new Script(source, { filename, ...(cachedData ? { cachedData } : {}) });
    if (mayBeKept) this.#scripts.set(name, { script, isKnown: cachedData !== undefined && !script.cachedDataRejected });
    return script;
  }

  /** The first file names the next, whose name changes with all that is below it: so each build has a folder. */
  #build(name: string, source: string): string | undefined {
    const first = name === FIRST ? source : readFileSync(join(this.#dist, FIRST), 'utf8');
    return /[\w-]{8}(?=\.cjs)/.exec(first)?.[0];
  }

  /**
   * Keeps the code for later runs, where there is a folder for it. To be called when the work is done.
   * @param command what the program was asked for: each calls other functions of the same files
   */
  keep(command: string | undefined): void {
    const folder = this.#folder;
    if (folder === undefined || !existsSync(this.#home)) return;
    const mark = join(folder, `${/^[a-z]+$/.exec(command ?? '')?.[0] ?? 'menu'}.seen`);
    const isSeen = this.#isTrusted && (existsSync(mark) || process.uptime() > SHORT_SECONDS);
    const due = [...this.#scripts].filter(([, { isKnown }]) => !isKnown || !isSeen);
    if (due.length === 0) return;
    try {
      if (!this.#isTrusted) rmSync(this.#cache, { recursive: true, force: true });
      for (const each of [dirname(this.#cache), this.#cache, folder])
        if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
      for (const [name, { script }] of due) writeKept(join(folder, name), script.createCachedData());
      writeFileSync(mark, '', { mode: 0o600 });
      dropOld(this.#cache);
    } catch {
      // It only makes the next start quicker.
    }
  }
}

/** May only we write there? What others can write to is not run. Windows says nothing of it in a mode. */
function isPrivate(folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

/**
 * What is read of a file lies here until the engine has it: memory that is new costs as much as to read into it.
 */
let memory = Buffer.allocUnsafeSlow(1_000_000);
/** So much of the second copy is held against the first at a time. */
const PIECE = 65_536;

/** Put together as bytes: of text in pieces the engine makes another copy. */
function readSource(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    makeRoom(BEFORE.length + size + BEHIND.length);
    const end = memory.write(BEFORE) + fill(handle, BEFORE.length, size);
    return memory.toString('utf8', 0, end + memory.write(BEHIND, end));
  } finally {
    closeSync(handle);
  }
}

/**
 * Code lies in its file twice: the engine runs what it is given without looking, and to hold one half against the
 * other takes less time than any sum.
 * @returns a piece of the memory that the next file is read into
 */
function readKept(path: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const half = fstatSync(handle).size / 2;
    makeRoom(half + PIECE);
    if (fill(handle, 0, half) !== half) return undefined;
    for (let at = 0; at < half; at += PIECE) {
      const length = Math.min(PIECE, half - at);
      if (fill(handle, half, length) !== length || memory.compare(memory, half, half + length, at, at + length) !== 0)
        return undefined;
    }
    return memory.subarray(0, half);
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function makeRoom(length: number): void {
  if (memory.length < length) memory = Buffer.allocUnsafeSlow(length);
}

/** Reads on where the file was left. @returns how many bytes; fewer than asked for at the end of the file */
function fill(handle: number, at: number, length: number): number {
  let done = 0;
  for (let read = -1; read !== 0 && done < length; done += read)
    read = readSync(handle, memory, at + done, length - done, null);
  return done;
}

/** Whole or not at all, on the disk and not only under way to it. One process at a time; the others let it be. */
function writeKept(path: string, code: Buffer): void {
  const part = `${path}.part`;
  const left = statSync(part, { throwIfNoEntry: false });
  if (left && Date.now() - left.mtimeMs > STALE_MS) rmSync(part);
  const handle = openSync(part, 'wx', 0o600);
  try {
    writeFileSync(handle, Buffer.concat([code, code]));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, path);
}

/** Takes away what was kept of programs and engines that were used before the last. */
function dropOld(cache: string): void {
  const folders = readdirSync(cache).map((name) => join(cache, name));
  const lastUse = new Map(folders.map((folder) => [folder, statSync(folder).mtimeMs]));
  for (const old of folders.toSorted((a, b) => lastUse.get(b)! - lastUse.get(a)!).slice(MOST_FOLDERS))
    rmSync(old, { recursive: true, force: true });
}
