import { getLetter, listLetters, nextLetterNo } from '../../casefile/letters.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { DOCUMENT_SETTINGS } from '../../knowledge/built/document-settings.ts';
import { currentFacts } from '../../casefile/facts.ts';
import { firstGate } from '../../law/route/gates.ts';
import { perhapsPaid } from '../../law/route/money-shown.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { snapshotOf } from '../cases/snapshot.ts';
import { composeLetter } from '../../letters/compose.ts';
import { reviewLetter } from '../../grounding/review.ts';
import { CHANNELS, type DocumentId } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import type { ComposedLetter, Undated } from '../../model/letter.ts';
import { standingValue, type FactKey } from '../../model/facts.ts';
import type { ChannelRoute, Finding, RuleText } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { readBuyers } from './buyers.ts';
import { shutChannel } from './channels.ts';
import { renumbered, withText } from './edited-text.ts';
import { freeze, type LetterRequest, type WrittenLetter } from './freeze-letter.ts';
import { handingOf } from './handing.ts';

export type { Letter } from '../../casefile/letters.ts';
export { type LetterRequest, LetterStopped, type WrittenLetter } from './freeze-letter.ts';

/** What the buyer is told with a letter that was just written. */
export interface NewlyTold {
  handing: RuleText[];
  undated: Undated[];
  /** What it says although nobody has said it. */
  assumed: FactKey[];
  /** The number of the talk by which money may have come that the letter still asks for. */
  perhapsPaid?: number;
}

/** Is it open what this document would ask for? Somebody who can be asked is asked before it is written. */
export function asksDemand(file: CaseFile, document: DocumentId): boolean {
  const required: readonly FactKey[] = DOCUMENT_SETTINGS[document].required;
  return required.includes('demand') && standingValue(currentFacts(file), 'demand') === undefined;
}

/** What is asked of an edit: the text is given back as the user left it. */
export type LetterEdit = Omit<LetterRequest, 'document' | 'edit'> & Required<Pick<LetterRequest, 'edit'>>;

/**
 * Composes a document, has it read by grounding, tone and safety, and freezes
 * it with its files. Nothing is frozen when a reader stops it.
 * @returns with it how its channel stands where that is not open now
 * @throws KamengError FACT_MISSING and others of composeLetter, LETTER_STOPPED
 */
export async function writeLetter(
  file: CaseFile,
  request: LetterRequest,
): Promise<WrittenLetter & NewlyTold & { shut: ChannelRoute | undefined }> {
  const snapshot = snapshotOf(file);
  if (request.anyway === undefined) refuseBlocked(snapshot, request.document);
  const no = nextLetterNo(file);
  // Said once: who did not know the day at the first letter is not told so with each.
  const told = listLetters(file).map(({ text }) => text);
  const composed = await composeLetter({
    snapshot,
    no,
    document: request.document,
    templatesDir: request.templatesDir,
    ...(request.userTemplatesDir === undefined ? {} : { userTemplatesDir: request.userTemplatesDir }),
    ...(request.redacted ? { redacted: true } : {}),
    ...(request.interestFrom === undefined ? {} : { interestFrom: request.interestFrom }),
    ...(request.buyers === undefined
      ? {}
      : { buyers: readBuyers(request.buyers, standingValue(snapshot.facts, 'buyerPhone')) }),
  });
  const edited = request.edit ? withText(composed, await request.edit(composed.text)) : composed;
  const written = await freeze(file, snapshot, edited, request);
  const after = snapshotOf(file);
  const paid = perhapsPaid(after);
  return {
    ...written,
    shut: shutChannel(after, request.document),
    handing: handingOf(after, request.document),
    assumed: composed.assumed ?? [],
    ...(paid === undefined ? {} : { perhapsPaid: paid.no }),
    undated: (composed.undated ?? []).filter(({ text }) => !told.some((letter) => letter.includes(startOf(text)))),
  };
}

/** Of two letters about one event the words are the same, but for the numbers of exhibits and whose voice it is. */
const startOf = (text: string): string => text.slice(0, 12);

/**
 * What a document would say, and what its readers find in it; nothing is kept.
 * @throws KamengError CHANNEL_BLOCKED and of composeLetter
 */
export async function previewLetter(
  file: CaseFile,
  document: DocumentId,
  templatesDir: string,
): Promise<{ text: string; findings: Finding[] }> {
  const snapshot = snapshotOf(file);
  refuseBlocked(snapshot, document);
  const composed = await composeLetter({ snapshot, no: nextLetterNo(file), document, templatesDir });
  return { text: composed.text, findings: reviewLetter(composed, snapshot) };
}

/**
 * A complaint at a door that is shut costs time and, at some, the next door too; one that may expose the buyer is not
 * written before he knows.
 * @throws KamengError GATE_OPEN, CHANNEL_BLOCKED with the reasons
 */
function refuseBlocked(snapshot: CaseSnapshot, document: DocumentId): void {
  const gate = DOCUMENT_SETTINGS[document].required.length > 0 ? firstGate(situationOf(snapshot)) : undefined;
  if (gate)
    throw new KamengError('GATE_OPEN', `写之前先答一个问题：${gate.question}`, {
      hints: [
        `${gate.why}（${gate.rule}）`,
        ...gate.choices.map(({ value, label }) => `${label}：kameng facts ${gate.key}=${value}`),
        '确有理由时加 --anyway "理由"，理由会记入案卷',
      ],
    });
  const channel = shutChannel(snapshot, document);
  if (channel?.status !== 'blocked') return;
  throw new KamengError('CHANNEL_BLOCKED', `${CHANNELS[channel.id].label}现在走不通`, {
    hints: [
      ...channel.reasons.map((reason) => `${reason.text}（${reason.rule}）`),
      'kameng route 看现在能走的渠道',
      '确有理由时加 --anyway "理由"，理由会记入案卷',
    ],
  });
}

/**
 * Makes a frozen letter's text, edited by hand, into a letter of its own.
 * @throws KamengError LETTER_NOT_FOUND, LETTER_UNCHANGED, LETTER_STOPPED
 */
export async function editLetter(file: CaseFile, no: number, request: LetterEdit): Promise<WrittenLetter> {
  const frozen = getLetter(file, no);
  const old = { ...frozen, ...renumbered(frozen, nextLetterNo(file)) };
  const text = await request.edit(old.text);
  if (text.trim() === old.text.trim())
    throw new KamengError('LETTER_UNCHANGED', '文字没有改动，没有另存', { hints: [`第 ${no} 号文书还在`] });
  const snapshot = snapshotOf(file);
  const composed: ComposedLetter = {
    document: old.document,
    title: old.title,
    addressee: '',
    no: nextLetterNo(file),
    writtenOn: snapshot.today,
    text: old.text,
    markdown: old.text,
    blocks: [],
    sections: old.detail.sections,
    exhibits: old.exhibits,
    laws: old.detail.laws,
    values: [],
    spans: old.spans ?? [],
    ...(old.detail.fixed ? { fixed: old.detail.fixed } : {}),
    ...(old.detail.door ? { door: old.detail.door } : {}),
    base: { text: old.text, ...(old.spans ? { spans: old.spans } : {}) },
  };
  return freeze(file, snapshot, withText(composed, text), { ...request, document: old.document }, no);
}

/** A letter as it was frozen. @throws KamengError LETTER_NOT_FOUND */
export function frozenLetter(file: CaseFile, no: number): WrittenLetter {
  const letter = getLetter(file, no);
  return { letter, findings: letter.detail.lint as Finding[] };
}
