import type { DocumentId } from '../../../model/dispute.ts';
import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { allMatches, patternOf } from '../patterns.ts';
import { isIdNumber, passesLuhn } from '../check-digits.ts';

/** So far before a number its label may stand. */
const LABEL = 20;

/** Data known by its shape: by a label, a check digit, or the shape alone. */
export function shapeHits(rule: LintRule<'shape'>, { folded, options }: LintText): Hit[] {
  const own = ownData(options.audience, options.knownPrivate ?? []);
  return rule.find
    .flatMap((source) => allMatches(folded.text, patternOf(source, 'g')))
    .filter(({ start, text, groups }) => {
      const data = bareDigits(groups['id'] ?? groups['number'] ?? text);
      return (
        isSuch(rule, data, folded.text.slice(Math.max(0, start - LABEL), start)) &&
        !own.has(data) &&
        !own.has(data.slice(-11))
      );
    })
    .map(({ start, end }) => ({
      start,
      end,
      whole: true,
      ...(options.audience === 'public' && rule.publicLevel ? { level: rule.publicLevel } : {}),
    }));
}

function isSuch({ check, label }: LintRule<'shape'>, data: string, before: string): boolean {
  if (check === undefined || (label !== undefined && patternOf(label).test(before))) return true;
  return check === 'id-number' ? isIdNumber(data) : check === 'luhn' && passesLuhn(data);
}

function bareDigits(value: string): string {
  return value.replace(/[^\dx]/gi, '').toLowerCase();
}

/** The buyer's own numbers may stand where the reader needs them in order to answer. */
function ownData(audience: DocumentId | undefined, known: readonly { key: string; value: string }[]): Set<string> {
  const needed = audience === 'public' ? [] : known.filter(({ key }) => isNeeded(key, audience));
  return new Set(needed.map(({ value }) => bareDigits(value)).filter(Boolean));
}

/** Which of the buyer's own data a reader that is no office needs in order to answer. */
export function isNeeded(key: string, audience: DocumentId | undefined): boolean {
  if (audience === undefined) return key !== 'buyerIdNo';
  return audience !== 'public' && key !== 'buyerIdNo' && key !== 'buyerAddress';
}
