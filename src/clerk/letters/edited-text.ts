import type { Letter } from '../../casefile/letters.ts';
import { carrySpans } from '../../grounding/edited.ts';
import type { DocumentBlock } from '../../model/document.ts';
import { KamengError } from '../../model/errors.ts';
import type { ComposedLetter } from '../../model/letter.ts';
import type { Origin, Stretch } from '../../model/origin.ts';

/** A frozen text under another number, with what its stretches came from where that is known. */
export function renumbered({ no, text, detail }: Letter, next: number): { text: string; spans?: Stretch[] } {
  const { spans } = detail;
  if (!spans) return { text: text.replace(`编号：第${no}号`, `编号：第${next}号`) };
  const origin: Origin = { from: 'counted', reckoning: { how: 'letterNo', no: next } };
  const at = spans.findIndex((span) => span.origin.from === 'counted' && span.origin.reckoning.how === 'letterNo');
  const numbered = spans[at];
  if (!numbered) return { text, spans };
  const longer = String(next).length - (numbered.end - numbered.start);
  return {
    text: `${text.slice(0, numbered.start)}${next}${text.slice(numbered.end)}`,
    spans: spans.map((span, i) => ({
      start: span.start + (i > at ? longer : 0),
      end: span.end + (i >= at ? longer : 0),
      origin: i === at ? origin : span.origin,
    })),
  };
}

/** A letter with the text that a person made of it: its lines are its blocks. @throws KamengError LETTER_EMPTY */
export function withText(composed: ComposedLetter, text: string): ComposedLetter {
  const clean = text.replaceAll('\r\n', '\n').trimEnd();
  if (clean === composed.text.trimEnd()) return composed;
  if (clean.trim() === '')
    throw new KamengError('LETTER_EMPTY', '文书是空的，没有保存', { hints: ['再写一次，保留文字'] });
  const lines = clean.split('\n').filter((line) => line.trim() !== '');
  const blocks: DocumentBlock[] = lines.map((line, i) =>
    i === 0 ? { kind: 'title', text: line.trim() } : { kind: 'paragraph', text: line.trim(), indent: 'none' },
  );
  const exhibits = [...new Set([...clean.matchAll(/证据\s*(\d{1,4})/g)].map((match) => Number(match[1])))];
  const base = composed.base ?? { text: composed.text, spans: composed.spans };
  // The short texts were made of what the writer has changed.
  const { versions: _versions, ...kept } = composed;
  return {
    ...kept,
    base,
    spans: carrySpans(base, `${clean}\n`),
    text: `${clean}\n`,
    markdown: `${clean}\n`,
    blocks,
    exhibits: composed.exhibits.filter((no) => exhibits.includes(no)),
    laws: composed.laws.filter((law) => clean.includes(law.article)),
  };
}

const SHORTEST_SENTENCE = 6;
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。！？!?])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST_SENTENCE);

/**
 * Sentences that a person wrote into a letter or changed: its readers know the values in them and nothing of what they
 * tell. None where nobody has changed it.
 */
export function ownSentences({ base, text }: Pick<ComposedLetter, 'base' | 'text'>): string[] {
  if (base === undefined) return [];
  const composed = new Set(sentencesOf(base.text));
  return sentencesOf(text).filter((sentence) => !composed.has(sentence));
}
