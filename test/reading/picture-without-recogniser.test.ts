import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const PICTURE = path.join(ROOT, 'test/fixtures/looks/banned.webp');

/** Runs a script in a process in which some packages cannot be found, as after an install without optional ones. */
function runWithout(missing: string, script: string): unknown {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) { if (name === '${missing}') throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' }); return next(name, context); } });`;
  // By the environment, which the recogniser's own process has too.
  const env = { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
    env,
  });
  return JSON.parse(output);
}

const READ = `
  import { readFileSync } from 'node:fs';
  const { readSource } = await import('./src/reading/read-source.ts');
  const bytes = readFileSync(${JSON.stringify(PICTURE)});
  const { status, notes, media, pictureHash, fields } = await readSource({ name: 'a.webp', size: bytes.length, read: async (o, l) => bytes.subarray(o, o + l), all: async () => bytes });
  console.log(JSON.stringify({ status, codes: notes.map((note) => note.code), message: notes[0]?.message, media, hash: pictureHash?.length, fields: fields.length }));`;

describe('without the recogniser', () => {
  it('a picture keeps size and hash, and a word says what is missing', () => {
    expect(runWithout('onnxruntime-node', READ)).toEqual({
      status: 'partial',
      codes: ['OCR_MISSING'],
      message: expect.stringContaining('onnxruntime-node'),
      media: { width: 1624, height: 750 },
      hash: 64,
      fields: 0,
    });
  });

  it('nothing of it is loaded for a text', () => {
    const script = `const { readSource } = await import('./src/reading/read-source.ts');
      const bytes = new TextEncoder().encode('你好');
      const { status } = await readSource({ name: 'a.txt', size: bytes.length, read: async (o, l) => bytes.subarray(o, o + l), all: async () => bytes });
      console.log(JSON.stringify({ status, sharp: process.report.getReport().sharedObjects.some((file) => /sharp|onnx/.test(file)) }));`;
    expect(runWithout('none', script)).toMatchObject({ sharp: false });
  });
});
