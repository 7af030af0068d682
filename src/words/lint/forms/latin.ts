import type { LintRule } from '../../../knowledge/schema/lint.ts';
import type { Hit, LintText } from '../lint-text.ts';
import { named } from '../patterns.ts';

const LATIN_RUN = /[a-z0-9]{1,16}(?:[ .*_\-·]{1,2}[a-z]{1,6}){0,5}/g;
const BESIDE = 8;

type Words = ReadonlyMap<string, LintRule<'latin'>>;
const tables = new WeakMap<readonly LintRule<'latin'>[], Words>();

/** Pinyin and abbreviations: `pianzi`, `s.b`, `n m s l`; a letter before or behind makes them part of something else. */
export function latinHits(rules: readonly LintRule<'latin'>[], { own }: LintText): { rule: LintRule; hit: Hit }[] {
  const found: { rule: LintRule; hit: Hit }[] = [];
  let words = tables.get(rules);
  if (!words) {
    const entries = rules.toReversed().flatMap((rule) => rule.words.map((word) => [word, rule] as const));
    tables.set(rules, (words = new Map(entries)));
  }
  for (const run of own.matchAll(LATIN_RUN)) {
    const before = own.slice(Math.max(0, run.index - BESIDE), run.index);
    const after = own.slice(run.index + run[0].length, run.index + run[0].length + BESIDE);
    if (/[a-z0-9@/]$/.test(before) || /^[@\d]|^[./-][a-z0-9]/.test(after)) continue;
    for (const part of partsOf(run[0], words)) {
      const rule = words.get(part.word);
      if (!rule || (rule.beside === 'people' && !isBesidePeople(part.word, run[0], before, after))) continue;
      found.push({ rule, hit: { start: run.index + part.start, end: run.index + part.end } });
    }
  }
  return found;
}

/** The run as one word, and each of its parts. */
function partsOf(run: string, words: Words): { word: string; start: number; end: number }[] {
  const parts = Array.from(run.matchAll(/[a-z0-9]+/g), (part) => ({
    word: part[0],
    start: part.index,
    end: part.index + part[0].length,
  }));
  const joined = { word: parts.map((part) => part.word).join(''), start: 0, end: run.length };
  const known = words.get(joined.word);
  const isWord = known !== undefined && known.beside === undefined;
  return parts.length === 1 || isWord || parts.every((part) => part.word.length === 1) ? [joined] : parts;
}

/** `sb` is a model, an extension or an insult: the last only at a person or a shop. */
function isBesidePeople(word: string, run: string, before: string, after: string): boolean {
  if (run.length > word.length * 2 || named('latin-code-before').test(before)) return false;
  return (
    named('latin-person-before').test(before) ||
    (/^$|[,。!?\n\s]$/.test(before) && named('latin-person-after').test(after))
  );
}
