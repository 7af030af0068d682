import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import type { Day } from '../../../src/model/moment.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const RUN_AT = join(ROOT, 'test/support/run-at.cjs');
/** Where the commands of the documents are run, as the reader sees it. */
const SHOWN_FOLDER = '~/维权';
const COLUMNS = 96;
/** The time of the files of the example, whenever they were checked out. */
const TAKEN_AT = new Date('2026-11-20T20:00:00+08:00');

/** A folder with the example dossier in it, in which commands are run one after the other. */
export interface Stage {
  folder: string;
  /** Runs a command line without a terminal. @returns all that it wrote, in order */
  run(line: string, day: Day): string;
  /** Runs it in a terminal. @returns with the codes that steer one */
  show(line: string, day: Day): Promise<string>;
}

/** Words of a command line, as a shell parts them; quotes hold words together. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g)].map((match) => match[1] ?? match[2] ?? match[3]!);

/** What differs each time is not shown: the folder, and hashes. */
const steady = (text: string, folder: string): string =>
  text.replaceAll(folder, SHOWN_FOLDER).replace(/\b(?=\d*[a-f])[0-9a-f]{12,64}\b/g, '…');

/** Sets a stage, has something played on it, and clears it away. */
export async function onStage<T>(play: (stage: Stage) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kameng-'));
  const env = { ...process.env, KAMENG_HOME: join(folder, 'home'), KAMENG_CASE: '', TERM: 'xterm-256color' };
  let minute = 0;
  const command = (line: string, day: Day): string[] => {
    const [program, ...words] = wordsOf(line);
    if (program !== 'kameng') throw new Error(`not a command of kameng: ${line}`);
    minute += 1;
    return [
      RUN_AT,
      `${day}T${10 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00+08:00`,
      ...words,
    ];
  };
  try {
    const pictures = join(folder, '截图');
    cpSync(join(ROOT, 'docs/example'), pictures, { recursive: true });
    for (const name of readdirSync(pictures)) utimesSync(join(pictures, name), TAKEN_AT, TAKEN_AT);
    return await play({
      folder,
      run(line, day) {
        const path = join(folder, 'written');
        const written = openSync(path, 'w');
        const ran = spawnSync(process.execPath, command(line, day), {
          cwd: folder,
          env: { ...env, NO_COLOR: '1' },
          stdio: ['ignore', written, written],
        });
        closeSync(written);
        const text = readFileSync(path, 'utf8');
        if (ran.status !== 0 && ran.status !== 3) throw new Error(`${line} ended with ${ran.status}:\n${text}`);
        return steady(text, folder);
      },
      show(line, day) {
        const { NO_COLOR: _colours, ...colored } = env as Record<string, string>;
        const pty = spawn(process.execPath, command(line, day), { cwd: folder, env: colored, cols: COLUMNS, rows: 50 });
        let written = '';
        pty.onData((data) => (written += data));
        return new Promise((done, failed) =>
          pty.onExit(({ exitCode }) =>
            exitCode === 0
              ? done(steady(written, folder))
              : failed(new Error(`${line} ended with ${exitCode}:\n${written}`)),
          ),
        );
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
