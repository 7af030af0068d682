import { type DocumentId } from '../../model/dispute.ts';
import { type Finding } from '../../model/outcome.ts';
import { type Fen } from '../../model/money.ts';
import { ADMISSIONS, NOT_MINE, NOT_SO } from './phrases/admissions.ts';
import { allMatches } from './phrases/match.ts';
import { type PrivateOptions, privateFindings } from './safety-private.ts';
import { threatFindings } from './safety-threats.ts';
import { type FoldedText, placeOf } from './tone-fold.ts';

export interface SafetyOptions extends PrivateOptions {
  audience?: DocumentId;
  /** What the case asks for, in 分. */
  claimFen?: Fen;
}

/**
 * What in a text turns against its writer: threats (kind `threat`), private data
 * that the reader does not need, and statements against oneself (both `privacy`:
 * something given away that stays with the other side).
 * @param own the folded text with the words of others masked, see `ownWords`
 */
export function safetyFindings(folded: FoldedText, own: string, options: SafetyOptions = {}): Finding[] {
  return [...threatFindings(folded, own, options), ...privateFindings(folded, options), ...admissionsIn(folded, own)];
}

const BEFORE = 30;

function admissionsIn(folded: FoldedText, own: string): Finding[] {
  const findings: Finding[] = [];
  for (const { pattern, suggestion, why } of ADMISSIONS) {
    for (const match of allMatches(own, pattern)) {
      const near = own.slice(Math.max(0, match.start - BEFORE), match.start);
      const before = near.slice(near.search(/[^,。!?;:\n]*$/));
      if (/是否|被(?:卖家|商家|他人|对方|平台)/.test(match.text) || NOT_MINE.test(before) || NOT_SO.test(before))
        continue;
      const place = placeOf(folded, match.start, match.end);
      findings.push({
        kind: 'privacy',
        severity: 'warning',
        ...place,
        text: folded.source.slice(place.start, place.end),
        suggestion,
        why,
      });
    }
  }
  return findings;
}
