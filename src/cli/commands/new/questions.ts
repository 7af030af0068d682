import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { CORE_FACTS, coreFacts } from '../../../clerk/cases/case-view.ts';
import { factsOf, giveFact } from '../../../clerk/intake/record-facts.ts';
import { DISPUTE_IDS, DISPUTES, type Dispute } from '../../../model/dispute.ts';
import {
  FACT_KEYS,
  factSpec,
  standingOf,
  standingValue,
  type Fact,
  type FactKey,
  type Facts,
  type PaidBy,
} from '../../../model/facts.ts';
import { askFact } from '../../ask-fact.ts';
import { askPurchase } from '../../ask-purchase.ts';
import { fitsLine, quote } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import type { Prompter } from '../../prompter.ts';
import { factPages, showValue } from '../../views/facts.ts';
import { paint } from '../../views/paint.ts';
import { factFlag } from './fact-flags.ts';

/** In the order a person would tell it; who does not know may leave some open. */
const QUESTIONS: readonly { key: FactKey; optional?: true }[] = [
  { key: 'dispute' },
  { key: 'platform', optional: true },
  { key: 'merchant', optional: true },
  { key: 'product' },
  { key: 'amount' },
  { key: 'paidAt', optional: true },
  { key: 'orderNo', optional: true },
  { key: 'failedAt', optional: true },
  { key: 'demand' },
];

/** The first question, asked before a file is made: a cancel at it leaves nothing behind. */
export async function askWhatHappened(prompter: Prompter): Promise<Dispute> {
  return prompter.select({
    message: '发生了什么？',
    choices: DISPUTE_IDS.map((id) => ({ value: id, name: `${DISPUTES[id].label}：${DISPUTES[id].asks}` })),
  });
}

/**
 * Asks what is missing, one question at a time; each answer is saved before the next is asked. Then the few that say
 * whom to turn to.
 */
export async function askFacts(context: Context, file: OpenCase): Promise<void> {
  // Who paid a person has, as a rule, no platform and no order to tell of: then neither is asked.
  if (paidPerson(factsOf(file))) await askFact(context, file, 'site', { optional: true });
  for (const { key, optional } of QUESTIONS) {
    const facts = factsOf(file);
    if (standingValue(facts, key) !== undefined || !applies(key, facts)) continue;
    const answered = await askFact(context, file, key, optional ? { optional } : {});
    // With the amount a bill may hold the rest.
    if (key === 'amount' && answered) await askPurchase(context, file);
  }
}

const TO_PERSONS: readonly string[] = ['personal_transfer', 'red_packet'] satisfies PaidBy[];

const paidPerson = (facts: Facts): boolean =>
  TO_PERSONS.includes(standingValue(facts, 'paidBy') ?? '') &&
  (['site', 'platform', 'orderNo'] as const).every((key) => facts[key] === undefined);

/** A chat has no platform and no order to ask for. */
const applies = (key: FactKey, facts: Facts): boolean =>
  !(CORE_FACTS as readonly FactKey[]).includes(key) || coreFacts(standingValue(facts, 'site')).includes(key);

/** The facts of the first questions that nobody has answered. */
export function openFacts(facts: Facts): FactKey[] {
  return QUESTIONS.map(({ key }) => key).filter(
    (key) => standingValue(facts, key) === undefined && applies(key, facts),
  );
}

/**
 * Shows what was read off the files, a screen at a time, for a yes or corrections; every item of the screen can be
 * changed until the buyer is done. A guess has a question of its own: a quick yes to a page must not make a fact of it.
 * @returns what he has seen and left as it was read
 */
export async function confirmRead(context: Context, prompter: Prompter, file: OpenCase): Promise<FactKey[]> {
  const facts = factsOf(file);
  const guesses = FACT_KEYS.filter((key) => isGuess(facts[key]));
  const kept = await confirmPages(context, prompter, file, {
    ...facts,
    ...Object.fromEntries(guesses.map((key) => [key, undefined])),
  });
  // Those of the usual questions come with them.
  for (const key of guesses)
    if (!QUESTIONS.some((question) => question.key === key)) await askFact(context, file, key, { optional: true });
  return kept;
}

/** One value that only its place speaks for. */
const isGuess = (fact: Fact | undefined): boolean =>
  fact !== undefined && standingOf(fact) === 'asked' && fact.candidates?.length === 1;

async function confirmPages(context: Context, prompter: Prompter, file: OpenCase, facts: Facts): Promise<FactKey[]> {
  const read = FACT_KEYS.filter((key) => facts[key]?.status === 'read');
  if (read.length === 0) return [];
  const { io } = context;
  const look = { keys: false, mask: true, all: true, width: io.width.stderr };
  const rows = Math.max(8, (io.height ?? Infinity) - BESIDES);
  const pages = factPages(facts, paint(io.color.stderr), look, rows);
  for (const [i, page] of pages.entries()) {
    io.say(i === 0 ? '从材料里读到：' : '还读到：');
    for (const line of page.lines) io.say(line);
    const own = read.filter((key) => page.keys.includes(key));
    if (own.length === 0) continue;
    if (!(await prompter.confirm({ message: i === 0 ? '都对吗？' : '这些也对吗？', default: true })))
      await correctRead(context, prompter, file, own);
  }
  const kept = read.filter((key) => factsOf(file)[key]?.status === 'read');
  for (const key of kept) giveFact(file, key, factsOf(file)[key]!.value);
  return kept;
}

/** The line above a page, the question below it, and one to breathe. */
const BESIDES = 3;

async function correctRead(
  context: Context,
  prompter: Prompter,
  file: OpenCase,
  keys: readonly FactKey[],
): Promise<void> {
  for (;;) {
    const key = await prompter.select<FactKey | 'done'>({
      message: '改哪一项？',
      choices: [
        // On top: at the end of a long list it is out of sight.
        { value: 'done' as const, name: '改好了，其余都对' },
        ...keys.map((one) => ({
          value: one,
          name: `${factSpec(one).label}：${showValue(one, factsOf(file)[one]!.value)}`,
        })),
      ],
      default: keys.some((one) => factsOf(file)[one]?.status !== 'read') ? 'done' : keys[0]!,
    });
    if (key === 'done') return;
    await askFact(context, file, key, { preset: factsOf(file)[key]!.value });
  }
}

/**
 * The commands that would have done the same without a question: files and what was answered beside them.
 * @param read what the files say, which need not be said again
 */
export function equivalentCommands(
  context: Context,
  facts: Facts,
  paths: readonly string[],
  read: readonly FactKey[],
): string[][] {
  const answered = FACT_KEYS.flatMap((key) => {
    const value = standingValue(facts, key);
    return value === undefined || read.includes(key) || facts[key]?.status === 'read'
      ? []
      : [{ key, option: factFlag(key), value: quote(value) }];
  });
  const words = answered.flatMap(({ option, value }) => (option === undefined ? [] : [option, value]));
  const rest = answered.flatMap(({ key, option, value }) => (option === undefined ? [`${key}=${value}`] : []));
  const whole = ['new', ...paths.map(quote), '-y', ...words];
  if (paths.length === 0 || fitsLine(context, whole)) return [whole, ...(rest.length > 0 ? [['facts', ...rest]] : [])];
  // With files a case can be made first and told the rest then.
  const told = answered.map(({ key, value }) => `${key}=${value}`);
  return [
    ['new', ...paths.map(quote), '-y'],
    ['facts', ...told],
  ];
}
