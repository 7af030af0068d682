import { resolve } from 'node:path';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { openQuestions, routeCase, routeSituation, type Routed } from '../../../clerk/cases/route-case.ts';
import { factsOf, giveFact } from '../../../clerk/intake/record-facts.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { standingValue } from '../../../model/facts.ts';
import { chinaDay } from '../../../model/moment.ts';
import type { Context } from '../../context.ts';
import { readStream, readUpTo } from '../../text-file.ts';
import { paint } from '../../views/paint.ts';
import { showValue } from '../../views/facts.ts';
import { routeBrief, routeLines } from '../../views/route.ts';
import { columns, hanging } from '../../views/wrap.ts';
import type { RouteOptions } from './options.ts';

/** A situation of cli.md is a page of JSON at most. */
const MAX_BYTES = 1_000_000;

export async function run(context: Context, _args: [], options: RouteOptions): Promise<void> {
  if (options.facts !== undefined) {
    const text =
      options.facts === '-'
        ? (await readStream(context.stdin, MAX_BYTES, () => tooLarge('标准输入太大'))).toString('utf8')
        : readText(resolve(context.world.cwd, options.facts));
    show(context, routeSituation(parseJson(text), chinaDay(context.now())), options);
    return;
  }
  await context.withCase(async (file) => {
    if (context.interactive) await askGates(context, file);
    const wallet = standingValue(factsOf(file), 'paidBy');
    show(context, routeCase(file), options, wallet && showValue('paidBy', wallet));
  });
}

/** The few questions whose answer changes the route; each answer is saved. */
async function askGates(context: Context, file: OpenCase): Promise<void> {
  const prompter = await context.prompter();
  for (const gate of openQuestions(file)) {
    for (const line of hanging('', gate.why, context.io.width.stderr)) context.io.say(line);
    const choices = gate.choices.map(({ value, label }) => ({ value, name: label }));
    const answer = gate.many
      ? (await prompter.checkbox({ message: `${gate.question}（没有就直接回车）`, choices })).join(',') || 'none'
      : await prompter.select<string>({ message: gate.question, choices: [...choices, { value: '', name: '不清楚' }] });
    if (answer !== '') giveFact(file, gate.key, answer);
  }
}

function show(context: Context, routed: Routed, { all, why }: RouteOptions, wallet?: string): void {
  const { route, questions } = routed;
  if (context.options.json) {
    context.io.json({ ...route, questions });
    return;
  }
  const lines = all ? routeLines : routeBrief;
  const look = { width: context.io.width.stdout, why: why === true, wallet };
  for (const line of lines(routed, paint(context.io.color.stdout), look)) context.io.data(line);
  for (const gate of all ? questions : questions.slice(0, 1)) {
    for (const line of hanging('再答一个问题，判断更准：', gate.question, context.io.width.stderr))
      context.io.say(line);
    const rows = gate.choices.map(({ value, label }) => [`  ${value}`, label]);
    for (const line of columns(rows, context.io.width.stderr)) context.io.say(line);
    context.io.say(`  kameng facts ${gate.key}=…`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new KamengError('JSON_INVALID', `不是有效的 JSON：${(cause as Error).message}`, {
      hints: ['例如：{"dispute":"card_invalid","site":"marketplace"}'],
      cause,
    });
  }
}

const tooLarge = (message: string): KamengError => usageError('FILE_TOO_LARGE', message, '一个情形只有几行 JSON');

function readText(path: string): string {
  try {
    const bytes = readUpTo(path, MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) throw tooLarge(`文件太大：${path}`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof KamengError) throw cause;
    throw new KamengError('FILE_UNREADABLE', `读不出这个文件：${path}`, { hints: ['应是 UTF-8 编码的 JSON'], cause });
  }
}
