import { type DocumentId } from '../model/dispute.ts';
import { type ComposedLetter } from '../model/letter.ts';
import { parseFen } from '../model/money.ts';
import { type Finding } from '../model/outcome.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { groundLetter } from './ground.ts';
import { lintText } from '../words/lint/lint.ts';

/** A second filing is read at the door that refused the first. */
function audienceOf(document: DocumentId, snapshot: CaseSnapshot): DocumentId {
  if (document !== 'resubmit') return document;
  return snapshot.contacts.findLast((contact) => contact.result === 'refused')?.channel ?? document;
}

/**
 * The three readers before a letter goes out: grounding, tone and safety.
 * @returns findings in the order of the text; any with severity `error` stops the letter
 */
export function reviewLetter(letter: ComposedLetter, snapshot: CaseSnapshot): Finding[] {
  const claimFen = parseFen(snapshot.facts.amount?.value ?? '');
  const code = snapshot.facts.cardCode?.value;
  const redeemed = snapshot.facts.redeemed?.value === 'yes';
  const findings = [
    ...groundLetter(letter, snapshot),
    ...lintText(letter.text, {
      audience: audienceOf(letter.document, snapshot),
      ...(claimFen === undefined ? {} : { claimFen }),
      ...(code && !redeemed ? { unredeemedCodes: [code] } : {}),
    }),
  ];
  return findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
