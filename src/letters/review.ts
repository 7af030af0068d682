import { type ComposedLetter } from '../model/letter.ts';
import { parseFen } from '../model/money.ts';
import { type Finding } from '../model/outcome.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { groundText } from './grounding.ts';
import { lintText } from './lint.ts';

/**
 * The three readers before a letter goes out: grounding, tone and safety.
 * @returns findings in the order of the text; any with severity `error` stops the letter
 */
export function reviewLetter(letter: ComposedLetter, snapshot: CaseSnapshot): Finding[] {
  const claimFen = parseFen(snapshot.facts.amount?.value ?? '');
  const code = snapshot.facts.cardCode?.value;
  const redeemed = snapshot.facts.redeemed?.value === 'yes';
  const findings = [
    ...groundText(letter.text, snapshot, { document: letter.document, values: letter.values }),
    ...lintText(letter.text, {
      audience: letter.document,
      ...(claimFen === undefined ? {} : { claimFen }),
      ...(code && !redeemed ? { unredeemedCodes: [code] } : {}),
    }),
  ];
  return findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
