/** What the trace runs: every command there is, in an order in which each has what it needs. */
import type { ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { holdPhone, PHONE_ADDRESS, talkAsAssistant } from './talk.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
const LOOKS = join(ROOT, 'test/fixtures/looks');
export const ONE_LOOK = join(LOOKS, 'banned.webp');

export const PURCHASE = [
  ['--dispute', 'card_invalid', '--platform', '橙子卡券', '--merchant', '晴空数码小铺'],
  ['--product', '视频会员季卡兑换码', '--amount', '58.80', '--paid-at', '2026-11-09 19:58:11'],
  ['--order', 'QK2026110919581177', '--demand', 'refund'],
].flat();

const VET_ANSWERS = [
  ['licence=yes', 'operator_match=yes', 'personal_account=no', 'paid_through_platform=yes', 'illegal_goods=no'],
  ['deposit=yes', 'complaints=no', 'one_yuan_test=yes', 'terms_saved=yes', 'service_reachable=yes'],
]
  .flat()
  .flatMap((answer) => ['--answer', answer]);

export interface Step {
  /** Its first word is the command. `MADE:folder` stands for the one thing in that folder, named by its case and day. */
  args: string[];
  /** Reads pictures: works on a copy of the case beside the others, and its recogniser lives on. */
  pictures?: boolean;
  /** Also fine, beside 0. */
  status?: number;
  /** The one address on which it may listen: it is given a network of its own with that address in it. */
  listensOn?: string;
  /** Talks with the running program as its other side does; without it the program's standard input is empty. */
  talk?: (child: ChildProcess) => Promise<void>;
}

const BAG_KEYS = ['--passphrase-file', './passphrase.txt'];

export const STEPS: readonly Step[] = [
  { args: ['new', LOOKS, '-y', ...PURCHASE, '--case', './new.kameng'], pictures: true, status: 1 },
  { args: ['add', LOOKS], pictures: true },
  {
    args: ['followup', '--channel', 'merchant', '--said', '不退', '--file', join(LOOKS, 'chat-dark.png'), '-y'],
    pictures: true,
  },
  { args: ['evidence', '1', '--read-again'], pictures: true },
  {
    args: ['receive', '--address', PHONE_ADDRESS],
    pictures: true,
    listensOn: PHONE_ADDRESS,
    talk: (child) => holdPhone(child, join(LOOKS, 'chat-dark.png')),
  },
  { args: [] },
  { args: ['--version'] },
  { args: ['add', './text.txt'] },
  { args: ['evidence', '--extract', './out-evidence'] },
  { args: ['evidence', '1'] },
  { args: ['facts', 'failure=兑换码提示已被使用'] },
  { args: ['check'], status: 3 },
  { args: ['route'] },
  { args: ['letter', '--to', 'merchant', '--format', 'txt,md,docx,pdf', '--out', './out-letter', '-y'] },
  { args: ['letter', '1'] },
  { args: ['followup', '--channel', 'merchant', '--said', '再等等', '--letter', '1', '-y'] },
  { args: ['due', '--ics', './out.ics'] },
  { args: ['status', '--json'] },
  { args: ['list'] },
  { args: ['timeline'] },
  { args: ['search', '客服'] },
  { args: ['me', 'name=林晓', 'phone=13512348162'] },
  { args: ['me'] },
  { args: ['rename', '季卡用不了'] },
  { args: ['close'] },
  { args: ['reopen'] },
  { args: ['mcp', '--write'], talk: talkAsAssistant },
  { args: ['draft'] },
  { args: ['draft', '1', '-y'] },
  { args: ['verify'] },
  { args: ['export', '--format', 'docx,pdf', '--out', './out-export'] },
  { args: ['export', '--redacted', '--out', './out-redacted'] },
  { args: ['export', '--report', '--out', './report.html'] },
  { args: ['seal', '--out', './out-seal'] },
  { args: ['seal', '--reply', join(ROOT, 'test/fixtures/seal/valid.tsr')], status: 1 },
  { args: ['export', '--bag', '--out', './out-bag'] },
  { args: ['export', '--bag', '--zip', ...BAG_KEYS, '--out', './out-age'] },
  { args: ['verify', 'MADE:out-bag'] },
  { args: ['import', 'MADE:out-bag', '--case', './imported.kameng'] },
  { args: ['import', 'MADE:out-age', ...BAG_KEYS, '--case', './opened.kameng'] },
  { args: ['backup', '--out', './out-backup', '--case', './x.kameng'] },
  {
    args: [
      ['platform', 'report_window=48h', '--quote', '四十八小时内报告'],
      ['--url', 'https://example.com/rules', '--case', './x.kameng'],
    ].flat(),
  },
  { args: ['vet', '某卡网', '-y', ...VET_ANSWERS] },
  { args: ['lint', './text.txt'] },
  { args: ['completion', 'bash'] },
  { args: ['help', '卖家失联'] },
];
