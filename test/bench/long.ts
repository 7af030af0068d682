/**
 * A case of many years: contacts, exhibits and letters by the thousand, made through the case file, and the processor's
 * time of each command as it grows, which a busy machine does not change: npm run bench:long [-- --short].
 *
 * The same command over a tenth of the case stands beside it. Worse than linear is said; it ends with 1. One contact in
 * three tells something here, a promise or a refusal, and each of those is read; how `status` fares over a log as buyers
 * keep it, most of which brings nothing, is measured by bench:start.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addContact } from '../../src/casefile/contacts.ts';
import { storeBytes } from '../../src/casefile/contents.ts';
import { addExhibit } from '../../src/casefile/exhibits.ts';
import { freezeLetter } from '../../src/casefile/letters.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { addReading } from '../../src/casefile/readings.ts';
import { memorySource } from '../../src/clerk/intake/content-source.ts';
import { chinaMoment, epochOf } from '../../src/model/moment.ts';
import { readSource } from '../../src/reading/read-source.ts';
import { readAnswer } from '../../src/words/answers/read-answer.ts';
import { PURCHASE } from '../support/kameng.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean' } } });
const SIZES = values.short
  ? [
      { contacts: 10, exhibits: 10, letters: 10 },
      { contacts: 1_000, exhibits: 100, letters: 10 },
      { contacts: 10_000, exhibits: 1_000, letters: 100 },
    ]
  : [
      { contacts: 10, exhibits: 10, letters: 10 },
      { contacts: 10_000, exhibits: 1_000, letters: 100 },
      { contacts: 100_000, exhibits: 10_000, letters: 1_000 },
    ];
const RUNS = 3;
const BIN = resolve(import.meta.dirname, '../../bin/kameng.js');
const START = '2025-12-01T09:00:00+08:00';
const ANSWERS = ['再等等', '已经反馈给商家了', '24小时内给您答复', '不支持退款', '', '请提供兑换失败的截图'];

const root = mkdtempSync(join(tmpdir(), 'long-'));
const env = { ...process.env, KAMENG_HOME: join(root, 'home'), NO_COLOR: '1' };

/** Says at its end what the process took of the processor. */
const TELL = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs'; process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(2, '\\ncpu ' + (user + system) + '\\n');
  });`,
)}`;

/** @returns milliseconds of the processor */
function run(args: readonly string[]): number {
  const ran = spawnSync(process.execPath, ['--import', TELL, BIN, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  // A letter that would tell thousands of contacts is refused; its time counts all the same.
  const refused = ran.status === 1 && /写出的文书太长|写不成一份文书/.test(ran.stderr);
  if (ran.status !== 0 && ran.status !== 3 && !refused)
    throw new Error(`${args.join(' ')} ends with ${ran.status}: ${ran.stderr}`);
  return Number(/^cpu (\d+)$/m.exec(ran.stderr)![1]) / 1000;
}

async function grow(path: string, { contacts, exhibits, letters }: (typeof SIZES)[number]): Promise<void> {
  const at = (minutes: number): string => chinaMoment(epochOf(START) + minutes * 60_000);
  let minute = 0;
  const file = openCaseFile(path, () => at((minute += 1) % 300_000));
  const chats = await Promise.all(
    Array.from({ length: exhibits }, async (_, i) => {
      const bytes = Buffer.from(
        `2025-12-01 10:00:00 客服\n第 ${i} 次：已经反馈\n\n2025-12-01 10:01:00 我\n请退款 ${i}\n`,
      );
      return { bytes, reading: await readSource(memorySource(`聊天${i}.txt`, bytes)) };
    }),
  );
  file.write(() => {
    for (const [i, { bytes, reading }] of chats.entries()) {
      const contentId = storeBytes(file, bytes).id;
      const label = { category: reading.category, kind: reading.kind, labelledBy: 'reading', confidence: 1 } as const;
      addReading(
        file,
        addExhibit(file, { contentId, file: `聊天${i}.txt`, mediaType: reading.mediaType, ...label }),
        reading,
      );
    }
    for (let i = 0; i < letters; i++) {
      const no = i + 1;
      freezeLetter(
        file,
        {
          no,
          document: 'merchant',
          title: '投诉函',
          text: `第 ${no} 号。${'请依法处理并退款。'.repeat(300)}`,
          detail: { sections: { facts: '', demands: '', evidence: '' }, laws: [], lint: [] },
          exhibits: [1],
        },
        [{ name: `${no}.txt`, bytes: Buffer.from(`第 ${no} 号`) }],
      );
    }
    for (let i = 0; i < contacts; i++) {
      const said = ANSWERS[i % ANSWERS.length]!;
      const when = at(i);
      addContact(file, {
        channel: i % 50 === 0 ? 'platform' : 'merchant',
        at: when,
        ...(said === '' ? {} : { said }),
        result: 'vague',
        exhibits: i % 100 === 0 ? [1 + (i % exhibits)] : [],
        reading: readAnswer(said, when),
      });
    }
  });
  file.close();
}

const COMMANDS: Record<string, string[]> = {
  status: ['status'],
  'status --json': ['status', '--json'],
  evidence: ['evidence'],
  'evidence 1': ['evidence', '1'],
  facts: ['facts'],
  check: ['check'],
  route: ['route'],
  due: ['due'],
  list: ['list'],
  timeline: ['timeline'],
  'letter 1': ['letter', '1'],
  'letter --to': ['letter', '--to', 'merchant', '--anyway', '测试', '--out', 'OUT', '-y'],
  followup: ['followup', '--channel', 'merchant', '--said', '再等等', '-y'],
  'facts set': ['facts', 'product=季卡'],
  add: ['add', 'FILE'],
  verify: ['verify'],
};

try {
  const times = new Map<string, number[]>();
  for (const [i, size] of SIZES.entries()) {
    const path = join(root, `${i}.kameng`);
    rmSync(join(root, 'home'), { recursive: true, force: true });
    run(['new', '-y', ...PURCHASE, '--paid-at', '2025-11-09 19:58:11', '--case', path]);
    await grow(path, size);
    for (const [name, args] of Object.entries(COMMANDS)) {
      const all: number[] = [];
      for (let n = 0; n < RUNS; n++) {
        copyFileSync(BIN, join(root, `more-${i}-${n}.txt`));
        const words = args.map((word) =>
          word === 'OUT' ? `out-${i}-${n}` : word === 'FILE' ? `more-${i}-${n}.txt` : word,
        );
        all.push(run([...words, ...(name === 'list' || name === 'due' ? [] : ['--case', path])]));
      }
      const median = all.toSorted((a, b) => a - b)[1]!;
      times.set(name, [...(times.get(name) ?? []), median]);
      console.log(`${size.contacts} contacts: ${name} ${median.toFixed(0)} ms`);
    }
    rmSync(path);
  }
  console.log(
    `ms a command; ${SIZES.map(({ contacts, exhibits, letters }) => `${contacts} contacts, ${exhibits} exhibits, ${letters} letters`).join(' · ')}`,
  );
  let worse = 0;
  for (const [name, [small, middle, large]] of times) {
    // Ten times the case may take ten times what a tenth of it added, with half as much again for a busy machine.
    // What a tenth adds is lost in the start of a process when it is less than a sixteenth of a second.
    const added = Math.max(middle! - small!, 60);
    const bent = large! - small! > 15 * added;
    if (bent) worse += 1;
    console.log(
      `  ${name.padEnd(14)} ${[small, middle, large].map((ms) => ms!.toFixed(0).padStart(7)).join('')}  × ${(large! / small!).toFixed(1)}${bent ? '  WORSE THAN LINEAR' : ''}`,
    );
  }
  process.exitCode = worse === 0 ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
