import { factsOf } from '../../../clerk/intake/record-facts.ts';
import { meantFactKey } from '../../../model/choice-words.ts';
import { usageError } from '../../../model/errors.ts';
import { FACT_KEYS, factSpec, withStanding, type FactKey } from '../../../model/facts.ts';
import { editDistance } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { refusePlace } from '../../step-command.ts';
import { typedFact } from '../../understand.ts';
import { factLines } from '../../views/facts.ts';
import type { FactsArgs, FactsOptions } from './options.ts';
import { paint } from '../../views/paint.ts';

const FACT_EXAMPLE = 'orderNo=KM123';

/** The keys that were meant, by their letters or by their names. */
function nearKeys(typed: string): FactKey[] {
  const near = (word: string): boolean =>
    editDistance(word.toLowerCase(), typed.toLowerCase()) <= (typed.length < 4 ? 1 : 2);
  return FACT_KEYS.filter((key) => near(key) || near(factSpec(key).label) || factSpec(key).label.includes(typed)).slice(
    0,
    4,
  );
}

/**
 * Splits `key=value` and checks all of them before one is set.
 * @throws KamengError FACT_KEY, FACT_SYNTAX, PLACE_NOT_FILLED and of normalizeFact
 */
async function parseAssignments(context: Context, words: readonly string[]): Promise<[FactKey, string][]> {
  const assignments: [FactKey, string][] = [];
  for (const word of words) {
    const at = word.search(/[=＝]/);
    if (at < 1) throw usageError('FACT_SYNTAX', `要写成 key=value：${word}`, `例如：kameng facts ${FACT_EXAMPLE}`);
    const key = meantFactKey(word.slice(0, at), FACT_KEYS);
    if (key === undefined) {
      throw usageError(
        'FACT_KEY',
        `没有这一项：${word.slice(0, at)}`,
        ...nearKeys(word.slice(0, at)).map((each) => `是不是想写 ${each}（${factSpec(each).label}）`),
        '能填哪些项：kameng facts --help',
      );
    }
    const value = word.slice(at + 1);
    refusePlace(value, `kameng facts ${FACT_EXAMPLE}`);
    assignments.push([key, value === '' ? '' : await typedFact(context, key, value)]);
  }
  return assignments;
}

export async function run(context: Context, [words]: FactsArgs, { all, againstExhibits }: FactsOptions): Promise<void> {
  const assignments = await parseAssignments(context, words);
  if (againstExhibits !== undefined && (assignments.length === 0 || assignments.some(([, value]) => value === '')))
    throw usageError(
      'AGAINST_NOTHING',
      '--against-exhibits 要和 key=value 一起用',
      '例如：kameng facts amount=651 --against-exhibits "截图是另一笔的"',
    );
  await context.withCase(async (file) => {
    if (assignments.length > 0) {
      // Who only looks has no need of what counts promises anew.
      const { assignFacts } = await import('../../../clerk/intake/reconcile-facts.ts');
      const { sayOutdated } = await import('../../say-answered.ts');
      const before = factsOf(file);
      assignFacts(file, assignments, againstExhibits);
      sayOutdated(context, file, before);
    }
    const facts = factsOf(file);
    if (context.options.json) {
      context.io.json({ facts: withStanding(facts) });
      return;
    }
    const lines = factLines(facts, paint(context.io.color.stdout), {
      keys: true,
      mask: true,
      all: all === true,
      also: assignments.map(([key]) => key),
      standing: all === true,
      width: context.io.width.stdout,
    });
    if (lines.length === 0) context.io.say('还没有事实。kameng facts key=value 填写，或 kameng add 收入证据');
    for (const line of lines) context.io.data(line);
  });
}
