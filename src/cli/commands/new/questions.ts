import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { assignFacts, factsOf, giveFact } from '../../../clerk/intake/record-facts.ts';
import { CORE_FACTS, coreFacts } from '../../../clerk/cases/case-view.ts';

import { DEMAND_IDS, DEMANDS, DISPUTE_IDS, DISPUTES, type Dispute } from '../../../model/dispute.ts';
import { KamengError } from '../../../model/errors.ts';
import { FACT_KEYS, factSpec, normalizeFact, standingValue, type FactKey, type Facts } from '../../../model/facts.ts';
import { showMoment } from '../../../model/moment.ts';
import type { Context } from '../../context.ts';
import type { Choice, Prompter } from '../../prompter.ts';
import { factLines, showValue } from '../../views/facts.ts';
import { paint } from '../../views/paint.ts';
import { factFlag } from './fact-flags.ts';

interface Question {
  key: FactKey;
  message: string;
  choices?: readonly Choice<string>[];
  /** May stay unknown: an empty answer leaves the fact open. */
  optional?: true;
}

const WHAT_HAPPENED = {
  key: 'dispute',
  message: '发生了什么？',
  choices: DISPUTE_IDS.map((id) => ({ value: id, name: `${DISPUTES[id].label}：${DISPUTES[id].asks}` })),
} as const satisfies Question;

/** In the order a person would tell it. */
const QUESTIONS: readonly Question[] = [
  WHAT_HAPPENED,
  { key: 'platform', message: '在哪个平台或网站买的？', optional: true },
  { key: 'merchant', message: '从哪个商家、店铺买的？', optional: true },
  { key: 'product', message: '买了什么？' },
  { key: 'amount', message: '付了多少钱（元）？' },
  { key: 'paidAt', message: '什么时候付的款？如 2026-09-01 17:39', optional: true },
  { key: 'orderNo', message: '订单号是多少？', optional: true },
  { key: 'demand', message: '想要什么？', choices: DEMAND_IDS.map((id) => ({ value: id, name: DEMANDS[id].label })) },
];

/** The first question, asked before a file is made: a cancel at it leaves nothing behind. */
export async function askWhatHappened(prompter: Prompter): Promise<Dispute> {
  const { message, choices } = WHAT_HAPPENED;
  return prompter.select({ message, choices });
}

/** Asks what is missing, one question at a time; each answer is saved before the next is asked. */
export async function askFacts(context: Context, prompter: Prompter, file: OpenCase): Promise<void> {
  for (const question of QUESTIONS) {
    const facts = factsOf(file);
    if (standingValue(facts, question.key) !== undefined || !applies(question.key, facts)) continue;
    const answer = await ask(context, prompter, question, facts);
    if (answer !== '') giveFact(file, question.key, answer);
  }
}

/** A chat has no platform and no order to ask for. */
const applies = (key: FactKey, facts: Facts): boolean =>
  !(CORE_FACTS as readonly FactKey[]).includes(key) || coreFacts(standingValue(facts, 'site')).includes(key);

async function ask(context: Context, prompter: Prompter, question: Question, facts: Facts): Promise<string> {
  if (question.choices) return prompter.select({ message: question.message, choices: question.choices });
  const conflict = facts[question.key];
  if (conflict?.candidates) {
    const chosen = await prompter.select<string>({
      message: `${factSpec(question.key).label}在材料里说法不一，哪个对？`,
      choices: [
        ...conflict.candidates.map((one) => ({
          value: one.value,
          name: `${showValue(question.key, one.value)}（证据 ${[...new Set(one.sources.map((source) => source.exhibit))].join('、')}）`,
        })),
        { value: '', name: '都不对，自己填' },
      ],
    });
    if (chosen !== '') return chosen;
  }
  return prompter.input({
    message: question.optional ? `${question.message}（不清楚就直接回车）` : question.message,
    validate: (text) => complain(question, text, context),
  });
}

function complain(question: Question, text: string, context: Context): string | undefined {
  if (text.trim() === '') return question.optional ? undefined : '这一项要填';
  try {
    const value = normalizeFact(question.key, text);
    if (question.key === 'paidAt' && value.slice(0, 10) > context.now().slice(0, 10))
      return `时间还没到：${showMoment(value)}`;
    return undefined;
  } catch (error) {
    if (error instanceof KamengError) return [error.message, ...error.hints].join('。');
    throw error;
  }
}

/** Shows what was read off the files, for a yes or a correction. */
export async function confirmRead(context: Context, prompter: Prompter, file: OpenCase): Promise<void> {
  for (;;) {
    const facts = factsOf(file);
    const read = (Object.keys(facts) as FactKey[]).filter((key) => facts[key]!.status === 'read');
    if (read.length === 0) return;
    context.io.say('从材料里读到：');
    for (const line of factLines(facts, paint(context.io.color.stderr), { keys: false, mask: true }))
      context.io.say(line);
    if (await prompter.confirm({ message: '都对吗？', default: true })) {
      for (const key of read) giveFact(file, key, facts[key]!.value);
      return;
    }
    const key = await prompter.select<FactKey>({
      message: '改哪一项？',
      choices: read.map((one) => ({
        value: one,
        name: `${factSpec(one).label}：${showValue(one, facts[one]!.value)}`,
      })),
    });
    const spec = factSpec(key);
    const answer = spec.choices
      ? await prompter.select<string>({
          message: spec.label,
          choices: spec.choices.map((value) => ({ value, name: showValue(key, value) })),
        })
      : await prompter.input({
          message: spec.label,
          default: facts[key]!.value,
          validate: (text) => complain({ key, message: '' }, text, context),
        });
    await giveCorrection(prompter, file, key, answer);
  }
}

/** A value that the exhibits speak against is asked for once more, and why it is right. */
async function giveCorrection(prompter: Prompter, file: OpenCase, key: FactKey, answer: string): Promise<void> {
  const fact = assignFacts(file, [[key, answer]])[key];
  if (fact?.status !== 'conflict') return;
  const shown = (fact.candidates ?? []).filter(({ sources }) => sources.length > 0);
  const sides = shown.map((one) => `证据 ${one.sources[0]!.exhibit} 是 ${showValue(key, one.value)}`).join('，');
  const choice = await prompter.select<string>({
    message: `${factSpec(key).label}：你填 ${showValue(key, normalizeFact(key, answer))}，${sides}。用哪个？`,
    choices: [
      ...shown.map(({ value }) => ({ value, name: `证据上的 ${showValue(key, value)}` })),
      { value: '', name: '我填的' },
    ],
  });
  if (choice !== '') assignFacts(file, [[key, choice]]);
  else {
    const why = await prompter.input({ message: '为什么证据上的不对？', default: '对照原图，识别有误' });
    assignFacts(file, [[key, answer]], why.trim() || '对照原图，识别有误');
  }
}

/** Quoted so that cmd.exe, PowerShell and POSIX shells all take it as one word. */
const quote = (text: string): string => (/^[\w.:+-]+$/.test(text) ? text : `"${text.replaceAll('"', "'")}"`);

/** The command that would have said the same without a question. */
export function equivalentCommand(facts: Facts): string {
  const words = FACT_KEYS.flatMap((key) => {
    const option = factFlag(key);
    const value = standingValue(facts, key);
    return option === undefined || value === undefined ? [] : [option, quote(value)];
  });
  return ['kameng new -y', ...words].join(' ');
}
