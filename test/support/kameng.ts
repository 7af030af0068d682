import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join, resolve } from 'node:path';
import { chinaMoment, epochOf, type Moment } from '../../src/model/moment.ts';
import { temporaryFolder } from './folder.ts';

/** The executable as it ships, with the clock of this computer. */
export const BIN = resolve(import.meta.dirname, '../../bin/kameng.js');
const RUN_AT = resolve(import.meta.dirname, 'run-at.cjs');

/** When a desk is opened: a Wednesday, in the week after the purchase of the example. */
const OPENED_AT = '2026-11-25T10:00:00+08:00';
const MINUTE_MS = 60_000;

export interface Desk {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** The moment of the next run: a minute later with each, whatever the clock of this computer says. */
  now: Moment;
  /** What Node is given to run the built program at that moment. */
  command(args: readonly string[]): string[];
  /** Runs the built program without a terminal. */
  run(args: readonly string[], options?: { input?: string | Uint8Array; cwd?: string; env?: NodeJS.ProcessEnv }): Ran;
}

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
  /** Standard output as JSON. */
  json: () => any;
  /** The error document on standard error. */
  error: () => { code: string; message: string; hints: string[] };
}

/** A working folder and a home of the test's own, so that no case of the developer is touched. */
export function openDesk(): Desk {
  const cwd = temporaryFolder();
  const env = { ...process.env, KAMENG_HOME: join(cwd, 'home'), NO_COLOR: '1', KAMENG_CASE: '' };
  return {
    cwd,
    env,
    now: OPENED_AT,
    command(args) {
      const moment = this.now;
      this.now = chinaMoment(epochOf(moment) + MINUTE_MS);
      return [RUN_AT, moment, ...args];
    },
    run(args, options = {}) {
      const ran: SpawnSyncReturns<string> = spawnSync(process.execPath, this.command(args), {
        cwd: options.cwd ?? cwd,
        env: { ...env, ...options.env },
        input: (options.input ?? '') as string,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return {
        status: ran.status,
        stdout: ran.stdout,
        stderr: ran.stderr,
        json: () => JSON.parse(ran.stdout),
        error: () => {
          const line = ran.stderr.split('\n').find((one) => one.startsWith('{"error"'));
          if (!line) throw new Error(`no error document: ${ran.stderr}`);
          return JSON.parse(line).error;
        },
      };
    },
  };
}

/** The options that tell as little of a purchase as makes a case without a question. */
export const LITTLE = [
  ['--dispute', 'card_invalid', '--platform', 'p', '--merchant', 'm', '--product', 'x'],
  ['--amount', '1', '--paid-at', '2026-11-01', '--order', 'A1234'],
].flat();

/** The options that tell a whole purchase. */
export const PURCHASE = [
  '--dispute',
  'card_invalid',
  '--platform',
  '橙子卡券',
  '--merchant',
  '晴空数码小铺',
  '--product',
  '视频会员季卡兑换码',
  '--order',
  'QK2026110919581177',
  '--trade',
  '4200718365202611097730451862',
  '--amount',
  '58.80',
  '--paid-at',
  '2026-11-09 19:58:11',
  '--demand',
  'refund',
];
