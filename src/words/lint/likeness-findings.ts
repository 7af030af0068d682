import { type DocumentId } from '../../model/dispute.ts';
import { learn, type Learned, likenessOf } from '../likeness.ts';
import { type Finding } from '../../model/outcome.ts';
import { ADVICE, type LikeKind, NOT_LOOKED_FOR } from './phrases/advice.ts';
import { DENIED, DONE_TO_WRITER, LAWFUL_STEP, NOT_ACCUSED, SOMEBODY } from './phrases/bystanders.ts';
import { EXAMPLES, type ExampleKind } from './phrases/examples/index.ts';
import { innocents } from './tone.ts';
import { type FoldedText, foldText, placeOf } from './tone-fold.ts';
import { MASK, ownWords } from './tone-quotes.ts';
import { sentencesOf, type Stretch } from './tone-sentences.ts';

const KINDS: readonly ExampleKind[] = ['none', 'threat', 'insult', 'accusation', 'emotion'];

/** By this much a kind must lead plain words; measured on whole sets of sentences that were left out, for 98 right of 100. */
const CLEAR_LEAD: Readonly<Record<LikeKind, number>> = { threat: 3, insult: 2.5, accusation: 2.5, emotion: 2.5 };
/** Chinese characters below which a sentence is like too much. */
const FEWEST = 6;
/** What is mostly signs, names or another's words is no sentence of the writer's. */
const LEAST_OWN = 0.6;

const HAN = /[\u3400-\u9fff]/g;
const MASKS = new RegExp(`${MASK}+`, 'g');

/** Learns sentences of one kind each, read as the text that is looked at will be. */
export function learnSentences(examples: Iterable<readonly [kind: ExampleKind, text: string]>): Learned<ExampleKind> {
  return learn(
    KINDS,
    Array.from(examples, ([kind, text]) => [kind, plainWords(harmlessGone(ownWords(foldText(text).text)))] as const),
  );
}

/** The writer's words of a folded text, without words that are harmless whatever they look like: names of games, of places. */
function harmlessGone(own: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of innocents.find(own)) {
    if (start < at) continue;
    rest += own.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return rest + own.slice(at);
}

function plainWords(own: string): string {
  return own.trim().replace(MASKS, MASK);
}

/**
 * What a sentence is like, by what people told of others.
 * @param own one sentence, folded, with the words of others masked
 * @returns the kind it is most like and by how much this leads `none`
 */
function sentenceLikeness(own: string, learned: Learned<ExampleKind>): { kind: LikeKind; lead: number } {
  const ranked = likenessOf(plainWords(own), learned);
  const first = ranked.find((each): each is { kind: LikeKind; score: number } => each.kind !== 'none')!;
  return { kind: first.kind, lead: first.score - ranked.find(({ kind }) => kind === 'none')!.score };
}

let learnt: Learned<ExampleKind> | undefined;

/**
 * Warnings about sentences that no rule explains and that are clearly like
 * threats, insults, accusations or outbursts; learns the examples at the first call.
 * @param own the folded text with the words of others masked, see `ownWords`
 * @param found what the rules found; their sentences are left alone
 * @param learned other examples than all, to measure what they are good for
 */
export function likenessFindings(
  folded: FoldedText,
  own: string,
  found: readonly Finding[],
  audience?: DocumentId,
  learned: Learned<ExampleKind> = (learnt ??= learnSentences(EXAMPLES)),
): Finding[] {
  const kept = harmlessGone(own);
  const findings: Finding[] = [];
  const taken = placesOf(found);
  for (const sentence of sentencesOf(kept)) {
    const inner = innerOf(kept, sentence);
    const words = kept.slice(inner.start, inner.end);
    if (!isOwnSentence(words)) continue;
    const { kind, lead } = sentenceLikeness(words, learned);
    if (
      lead <= CLEAR_LEAD[kind] ||
      NOT_LOOKED_FOR[kind].some((reader) => reader === audience) ||
      isExcused(kind, words)
    )
      continue;
    const place = placeOf(folded, inner.start, inner.end);
    if (taken(place)) continue;
    findings.push({
      kind,
      severity: 'warning',
      ...place,
      text: folded.source.slice(place.start, place.end),
      ...ADVICE[kind],
    });
  }
  return findings;
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

/** What looks like a threat and is a report of one, a denial, or a step the law gives; what is about nobody. */
function isExcused(kind: LikeKind, words: string): boolean {
  if (kind !== 'emotion' && !SOMEBODY.test(words)) return true;
  if (kind === 'threat') return DONE_TO_WRITER.test(words) || LAWFUL_STEP.test(words) || DENIED.test(words);
  return kind === 'accusation' && NOT_ACCUSED.test(words);
}
