import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { CORE_FACTS, coreFacts } from '../../../clerk/cases/case-view.ts';
import { factsOf, giveFact } from '../../../clerk/intake/record-facts.ts';
import { DISPUTE_IDS, DISPUTES, type Dispute } from '../../../model/dispute.ts';
import { FACT_KEYS, factSpec, standingValue, type FactKey, type Facts } from '../../../model/facts.ts';
import { askFact } from '../../ask-fact.ts';
import { quote } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import type { Prompter } from '../../prompter.ts';
import { factLines, showValue } from '../../views/facts.ts';
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
  { key: 'demand' },
];

/** The first question, asked before a file is made: a cancel at it leaves nothing behind. */
export async function askWhatHappened(prompter: Prompter): Promise<Dispute> {
  return prompter.select({
    message: '发生了什么？',
    choices: DISPUTE_IDS.map((id) => ({ value: id, name: `${DISPUTES[id].label}：${DISPUTES[id].asks}` })),
  });
}

/** Asks what is missing, one question at a time; each answer is saved before the next is asked. */
export async function askFacts(context: Context, file: OpenCase): Promise<void> {
  for (const { key, optional } of QUESTIONS) {
    const facts = factsOf(file);
    if (standingValue(facts, key) !== undefined || !applies(key, facts)) continue;
    await askFact(context, file, key, optional ? { optional } : {});
  }
}

/** A chat has no platform and no order to ask for. */
const applies = (key: FactKey, facts: Facts): boolean =>
  !(CORE_FACTS as readonly FactKey[]).includes(key) || coreFacts(standingValue(facts, 'site')).includes(key);

/** The facts of the first questions that nobody has answered. */
export function openFacts(facts: Facts): FactKey[] {
  return QUESTIONS.map(({ key }) => key).filter(
    (key) => standingValue(facts, key) === undefined && applies(key, facts),
  );
}

/** Shows what was read off the files, for a yes or corrections; every item can be changed until the buyer is done. */
export async function confirmRead(context: Context, prompter: Prompter, file: OpenCase): Promise<void> {
  const read = FACT_KEYS.filter((key) => factsOf(file)[key]?.status === 'read');
  if (read.length === 0) return;
  sayFacts(context, file);
  if (!(await prompter.confirm({ message: '都对吗？', default: true }))) {
    for (;;) {
      const key = await prompter.select<FactKey | 'done'>({
        message: '改哪一项？',
        choices: [
          ...read.map((one) => ({
            value: one,
            name: `${factSpec(one).label}：${showValue(one, factsOf(file)[one]!.value)}`,
          })),
          { value: 'done' as const, name: '不改了' },
        ],
      });
      if (key === 'done') break;
      await askFact(context, file, key, { preset: factsOf(file)[key]!.value });
    }
  }
  for (const key of read) {
    const fact = factsOf(file)[key];
    if (fact?.status === 'read') giveFact(file, key, fact.value);
  }
}

function sayFacts(context: Context, file: OpenCase): void {
  const { io } = context;
  io.say('从材料里读到：');
  const look = { keys: false, mask: true, all: true, width: io.width.stderr };
  for (const line of factLines(factsOf(file), paint(io.color.stderr), look)) io.say(line);
}

/** The command that would have said the same without a question. */
export function equivalentCommand(facts: Facts): string {
  const words = FACT_KEYS.flatMap((key) => {
    const option = factFlag(key);
    const value = standingValue(facts, key);
    return option === undefined || value === undefined ? [] : [option, quote(value)];
  });
  return ['kameng new -y', ...words].join(' ');
}
