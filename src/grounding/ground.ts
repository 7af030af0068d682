import { standingValue } from '../model/facts.ts';
import type { ComposedLetter, ComputedValue } from '../model/letter.ts';
import type { Finding } from '../model/outcome.ts';
import type { CaseSnapshot } from '../model/snapshot.ts';
import { checkActs } from './acts.ts';
import { carrySpans, checkPlaces, readEdit, wasThere, type Base, type Edit } from './edited.ts';
import { lawDaysOf } from '../law/route/law-days.ts';
import { checkLaws } from './laws.ts';
import { type Misplaced, overlap } from './misplaced.ts';
import { checkNames, NAMES } from './names.ts';
import { gatherPool } from './pool.ts';
import { checkLabels, checkTokens, quotedSpans, WHYS } from './read-text.ts';
import { checkStretches } from './stretches.ts';
import { readTokens, type Token } from './tokens.ts';

/** Findings in the order of the text, the longest of those that overlap. */
function toFindings(text: string, snapshot: CaseSnapshot, all: Misplaced[], tokens: readonly Token[]): Finding[] {
  const findings: Finding[] = [];
  for (const one of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (findings.some((finding) => overlap(one, finding))) continue;
    // A day still to come is the writer's own proposal: said, not stopped.
    const token = tokens.find((each) => each.start === one.start && each.kind === 'date');
    const ahead = token !== undefined && token.value > snapshot.today && one.why === WHYS.date;
    findings.push({
      kind: 'ungrounded',
      severity: ahead ? 'warning' : 'error',
      start: one.start,
      end: one.end,
      text: text.slice(one.start, one.end),
      suggestion: one.suggestion,
      why: ahead ? '这个日期不是算出来的，确认是你要定的日期' : one.why,
    });
  }
  return findings;
}

/** Reads words that have no origin: every value in them must stand somewhere in the case or the rulebook. */
function readWords(
  text: string,
  tokens: readonly Token[],
  snapshot: CaseSnapshot,
  values: readonly ComputedValue[],
): Misplaced[] {
  const days = lawDaysOf(snapshot);
  const pool = gatherPool(snapshot, values, days);
  const quoted = quotedSpans(text, pool);
  const own = (one: Misplaced): boolean => !quoted.some((span) => span.start <= one.start && one.end <= span.end);
  return [
    ...[...checkTokens(tokens, pool), ...checkNames(text, pool), ...checkLaws(text, days)].filter(own),
    ...checkLabels(text, pool, tokens),
  ];
}

/** Is any of it new, be it a character, a joint, or the words right before it? */
function isNew({ kept }: Edit, { start, end }: { start: number; end: number }): boolean {
  return !wasThere(kept, Math.max(0, start - 1), end);
}

/** What a sentence may be told with again: what was counted, and what a person or the template stated before. */
function knownIn({ text, spans }: Base, fixed: readonly string[]): ComputedValue[] {
  const stated = spans
    ? spans
        .filter(({ origin }) => origin.from === 'counted' || origin.from === 'person')
        .map(({ start, end }) => text.slice(start, end))
    : [text];
  return [...stated, ...fixed].map((words) => ({ text: words, from: '起草' }));
}

/**
 * Holds an edited text against the one that was composed: what stayed is as
 * good as it was, what was put in the place of a value is compared with it, and
 * only what is new is read as text.
 */
function groundEdited(base: Base, text: string, snapshot: CaseSnapshot, fixed: readonly string[]): Finding[] {
  const names = NAMES.flatMap((key) => standingValue(snapshot.facts, key) ?? []);
  const edit = readEdit(base, text, names);
  const stayed = base.spans ? checkStretches(base.text, base.spans, snapshot, fixed) : [];
  const moved = stayed.flatMap((one) => {
    const start = edit.kept.to[one.start]!;
    const there = start >= 0 && wasThere(edit.kept, start, start + one.end - one.start);
    return there ? [{ ...one, start, end: start + one.end - one.start }] : [];
  });
  const acts = checkActs(text, carrySpans(base, text), snapshot);
  const fresh = [...readWords(text, edit.tokens, snapshot, knownIn(base, fixed)), ...acts].filter((one) =>
    isNew(edit, one),
  );
  return toFindings(text, snapshot, [...fresh, ...checkPlaces(edit, snapshot), ...moved], edit.tokens);
}

/**
 * Holds a letter against the case as it is now: every stretch of it by what it
 * came from; where a person changed it, what was changed.
 * @returns findings of kind `ungrounded`, by place; offsets are UTF-16
 */
export function groundLetter(letter: ComposedLetter, snapshot: CaseSnapshot): Finding[] {
  const { text, fixed = [], base = letter } = letter;
  if (base.text !== text || !base.spans) return groundEdited(base, text, snapshot, fixed);
  return toFindings(text, snapshot, checkStretches(text, base.spans, snapshot, fixed), readTokens(text));
}
