import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { plainOutput } from '../../src/cli/plain-output.ts';
import { temporaryFolder } from '../support/folder.ts';

/** How much a file takes of the next texts; after these it takes all. */
const taken: (number | 'EAGAIN')[] = [];

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    writeSync(handle: number, bytes: Buffer) {
      const most = taken.shift() ?? bytes.length;
      if (most === 'EAGAIN') throw Object.assign(new Error(most), { code: most });
      return fs.writeSync(handle, bytes, 0, most);
    },
  };
});

const neverAsked = (): never => {
  throw new Error('a stream was asked for');
};

describe('plain output', () => {
  test('a file is written to without a stream, in order and whole', () => {
    const path = join(temporaryFolder(), 'out.txt');
    const handle = openSync(path, 'w');
    const output = plainOutput(handle, neverAsked);
    const long = '字'.repeat(100_000);
    output.write('第一行\n');
    output.write(`${long}\n`);
    closeSync(handle);
    expect(readFileSync(path, 'utf8')).toBe(`第一行\n${long}\n`);
    expect(output.isTTY).toBeUndefined();
  });

  test('an error is told to who listens, once, and after it nothing is written', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'out.txt');
    closeSync(openSync(path, 'w'));
    // Open for reading only: every write fails.
    const handle = openSync(path, 'r');
    const output = plainOutput(handle, neverAsked);
    const told: unknown[] = [];
    output.on('error', ({ code }) => told.push(code));
    expect(output.listenerCount('error')).toBe(1);
    output.write('a');
    output.write('b');
    closeSync(handle);
    expect(told).toHaveLength(1);
  });

  test.runIf(existsSync('/dev/full'))('a device that is no terminal is written to at once, too', () => {
    const handle = openSync('/dev/full', 'w');
    const output = plainOutput(handle, neverAsked);
    const told: unknown[] = [];
    output.on('error', ({ code }) => told.push(code));
    output.write('a');
    closeSync(handle);
    expect(told).toEqual(['ENOSPC']);
  });

  test('what is no file, no pipe and no device is asked for as a stream', () => {
    const folder = join(temporaryFolder(), 'folder');
    mkdirSync(folder);
    const handle = openSync(folder, 'r');
    const stream = new PassThrough();
    expect(plainOutput(handle, () => stream)).toBe(stream);
    closeSync(handle);
  });

  test('a pipe that takes no more for now gets the rest by its stream, letters whole', () => {
    const path = join(temporaryFolder(), 'out.txt');
    const handle = openSync(path, 'w');
    const stream = new PassThrough();
    const output = plainOutput(handle, () => stream);
    const failed: unknown[] = [];
    output.on('error', (error) => failed.push(error));
    // Of the first text it takes a part that ends within a letter, and then nothing.
    taken.push(4, 'EAGAIN');
    output.write('前一行\n');
    output.write('后一行\n');
    closeSync(handle);
    expect(Buffer.concat([readFileSync(path), stream.read() as Buffer]).toString()).toBe('前一行\n后一行\n');
    expect(stream.listenerCount('error')).toBe(1);
    expect(failed).toEqual([]);
  });
});
