import { assignFacts } from '../../../clerk/intake/record-facts.ts';
import { usageError } from '../../../model/errors.ts';
import { FACT_KEYS, normalizeFact, factSpec, withStanding, type FactKey } from '../../../model/facts.ts';
import type { Context } from '../../context.ts';
import { factLines } from '../../views/facts.ts';
import { paint } from '../../views/paint.ts';
import type { FactsArgs, FactsOptions } from './options.ts';

/** Splits `key=value` and checks all of them before one is set. @throws KamengError FACT_KEY, FACT_SYNTAX and of normalizeFact */
function parseAssignments(words: readonly string[]): [FactKey, string][] {
  return words.map((word) => {
    const at = word.indexOf('=');
    if (at < 1) throw usageError('FACT_SYNTAX', `要写成 key=value：${word}`, '例如：kameng facts orderNo=KM123');
    const key = word.slice(0, at);
    if (!FACT_KEYS.includes(key as FactKey)) {
      throw usageError('FACT_KEY', `没有这一项：${key}`, ...FACT_KEYS.map((each) => `${each} ${factSpec(each).label}`));
    }
    const value = word.slice(at + 1);
    if (value !== '') normalizeFact(key as FactKey, value);
    return [key as FactKey, value];
  });
}

export async function run(context: Context, [words]: FactsArgs, { againstExhibits }: FactsOptions): Promise<void> {
  const assignments = parseAssignments(words);
  if (againstExhibits !== undefined && (assignments.length === 0 || assignments.some(([, value]) => value === '')))
    throw usageError(
      'AGAINST_NOTHING',
      '--against-exhibits 要和 key=value 一起用',
      '例如：kameng facts amount=651 --against-exhibits "截图是另一笔的"',
    );
  await context.withCase((file) => {
    const facts = assignFacts(file, assignments, againstExhibits);
    if (context.options.json) {
      context.io.json({ facts: withStanding(facts) });
      return;
    }
    const lines = factLines(facts, paint(context.io.color.stdout), { keys: true, mask: true });
    if (lines.length === 0) context.io.say('还没有事实。kameng facts key=value 填写，或 kameng add 收入证据');
    for (const line of lines) context.io.data(line);
  });
}
