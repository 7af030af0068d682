/** The built program inside this process: thousands of runs in the time that dozens of processes take. */
import { PassThrough, Writable } from 'node:stream';
import { now } from './desk.ts';

const { main } = (await import(
  new URL('../../dist/main.cjs', import.meta.url).href
)) as typeof import('../../src/main.ts');

export interface RanInside {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs one command line with these surroundings and nothing of this process's own. */
export async function runInside(
  args: readonly string[],
  { cwd, env, input }: { cwd: string; env: Record<string, string>; input?: string | Uint8Array },
): Promise<RanInside> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const into = (parts: Buffer[]): Writable =>
    new Writable({
      write(chunk: Buffer, _, done) {
        parts.push(Buffer.from(chunk));
        done();
      },
    });
  const stdin = new PassThrough();
  stdin.end(input ?? '');
  const status = await main(
    args,
    {
      stdin,
      stdout: into(out),
      stderr: into(err),
      env,
      cwd: () => cwd,
      platform: process.platform,
      on: () => undefined,
      removeListener: () => undefined,
    },
    now,
  );
  return { status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
}
