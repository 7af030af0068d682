import { FACT_KEYS, factSpec, type FactKey } from '../../model/facts.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { redactText, type Covering } from '../../words/private/redact-text.ts';

/** A text with these values covered by what they are. */
export const mask = (text: string, hidden: readonly Covering[]): string =>
  hidden.length > 0 ? redactText(text, hidden).text : text;

/** Numbers by which a stranger could pass himself off as the buyer. */
export const NUMBER_KEYS: readonly FactKey[] = ['orderNo', 'tradeNo', 'merchantOrderNo'];

/** What an outsider need not see: everything the fact table calls private, and the numbers of the purchase. */
export function privateValues(snapshot: CaseSnapshot): Covering[] {
  const isHidden = (key: FactKey): boolean => factSpec(key).private === true || NUMBER_KEYS.includes(key);
  const fromFacts = FACT_KEYS.filter(isHidden).flatMap((key) => {
    const value = snapshot.facts[key]?.value;
    return value ? [{ value, as: `【${factSpec(key).label}】` }] : [];
  });
  const fromReadings = snapshot.exhibits.flatMap((exhibit) =>
    (exhibit.reading?.fields ?? [])
      .filter((field) => isHidden(field.key))
      .map((field) => ({ value: field.value, as: `【${factSpec(field.key).label}】` })),
  );
  const all = [...fromFacts, ...fromReadings];
  return all.filter((one, i) => all.findIndex((other) => other.value === one.value) === i);
}
