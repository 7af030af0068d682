import { resolve } from 'node:path';
import { routeCase, routeSituation, type Routed } from '../../../clerk/cases/route-case.ts';
import { factsOf } from '../../../clerk/intake/record-facts.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { standingValue } from '../../../model/facts.ts';
import { chinaDay } from '../../../model/moment.ts';
import { askGates } from '../../ask-gates.ts';
import type { Context } from '../../context.ts';
import { sayingAnswers } from '../../say-answered.ts';
import { readStream, readUpTo } from '../../text-file.ts';
import { paint } from '../../views/paint.ts';
import { showValue } from '../../views/facts.ts';
import { routeBrief, routeLines } from '../../views/route.ts';
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
    if (context.interactive) await sayingAnswers(context, file, () => askGates(context, file));
    const wallet = standingValue(factsOf(file), 'paidBy');
    show(context, routeCase(file), options, wallet && showValue('paidBy', wallet));
  });
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
  // On a terminal they were just asked, and left open.
  if (context.interactive) return;
  for (const gate of all ? questions : questions.slice(0, 1)) {
    context.io.say(`再答一个问题，判断更准：${gate.question}`);
    for (const { value, label } of gate.choices) context.io.say(`  · ${label}（${value}）`);
    context.io.say(`  kameng facts ${gate.key}=括号里的词`);
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
