import type { Io } from '../io.ts';
import { clip, showBytes } from './paint.ts';
import { cellsOf } from './cells.ts';

/** At most ten redraws a second: a terminal is slower than the work. */
const INTERVAL_MS = 100;
/** Cells of the bar: on a small screen it makes room for how long it will take. */
const WIDTH = 24;
const LEAST_WIDTH = 8;
/** Cells of the name of what is under way. */
const NAME = 30;
const LEAST_NAME = 10;
/** Before that, a rate says nothing. */
const RATE_AFTER_MS = 1_000;
const MINUTE_MS = 60_000;

/** What is counted: bytes, or pieces of work. */
export type Unit = 'bytes' | 'pieces';

/**
 * A bar on the terminal for work of `total` units; silent elsewhere and for work that is over at once. Work of more
 * than a second also shows how fast it goes and how long it will take.
 */
export function progressBar(
  io: Io,
  label: string,
  total: number,
  { unit = 'bytes', clock = Date.now }: { unit?: Unit; clock?: () => number } = {},
): { update(done: number, what?: string): void; done(): void } {
  const started = clock();
  let drawn = 0;
  return {
    update(done, what = '') {
      const now = clock();
      // A piece of work can take seconds: the first is shown at once.
      const quiet = unit === 'bytes' && now - started < INTERVAL_MS;
      if (quiet || now - drawn < INTERVAL_MS || total === 0) return;
      drawn = now;
      const share = Math.min(1, done / total);
      const told = [
        `${Math.floor(share * 100)}%`,
        ...(unit === 'pieces' ? [`${Math.min(total, Math.floor(done) + 1)}/${total}`] : []),
        ...speedOf({ done, total, ms: now - started }, unit),
      ].join(' ');
      const room = io.width.stderr - 1;
      const left = room - cellsOf(`${label}  ${told} `) - LEAST_NAME;
      const cells = Math.max(LEAST_WIDTH, Math.min(WIDTH, left));
      const filled = Math.round(share * cells);
      const bar = '█'.repeat(filled) + '░'.repeat(cells - filled);
      io.status(clip(`${label} ${bar} ${told} ${clip(what, NAME)}`, room));
    },
    done() {
      if (drawn > 0) io.status('');
    },
  };
}

/** How fast, and how long yet; nothing while it cannot be known. */
function speedOf({ done, total, ms }: { done: number; total: number; ms: number }, unit: Unit): string[] {
  if (ms < RATE_AFTER_MS || done <= 0) return [];
  const remaining = (ms / done) * Math.max(0, total - done);
  const rate =
    unit === 'bytes'
      ? `${showBytes(Math.round((done / ms) * 1_000))}/秒`
      : `每分钟 ${((done / ms) * MINUTE_MS).toFixed(0)} 件`;
  return [rate, ...(remaining >= RATE_AFTER_MS ? [`还要约 ${showLength(remaining)}`] : [])];
}

/** `20 秒`, `3 分钟`, `1 小时 5 分`: rounded up, so that nobody waits longer than was said. */
function showLength(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds < 60) return `${seconds} 秒`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}
