import { type FactKey, type Facts, standingValue } from '../../model/facts.ts';
import type { ExhibitSummary } from '../../model/snapshot.ts';
import type { ProofTest } from './proof.ts';

/** A recogniser's text is read up to here; a screen has a few hundred signs. */
const TEXT_LIMIT = 20_000;

/** Is this fact known and without conflict? */
export function factStands(facts: Facts, key: FactKey): boolean {
  return standingValue(facts, key) !== undefined;
}

/** Was this field read off the exhibit, or confirmed by the user as standing on it? */
export function exhibitShows(exhibit: ExhibitSummary, key: FactKey, facts: Facts): boolean {
  if (exhibit.reading?.fields.some((field) => field.key === key && field.certain)) return true;
  return facts[key]?.sources.some((source) => source.exhibit === exhibit.no) ?? false;
}

/** The words on an exhibit: recognised lines, or what others (not the buyer) wrote in a chat. */
export function wordsOn(exhibit: ExhibitSummary): string {
  const { reading } = exhibit;
  if (!reading) return '';
  const spoken = (reading.messages ?? []).filter((message) => message.side !== 'buyer').map((message) => message.text);
  const lines = (reading.lines ?? []).map((line) => line.text);
  return [...spoken, ...lines].join('\n').slice(0, TEXT_LIMIT);
}

/** Does one of the exhibits (or the facts alone) pass the test? */
export function passes(test: ProofTest, exhibits: readonly ExhibitSummary[], facts: Facts): boolean {
  if (test.when && !(factStands(facts, test.when.fact) && facts[test.when.fact]!.value === test.when.is)) return false;
  if (test.facts && !test.facts.some((key) => factStands(facts, key))) return false;
  if (!test.kinds) return test.facts !== undefined;
  return exhibits.some(
    (exhibit) =>
      test.kinds!.includes(exhibit.kind) &&
      (!test.fields || test.fields.some((key) => exhibitShows(exhibit, key, facts))) &&
      (!test.says || test.says.test(wordsOn(exhibit))),
  );
}
