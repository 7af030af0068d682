import type { LintRule } from '../../knowledge/schema/lint.ts';
import type { Hit } from './lint-text.ts';
import type { Stretch } from './sentences.ts';

/** A hit that nothing excused, and its rule. */
export interface Standing extends Hit {
  rule: LintRule;
  level: 'error' | 'warning';
}

/** A hit that an excuse let pass. */
export interface Passed extends Stretch {
  rule: LintRule;
  excuse: string;
}

/** What each family of rules found, with overlaps made one. */
export function merged(hits: readonly Standing[]): Standing[] {
  const ofFamily = (family: LintRule['family']): Standing[] =>
    hits
      .filter(({ rule }) => rule.family === family)
      .toSorted(
        (a, b) => a.start - b.start || b.end - a.end || rankOf(a.rule.kind, a.level) - rankOf(b.rule.kind, b.level),
      );
  return [
    ...longest(ofFamily('tone')),
    ...strongest(ofFamily('threats')),
    ...first(withoutLoneNames(ofFamily('private'))),
    ...ofFamily('admissions'),
  ];
}

const KINDS = ['insult', 'accusation', 'emotion', 'threat', 'privacy'];
/** An insult before an accusation before an emotion, an error before a warning. */
export function rankOf(kind: string, level: 'error' | 'warning'): number {
  return KINDS.indexOf(kind) * 2 + (level === 'error' ? 0 : 1);
}

/** A name says nothing where no other data stand beside it; for the public it does. */
function withoutLoneNames(hits: readonly Standing[]): Standing[] {
  const isLone = ({ rule, level }: Standing): boolean =>
    rule.form === 'shape' && 'onlyBesideOthers' in rule && rule.onlyBesideOthers === true && level !== 'error';
  const others = hits.some((hit) => hit.rule.form === 'shape' && !isLone(hit));
  return hits.filter((hit) => others || !isLone(hit));
}

/** Of overlapping ones the longest. */
function longest(sorted: readonly Standing[]): Standing[] {
  const kept: Standing[] = [];
  for (const hit of sorted) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

/** One for each stretch that overlaps, as long as all of them; the error before the warning. */
function strongest(sorted: readonly Standing[]): Standing[] {
  const kept: Standing[] = [];
  for (const hit of sorted) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push({ ...hit });
    else if (last.level === 'warning' && hit.level === 'error')
      kept[kept.length - 1] = { ...hit, end: Math.max(hit.end, last.end) };
    else last.end = Math.max(last.end, hit.end);
  }
  return kept;
}

/** The first at each place. */
function first(sorted: readonly Standing[]): Standing[] {
  let reached = -1;
  return sorted.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}
