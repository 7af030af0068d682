import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listContacts } from '../../src/casefile/contacts.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { openDesk, PURCHASE } from '../support/kameng.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Another process that logs a contact every few milliseconds, and says the number of each once it is kept. */
async function writerOn(path: string): Promise<{ said: number[]; process: ChildProcess }> {
  const script = `
    import { openCaseFile } from './src/casefile/open-case.ts';
    import { addContact } from './src/casefile/contacts.ts';
    import { KamengError } from './src/model/errors.ts';
    const file = openCaseFile(${JSON.stringify(path)}, () => '2026-11-25T12:00:00+08:00');
    const write = () => {
      try {
        const contact = { channel: 'merchant', at: '2026-11-25T11:00:00+08:00', said: 'x'.repeat(200),
          result: 'vague', exhibits: [], reading: { vague: false, refusal: false, settled: false, promise: null } };
        console.log(addContact(file, contact).no);
      } catch (error) {
        // Whoever copies or checks may keep it waiting; nothing else may happen to it.
        if (!(error instanceof KamengError && error.code === 'CASE_BUSY')) throw error;
      }
      setTimeout(write, 3);
    };
    write();`;
  const writer = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
  onTestFinished(() => void writer.kill('SIGKILL'));
  const said: number[] = [];
  let stderr = '';
  writer.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  writer.stdout.on('data', (data: Buffer) => said.push(...data.toString().trim().split('\n').map(Number)));
  await Promise.race([once(writer.stdout, 'data'), once(writer, 'exit')]);
  expect([writer.exitCode, stderr]).toEqual([null, '']);
  return { said, process: writer };
}

test('while another process writes a case is copied whole, and never called changed', async () => {
  const desk = openDesk();
  // More than one step of a copy.
  for (const name of ['a.bin', 'b.bin', 'c.bin']) writeFileSync(join(desk.cwd, name), randomBytes(16 * 1024 * 1024));
  const added = desk.run(['new', 'a.bin', 'b.bin', 'c.bin', '-y', ...PURCHASE, '--case', './x.kameng', '--no-read']);
  expect(added.status).toBe(0);
  const path = join(desk.cwd, 'x.kameng');
  const writer = await writerOn(path);

  for (let round = 0; round < 3; round++) {
    const before = writer.said.at(-1)!;
    const ran = desk.run(['backup', '--json', '--case', path, '--out', 'K']);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const verified = desk.run(['verify', '--json', '--case', ran.json().backup]);
    expect(verified.json()).toMatchObject({ ok: true, head: ran.json().head });
    const copy = openCaseFile(ran.json().backup, () => desk.now);
    expect(listContacts(copy).map(({ no }) => no)).toContain(before);
    copy.close();
    for (const args of [['status'], ['verify', '--json'], ['evidence', '1']]) {
      const looked = desk.run([...args, '--case', path]);
      expect([args[0], looked.status, looked.stderr]).toEqual([args[0], 0, '']);
    }
    // What came on the pipe meanwhile is read.
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
  expect(writer.process.exitCode).toBe(null);
  expect(writer.said.length).toBeGreaterThan(20);
});
