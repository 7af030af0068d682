import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createIo } from '../../src/cli/io.ts';

/** A terminal of that size. */
const terminal = (columns: number | undefined, rows: number | undefined) =>
  Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), { isTTY: true, columns, rows });

test.each([
  [100, 40, 100, 40],
  [300, 40, 120, 40],
  // A terminal without a window: a job of a server, a recorded session.
  [0, 0, 80, undefined],
  [undefined, undefined, 80, undefined],
])('a terminal of %s columns and %s rows is written to in %s columns', (columns, rows, width, height) => {
  const stream = terminal(columns, rows);
  const io = createIo({ stdout: stream, stderr: stream }, { quiet: false, color: false });
  expect(io.width).toMatchObject({ stdout: width, stderr: width });
  expect(io.height).toBe(height);
});

test('a line that is to be copied is not broken, and says nothing to a terminal but its words', () => {
  const written: string[] = [];
  const stream = Object.assign(terminal(40, 20), { write: (chunk: string) => written.push(chunk) > 0 });
  const line = `  curl -sS -H 'Content-Type: application/timestamp-query' -o a.tsr ${'x'.repeat(60)}\u001b[2J`;
  createIo({ stdout: stream, stderr: stream }, { quiet: false, color: true }).whole(line);
  expect(written.join('').split('\n')).toHaveLength(2);
  expect(written.join('')).not.toContain('\u001b');
  createIo({ stdout: stream, stderr: stream }, { quiet: true, color: true }).whole(line);
  expect(written).toHaveLength(1);
});

const failing = (code: string, isTTY = false) => {
  const fails: ((error: Error) => void)[] = [];
  return {
    isTTY,
    write: () => fails.forEach((fail) => fail(Object.assign(new Error(code), { code }))),
    on: (_event: 'error', listener: (one: NodeJS.ErrnoException) => void) => fails.push(listener),
    listenerCount: () => fails.length,
  };
};

test.each([
  ['EPIPE', undefined],
  ['ECONNRESET', undefined],
  ['ENOSPC', 'OUTPUT_FAILED'],
])('an output that fails with %s ends in %s', (code, error) => {
  const { data } = createIo({ stdout: failing(code), stderr: terminal(80, 20) }, { quiet: false, color: false });
  if (error === undefined) data('一行');
  else expect(() => data('一行')).toThrow(expect.objectContaining({ code: error }));
});

test('a terminal that is gone, and talk that goes nowhere, stop no work', () => {
  const gone = createIo({ stdout: failing('EIO', true), stderr: failing('ENOSPC') }, { quiet: false, color: false });
  expect(() => {
    gone.data('一行');
    gone.say('一句');
    gone.warn('一句');
  }).not.toThrow();
});
