import { resolve } from 'node:path';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { openQuestions, routeCase, routeSituation, type Routed } from '../../../clerk/cases/route-case.ts';
import { giveFact } from '../../../clerk/intake/record-facts.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { chinaDay } from '../../../model/moment.ts';
import type { Context } from '../../context.ts';
import { readStream, readUpTo } from '../../text-file.ts';
import { paint } from '../../views/paint.ts';
import { routeLines } from '../../views/route.ts';
import type { RouteOptions } from './options.ts';

/** A situation of cli.md is a page of JSON at most. */
const MAX_BYTES = 1_000_000;

export async function run(context: Context, _args: [], options: RouteOptions): Promise<void> {
  if (options.facts !== undefined) {
    const text =
      options.facts === '-'
        ? (await readStream(context.stdin, MAX_BYTES, () => tooLarge('标准输入太大'))).toString('utf8')
        : readText(resolve(context.world.cwd, options.facts));
    show(context, routeSituation(parseJson(text), chinaDay(context.now())));
    return;
  }
  await context.withCase(async (file) => {
    if (context.interactive) await askGates(context, file);
    show(context, routeCase(file));
  });
}

/** The few questions whose answer changes the route; each answer is saved. */
async function askGates(context: Context, file: OpenCase): Promise<void> {
  const prompter = await context.prompter();
  for (const gate of openQuestions(file)) {
    context.io.say(`${gate.why}（${gate.rule}）`);
    const choices = gate.choices.map(({ value, label }) => ({ value, name: label }));
    const answer = gate.many
      ? (await prompter.checkbox({ message: `${gate.question}（没有就直接回车）`, choices })).join(',') || 'none'
      : await prompter.select<string>({ message: gate.question, choices: [...choices, { value: '', name: '不清楚' }] });
    if (answer !== '') giveFact(file, gate.key, answer);
  }
}

function show(context: Context, routed: Routed): void {
  const { route, questions } = routed;
  if (context.options.json) {
    context.io.json({ ...route, questions });
    return;
  }
  for (const line of routeLines(routed, paint(context.io.color.stdout))) context.io.data(line);
  for (const gate of questions) {
    context.io.say(
      `说清这一点判断会更准：${gate.question} kameng facts ${gate.key}=${gate.choices.map((choice) => choice.value).join('|')}`,
    );
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
