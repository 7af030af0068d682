import { existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Day } from '../../model/moment.ts';
import { placeFile } from '../files/place.ts';
import { fileState, isSameState, type FileState } from './file-state.ts';
import { homeFolder, type World } from '../files/home-folder.ts';

/** Besides what SQLite counts: another file in its place has another inode, and a rewritten one another time of change. */
interface State extends FileState {
  changedMs: number;
  inode: number;
}

interface Kept<T> {
  program: string;
  day: Day;
  of: Record<string, State & { value: T }>;
}

/** Another build may come to another result. */
const program = (): string => {
  const { size, mtimeMs } = statSync(import.meta.filename);
  return [packageJson.version, import.meta.filename, size, mtimeMs].join(' ');
};

/**
 * What was worked out of cases, kept beside them until the next run: a list of a thousand cases need not open each of
 * them. A value is handed out only while the file, the day and the program are the ones it was worked out with; only of
 * cases in the home folder, so that nothing of a case on another disk stays here.
 */
export class WorkedOut<T> {
  readonly #home: string;
  readonly #path: string;
  readonly #kept: Kept<T>;
  readonly #used: Kept<T>['of'] = {};
  #changed = false;

  /** @param name of what is worked out */
  constructor(world: World, name: string, day: Day) {
    this.#home = homeFolder(world);
    this.#path = join(this.#home, 'cache', `${name}.json`);
    this.#kept = { program: program(), day, of: {} };
    try {
      const kept = JSON.parse(readFileSync(this.#path, 'utf8')) as Kept<T>;
      if (kept.program === this.#kept.program && kept.day === day) this.#kept.of = kept.of;
    } catch {
      // Nothing kept, or nothing that can be read: it is worked out again.
    }
  }

  /** The value of a case as it was kept; undefined where it has to be worked out. */
  known(path: string): T | undefined {
    const known = this.#kept.of[path];
    // Of what was never kept the disk is not asked.
    const now = known && stateOf(this.#home, path);
    if (!now || !isSame(now, known)) return undefined;
    this.#used[path] = known;
    return known.value;
  }

  /** Takes what was worked out of a case. */
  add(path: string, { value, state }: Found<T>): void {
    if (!state) return;
    this.#used[path] = { ...state, value };
    this.#changed = true;
  }

  /** Keeps what was asked for in this run and nothing else. */
  keep(): void {
    const gone = Object.keys(this.#kept.of).length > Object.keys(this.#used).length;
    if (!this.#changed && !gone) return;
    try {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      placeFile(this.#path, [Buffer.from(JSON.stringify({ ...this.#kept, of: this.#used }))], { over: true });
    } catch {
      // A home that cannot be written: the next run works it out again.
    }
  }
}

/** What was worked out of a case, and of which state of its file if that may be said. */
export interface Found<T> {
  value: T;
  state?: State;
}

/** Works something out of a case, to be kept by the home folder's `WorkedOut`. */
export function workOut<T>(home: string, path: string, work: () => T): Found<T> {
  const before = stateOf(home, path);
  const value = work();
  const after = stateOf(home, path);
  // Written to while it was read: what was read may be of two states.
  return before && after && isSame(before, after) ? { value, state: after } : { value };
}

/** Undefined where nothing may be kept: elsewhere, a link, or a change that is under way or was broken off. */
function stateOf(home: string, path: string): State | undefined {
  if (dirname(path) !== home || existsSync(`${path}-journal`)) return undefined;
  try {
    const stats = lstatSync(path);
    return stats.isFile() ? { ...fileState(path, stats), changedMs: stats.ctimeMs, inode: stats.ino } : undefined;
  } catch {
    return undefined;
  }
}

const isSame = (one: State, other: State): boolean =>
  isSameState(one, other) && one.changedMs === other.changedMs && one.inode === other.inode;
