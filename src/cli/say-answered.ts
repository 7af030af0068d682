import type { OpenCase } from '../clerk/cases/open-case.ts';
import { factsOf } from '../clerk/intake/record-facts.ts';
import { outdatedLetters, type Outdated } from '../clerk/letters/outdated.ts';
import { FACT_KEYS, factSpec, standingValue, type FactKey, type Facts } from '../model/facts.ts';
import { quote, sayCommand } from './command-line.ts';
import type { Context } from './context.ts';
import { hanging } from './views/wrap.ts';

/** The command with what was answered; none where the question was left open. */
export function sayAnswered(context: Context, file: OpenCase, keys: readonly FactKey[]): void {
  const facts = factsOf(file);
  const said = keys.flatMap((key) => {
    const value = standingValue(facts, key);
    return value === undefined ? [] : [`${key}=${quote(value)}`];
  });
  if (said.length > 0) sayCommand(context, ['facts', ...said]);
}

/** After facts were changed: which letters still say what they were. */
export function sayOutdated({ io }: Context, file: OpenCase, before: Facts): void {
  const letters = outdatedLetters(file, before);
  const named = (some: readonly Outdated[]): string =>
    `第 ${some.map(({ no }) => no).join('、')} 号文书里写的还是原来的${[...new Set(some.flatMap(({ keys }) => keys))]
      .map((key) => factSpec(key).label)
      .join('、')}`;
  const lying = letters.filter(({ handedIn }) => !handedIn);
  const out = letters.filter(({ handedIn }) => handedIn);
  const lines = [
    ...(lying.length > 0 ? [`${named(lying)}，不要交了，重写一份：kameng letter`] : []),
    ...(out.length > 0 ? [`${named(out)}，已经交出去了；要紧的，告诉对方一声，记一笔`] : []),
  ];
  for (const line of lines) for (const part of hanging('! ', line, io.width.stderr)) io.warn(part);
}

/** Asks, and says in the end the command that would have noted the answers. */
export async function sayingAnswers(context: Context, file: OpenCase, ask: () => Promise<void>): Promise<void> {
  const before = factsOf(file);
  await ask();
  const after = factsOf(file);
  sayAnswered(
    context,
    file,
    FACT_KEYS.filter((key) => standingValue(after, key) !== standingValue(before, key)),
  );
}
