import { copyMe, keptOfMe } from '../../../clerk/cases/me.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { factsOf } from '../../../clerk/intake/record-facts.ts';
import { KamengError } from '../../../model/errors.ts';
import { FACTS, factSpec, standingValue, type FactKey } from '../../../model/facts.ts';
import { askFact } from '../../ask-fact.ts';
import type { Context } from '../../context.ts';

/**
 * Does the writing again when what was missing is there: the buyer's own data that is kept, and on a terminal what is
 * answered. @throws KamengError FACT_MISSING, FACT_CONFLICT for what nobody says
 */
export async function withMissing<T>(context: Context, file: OpenCase, work: () => Promise<T>): Promise<T> {
  for (const asked = new Set<string>(); ;) {
    try {
      return await work();
    } catch (error) {
      const lacking = error instanceof KamengError ? error.about.filter((key) => !asked.has(key)) : [];
      if (!(error instanceof KamengError) || lacking.length === 0) throw error;
      for (const key of lacking) asked.add(key);
      if (!(await fillIn(context, file, lacking))) throw error;
    }
  }
}

/** @returns whether anything was filled in */
async function fillIn(context: Context, file: OpenCase, lacking: readonly string[]): Promise<boolean> {
  const { io, interactive, world } = context;
  const kept = keptOfMe(world, lacking);
  let filled = false;
  if (interactive) io.say(`还差 ${lacking.map((key) => factSpec(key as FactKey).label).join('、')}`);
  const labels = kept.map((key) => FACTS[key].label).join('、');
  if (kept.length > 0) {
    const prompter = interactive ? await context.prompter() : undefined;
    if (!prompter || (await prompter.confirm({ message: `用你存好的${labels}吗？`, default: true }))) {
      copyMe(world, file, kept);
      io.say(`已用你存好的${labels}（kameng me）`);
      filled = true;
    }
  }
  if (!interactive) return filled;
  for (const key of lacking as FactKey[]) {
    if (standingValue(factsOf(file), key) !== undefined) continue;
    filled = (await askFact(context, file, key, { optional: true })) || filled;
  }
  return filled;
}
