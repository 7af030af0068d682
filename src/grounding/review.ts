import { DOCUMENT_TRAITS } from '../knowledge/built/documents.ts';
import type { DocumentId } from '../model/dispute.ts';
import type { ComposedLetter } from '../model/letter.ts';
import { type Fen, parseFen } from '../model/money.ts';
import type { Day } from '../model/moment.ts';
import type { Finding } from '../model/outcome.ts';
import type { CaseSnapshot } from '../model/snapshot.ts';
import { ruleValue } from '../law/rules/index.ts';
import { groundLetter } from './ground.ts';
import { lintText } from '../words/lint/lint.ts';

/** A second filing is read at the door that refused the first, a step against a refusal by an authority as that one is. */
function audienceOf(document: DocumentId, snapshot: CaseSnapshot): DocumentId {
  const { against, readAt } = DOCUMENT_TRAITS[document];
  const door = readAt ?? against?.[0];
  if (door) return door;
  if (document !== 'resubmit') return document;
  return snapshot.contacts.findLast((contact) => contact.result === 'refused')?.channel ?? document;
}

/** What the parties and the goods are called, whatever words that holds. */
function namesOf({ facts }: CaseSnapshot): string[] {
  const keys = ['merchant', 'platform', 'platformOperator', 'product', 'payee'] as const;
  return keys.flatMap((key) => facts[key]?.value ?? []);
}

/** The price back and, for fraud, what the law adds (PUN-01). 分. */
function punitiveClaim(claimFen: Fen, onDay: Day): Fen {
  return claimFen + Math.max(ruleValue('PUN-01', 'multiple', onDay) * claimFen, ruleValue('PUN-01', 'minimum', onDay));
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
      names: namesOf(snapshot),
      ...(claimFen === undefined ? {} : { claimFen, punitiveFen: punitiveClaim(claimFen, snapshot.today) }),
      ...(code && !redeemed ? { unredeemedCodes: [code] } : {}),
    }),
  ];
  return findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
