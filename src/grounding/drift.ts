import { type Misplaced } from './bindings.ts';
import { type Clause, clausesOf, skeletonOf, tokensIn } from './expected.ts';
import { readTokens } from './tokens.ts';

function commonPrefix(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function commonSuffix(a: string, b: string, most: number): number {
  let n = 0;
  while (n < most && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

/** Pairs changed clauses with the ones they stand in place of, in order. */
function pairUp(before: Clause[], after: Clause[]): [Clause, Clause][] {
  const pairs: [Clause, Clause][] = [];
  const kept = new Map<string, number>();
  for (const clause of before) kept.set(clause.text, (kept.get(clause.text) ?? 0) + 1);
  const changed = after.filter((clause) => {
    const left = kept.get(clause.text) ?? 0;
    if (left > 0) kept.set(clause.text, left - 1);
    return left === 0;
  });
  const lost: Clause[] = [];
  for (const clause of before) {
    const left = kept.get(clause.text) ?? 0;
    if (left > 0) {
      lost.push(clause);
      kept.set(clause.text, left - 1);
    }
  }
  const used = new Set<Clause>();
  for (const clause of changed) {
    const scored = lost
      .filter((one) => !used.has(one))
      .map((one) => {
        const prefix = commonPrefix(one.text, clause.text);
        const suffix = commonSuffix(one.text, clause.text, Math.min(one.text.length, clause.text.length) - prefix);
        return { one, share: (prefix + suffix) / Math.max(one.text.length, clause.text.length) };
      });
    const best = scored.sort((a, b) => b.share - a.share)[0];
    if (!best) continue;
    used.add(best.one);
    pairs.push([best.one, clause]);
  }
  return pairs;
}

/**
 * Finds values that a person put in the place of others: the sentence is the one
 * that was composed, the date, number or name in it is not. Rewriting a sentence
 * is not a finding; saying the same sentence of another day is.
 * @param names known names, which have no form of their own to be told by
 */
export function checkDrift(base: string, text: string, names: readonly string[]): Misplaced[] {
  const [was, is] = [readTokens(base), readTokens(text)];
  const found: Misplaced[] = [];
  for (const [before, after] of pairUp(clausesOf(base, true), clausesOf(text, true))) {
    const [old, now] = [tokensIn(before, was), tokensIn(after, is)];
    if (skeletonOf(before, old) === skeletonOf(after, now)) {
      now.forEach((token, i) => {
        const right = old[i]!;
        if (right.text !== token.text)
          found.push({
            start: token.start,
            end: token.end,
            why: `起草时这里是“${right.text}”`,
            suggestion: right.text,
          });
      });
      continue;
    }
    const prefix = commonPrefix(before.text, after.text);
    const suffix = commonSuffix(before.text, after.text, Math.min(before.text.length, after.text.length) - prefix);
    const [from, to] = [before.start + prefix, before.start + before.text.length - suffix];
    const values = [
      ...old.map((token) => ({ start: token.start, end: token.end })),
      ...names.flatMap((name) => spots(before, name)),
    ];
    const hit = values.filter((value) => value.start < Math.max(to, from + 1) && from < value.end);
    if (hit.length === 0 || (prefix + suffix) * 2 < before.text.length) continue;
    const start = Math.min(from, ...hit.map((value) => value.start));
    const end = Math.max(to, ...hit.map((value) => value.end));
    const changed = {
      start: after.start + (start - before.start),
      end: after.start + after.text.length - (before.start + before.text.length - end),
    };
    // Taking a value out is a shorter sentence, not a wrong one.
    if (changed.end <= changed.start || end - start > 60) continue;
    const right = base.slice(start, end);
    found.push({ ...changed, why: `起草时这里是“${right}”`, suggestion: right });
  }
  return found;
}

function spots(clause: Clause, name: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = clause.text.indexOf(name); at >= 0; at = clause.text.indexOf(name, at + 1))
    found.push({ start: clause.start + at, end: clause.start + at + name.length });
  return found;
}
