import type { OpenCase } from '../clerk/cases/open-case.ts';
import { factsOf } from '../clerk/intake/record-facts.ts';
import { FACT_KEYS, standingValue, type FactKey } from '../model/facts.ts';
import { quote, sayCommand } from './command-line.ts';
import type { Context } from './context.ts';

/** The command with what was answered; none where the question was left open. */
export function sayAnswered(context: Context, file: OpenCase, keys: readonly FactKey[]): void {
  const facts = factsOf(file);
  const said = keys.flatMap((key) => {
    const value = standingValue(facts, key);
    return value === undefined ? [] : [`${key}=${quote(value)}`];
  });
  if (said.length > 0) sayCommand(context, ['facts', ...said]);
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
