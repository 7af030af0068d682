import { LINT_SENTENCES } from '../../knowledge/built/lint-sentences.ts';
import type { LintRule, LintSentenceKind as SentenceKind } from '../../knowledge/schema/lint.ts';
import { foldText } from '../fold.ts';
import { learn, type Learned, likenessOf } from '../likeness.ts';
import { excusedBy } from './excuses.ts';
import { isFor } from './forms/index.ts';
import { withoutHarmless } from './harmless.ts';
import type { LintText } from './lint-text.ts';
import type { Passed, Standing } from './merge.ts';
import { sentencesOf, type Stretch } from './sentences.ts';
import { MASK, ownWords } from './speech.ts';

const KINDS: readonly SentenceKind[] = ['none', 'threat', 'insult', 'accusation', 'emotion'];

/** Chinese characters below which a sentence is like too much. */
const FEWEST = 6;
/** What is mostly signs, names or another's words is no sentence of the writer's. */
const LEAST_OWN = 0.6;

const HAN = /[\u3400-\u9fff]/g;
const MASKS = new RegExp(`${MASK}+`, 'g');

/** Learns sentences of one kind each, read as the text that is looked at will be. */
export function learnSentences(examples: Iterable<readonly [kind: SentenceKind, text: string]>): Learned<SentenceKind> {
  const read = (text: string): string => plainWords(withoutHarmless(ownWords(foldText(text).text), MASK));
  return learn(
    KINDS,
    Array.from(examples, ([kind, text]) => [kind, read(text)] as const),
  );
}

function plainWords(own: string): string {
  return own.trim().replace(MASKS, MASK);
}

/** The kind that words are most like, and by how much this leads plain words. */
function sentenceLikeness(own: string, learned: Learned<SentenceKind>): { kind: SentenceKind; lead: number } {
  const ranked = likenessOf(plainWords(own), learned);
  const first = ranked.find((each) => each.kind !== 'none')!;
  return { kind: first.kind, lead: first.score - ranked.find(({ kind }) => kind === 'none')!.score };
}

let learnt: Learned<SentenceKind> | undefined;

/**
 * Sentences that no rule explains and that are clearly like threats, insults,
 * accusations or outbursts; learns the sentences at the first call.
 * @param found places in the source that the rules found; their sentences are left alone
 * @param learned other sentences than all, to measure what they are good for
 */
export function likenessHits(
  rules: readonly LintRule<'likeness'>[],
  text: LintText,
  found: readonly Stretch[],
  learned: Learned<SentenceKind> = (learnt ??= learnSentences(LINT_SENTENCES)),
): { standing: Standing[]; passed: Passed[] } {
  const { folded } = text;
  const own = withoutHarmless(text.own, MASK);
  const read = { ...text, own };
  const result: { standing: Standing[]; passed: Passed[] } = { standing: [], passed: [] };
  const taken = placesOf(found);
  for (const sentence of sentencesOf(own)) {
    const inner = innerOf(own, sentence);
    const words = own.slice(inner.start, inner.end);
    if (!isOwnSentence(words)) continue;
    const { kind, lead } = sentenceLikeness(words, learned);
    const rule = rules.find((each) => each.kind === kind && lead > each.lead && isFor(each, text.options.audience));
    if (!rule || taken({ start: folded.starts[inner.start]!, end: folded.ends[inner.end - 1]! })) continue;
    const excuse = excusedBy(inner, rule.excuses, read);
    if (excuse === undefined) result.standing.push({ ...inner, rule, level: rule.level });
    else result.passed.push({ ...inner, rule, excuse });
  }
  return result;
}

/** Does something found lie in a stretch? Asked for stretches in the order of the text. */
function placesOf(found: readonly Stretch[]): (stretch: Stretch) => boolean {
  const sorted = found.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reached = 0;
  return ({ start, end }) => {
    for (; next < sorted.length && sorted[next]!.start < end; next++) reached = Math.max(reached, sorted[next]!.end);
    return reached > start;
  };
}

/** A sentence without the space and the marks around it. */
function innerOf(own: string, { start, end }: Stretch): Stretch {
  const words = own.slice(start, end);
  const before = words.search(/[^\s,。!?;:、~.)\]”’"'>#*-]|$/);
  return { start: start + before, end: start + Math.max(before, words.replace(/[\s,。!?;:、~.]+$/, '').length) };
}

function isOwnSentence(words: string): boolean {
  const han = words.match(HAN)?.length ?? 0;
  return han >= FEWEST && han >= words.replace(/\s/g, '').length * LEAST_OWN;
}
