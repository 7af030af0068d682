import { CHANNEL_IDS } from '../model/dispute.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { PLAIN_VOICE, readValues, type Voice } from '../letters/values/context-values.ts';
import { type Misplaced } from './bindings.ts';
import { readTokens, type Token } from './tokens.ts';
import { showPlain } from '../letters/template/marks.ts';
import { sayEvent, tabulate } from '../letters/story/event.ts';
import { nameExhibits } from '../letters/story/exhibits.ts';
import { tellOutcome, tellStory } from '../letters/story/story.ts';

const VOICES: readonly Voice[] = [
  PLAIN_VOICE,
  { ...PLAIN_VOICE, merchant: '贵方', other: '贵方' },
  { ...PLAIN_VOICE, platform: '贵平台' },
  { ...PLAIN_VOICE, self: '原告' },
];

export interface Clause {
  text: string;
  start: number;
}

// The number of a list and the label of a form are not of the sentence.
const OPENING = /^(?:[\s\d]{0,4}[.\s]\s+|[-*]\s+)?(?:[^：“”，\d]{2,14}：)?/;

/** The sentences of a text and the rows of its tables; `whole` with the labels before them. */
export function clausesOf(text: string, whole = false): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    // A row is one: its proof stands in another cell than what it proves.
    const parts = line.includes('｜') ? [line] : line.split(/[。；]/);
    for (const part of parts) {
      const opening = whole ? 0 : OPENING.exec(part)![0].length;
      if (part.length > opening) clauses.push({ text: part.slice(opening), start: at + opening });
      at += part.length + 1;
    }
  }
  return clauses;
}

export function tokensIn(clause: Clause, tokens: readonly Token[]): Token[] {
  const end = clause.start + clause.text.length;
  return tokens.filter((token) => token.kind !== 'quote' && token.start >= clause.start && token.end <= end);
}

/** A clause with its values blanked: two clauses with one skeleton say the same of other values. */
export function skeletonOf(clause: Clause, tokens: readonly Token[]): string {
  let text = '';
  let at = clause.start;
  for (const token of tokens) {
    if (token.start < at) continue;
    text += `${clause.text.slice(at - clause.start, token.start - clause.start)}\u0000${token.kind}\u0000`;
    at = token.end;
  }
  return text + clause.text.slice(at - clause.start);
}

/** The sentences kameng itself would write of this case, in every voice. */
function expectedText(snapshot: CaseSnapshot, redacted: boolean): string {
  const lines = new Set<string>();
  for (const voice of VOICES) {
    const values = readValues(snapshot, { redacted, clearCode: false, voice });
    const { events } = tellStory(values, CHANNEL_IDS);
    for (const event of events) {
      lines.add(sayEvent(values, event));
      lines.add(sayEvent(values, { ...event, exhibits: [] }));
    }
    for (const row of tabulate(values, events)) lines.add(`${row.on}｜${row.what}｜${row.proof}`);
    for (const line of tellOutcome(values, CHANNEL_IDS)) lines.add(line);
    for (const exhibit of nameExhibits(values, 'all')) lines.add(`证据${exhibit.no}　${exhibit.text}`);
  }
  return showPlain([...lines].join('\n'));
}

/**
 * Finds sentences that are word for word what the case says, but for a value: the
 * exhibit, the day or the number belongs to another sentence.
 */
export function checkExpected(text: string, snapshot: CaseSnapshot): Misplaced[] {
  // A star may be a mask or part of a name: both readings are allowed for.
  const expected = `${expectedText(snapshot, false)}\n${text.includes('*') ? expectedText(snapshot, true) : ''}`;
  const tokens = readTokens(expected);
  const known = new Map<string, string[][]>();
  for (const clause of clausesOf(expected)) {
    const own = tokensIn(clause, tokens);
    if (own.length === 0) continue;
    const key = skeletonOf(clause, own);
    known.set(key, [...(known.get(key) ?? []), own.map((token) => token.text)]);
  }
  const read = readTokens(text);
  return clausesOf(text).flatMap((clause) => {
    const own = tokensIn(clause, read);
    const wanted = known.get(skeletonOf(clause, own));
    if (!wanted) return [];
    const wrong = (values: string[]): Token[] => own.filter((token, i) => values[i] !== token.text);
    const best = wanted
      .map((values) => ({ values, off: wrong(values) }))
      .sort((a, b) => a.off.length - b.off.length)[0]!;
    return best.off.map((token) => {
      const right = best.values[own.indexOf(token)]!;
      return { start: token.start, end: token.end, why: `按案卷，这句话里应当是“${right}”`, suggestion: right };
    });
  });
}
