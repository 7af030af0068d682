import { clip } from './paint.ts';
import type { Io } from '../io.ts';

/** At most ten redraws a second: a terminal is slower than the work. */
const INTERVAL_MS = 100;
const WIDTH = 24;

/** A bar on the terminal for work of `total` units; silent elsewhere and for work that is over at once. */
export function progressBar(
  io: Io,
  label: string,
  total: number,
): { update(done: number, what?: string): void; done(): void } {
  const started = Date.now();
  let drawn = 0;
  return {
    update(done, what = '') {
      const now = Date.now();
      if (now - started < INTERVAL_MS || now - drawn < INTERVAL_MS || total === 0) return;
      drawn = now;
      const share = Math.min(1, done / total);
      const filled = Math.round(share * WIDTH);
      io.status(
        `${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(share * 100)}% ${clip(what, 30)}`,
      );
    },
    done() {
      if (drawn > 0) io.status('');
    },
  };
}
