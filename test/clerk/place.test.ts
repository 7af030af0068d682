import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeFile } from '../../src/clerk/files/place.ts';
import { temporaryFolder } from '../support/folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const words = (text: string): Uint8Array[] => [Buffer.from(text)];

describe('a file that is put in its place', () => {
  test('is whole, for its owner alone, and nothing else is left', () => {
    const folder = temporaryFolder();
    placeFile(join(folder, 'a.txt'), [...words('one '), ...words('two')], { modifiedAt: 1_700_000_000 });
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one two');
    expect(statSync(join(folder, 'a.txt')).mtimeMs).toBe(1_700_000_000_000);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'a.txt')).mode & 0o777).toBe(0o600);
  });

  test('is never put over another, nor through a link', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'old');
    if (process.platform !== 'win32') symlinkSync(join(folder, 'elsewhere'), join(folder, 'b'));
    mkdirSync(join(folder, 'c'));
    for (const name of readdirSync(folder))
      expect(() => placeFile(join(folder, name), words('new')), name).toThrow(
        expect.objectContaining({ code: 'EEXIST' }),
      );
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
    placeFile(join(folder, 'a'), words('new'), { over: true });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
  });

  test('leaves nothing when its parts fail', () => {
    const folder = temporaryFolder();
    const parts = function* (): Generator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('no more');
    };
    expect(() => placeFile(join(folder, 'a'), parts())).toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that a killed process had begun is never there by half, and goes with the next', () => {
    const folder = temporaryFolder();
    const script = `
      import { placeFile } from './src/clerk/files/place.ts';
      placeFile(${JSON.stringify(join(folder, 'a'))}, (function* () {
        yield Buffer.from('half');
        process.kill(process.pid, 'SIGKILL');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
      })());`;
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
    const left = readdirSync(folder);
    expect(left).toEqual([expect.stringMatching(/^\.kameng-.*\.part$/)]);
    const strangers = ['.kameng-00000000-1-aa.part', `${left[0]}.txt`];
    for (const name of strangers) writeFileSync(join(folder, name), '');
    placeFile(join(folder, 'b'), words('whole'));
    expect(readdirSync(folder).toSorted()).toEqual([...strangers, 'b'].toSorted());
  });
});
