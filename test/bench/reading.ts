/** Times the readers of text on long input: npm run bench:reading. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lintText } from '../../src/words/lint/lint.ts';
import { readAnswer } from '../../src/words/answers/read-answer.ts';

const RUNS = 5;
const golden = join(import.meta.dirname, '../golden/letters');
const letters = readdirSync(golden, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(golden, name), 'utf8'))
  .join('\n');

function time(what: string, work: () => unknown): void {
  const first = performance.now();
  work();
  const cold = performance.now() - first;
  const warm = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  console.log(
    `${what}: first ${cold.toFixed(0)} ms, then ${warm[Math.floor(RUNS / 2)]!.toFixed(0)} ms (median of ${RUNS})`,
  );
}

const KIB = 1024;
const fill = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / Buffer.byteLength(text)));
time('lint, 100 KiB of letters', () => lintText(fill(letters, 100 * KIB)));
time('lint, 100 KiB of one sign', () => lintText(fill('骗', 100 * KIB)));
time('answer of 100,000 characters', () =>
  readAnswer('我们会尽快处理的，请您耐心等待。不是不退，48小时内答复！\n'.repeat(3_500), '2026-11-20T10:00:00+08:00'),
);
time('answer of one sentence', () => readAnswer('已为您登记，三个工作日内回复', '2026-11-20T10:00:00+08:00'));
