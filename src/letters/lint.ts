import { type DocumentId } from '../model/dispute.ts';
import { type Finding } from '../model/outcome.ts';
import { type Fen } from '../model/money.ts';
import { safetyFindings } from './safety.ts';
import { foldText } from './tone-fold.ts';
import { ownWords } from './tone-quotes.ts';
import { toneFindings } from './tone.ts';

export interface LintOptions {
  /** Whose eyes the text is for; without it the strictest reading but for contact data. */
  audience?: DocumentId;
  /** What the case asks for, in 分; money above it in a demand is a finding. */
  claimFen?: Fen;
  /** Private facts of the case, to be found however they are written. */
  knownPrivate?: readonly { key: string; value: string }[];
  /** Card codes that still work. */
  unredeemedCodes?: readonly string[];
}

/**
 * Reads a text as the other side, a moderator or a judge would, for tone,
 * threats and private data. Linear in its length.
 * @returns findings in the order of the text; `error` stops a letter, `warning` is shown
 */
export function lintText(text: string, options: LintOptions = {}): Finding[] {
  const folded = foldText(text);
  const own = ownWords(folded.text);
  return [...toneFindings(folded, own, options.audience), ...safetyFindings(folded, own, options)].sort(
    (a, b) => a.start - b.start || b.end - a.end || a.kind.localeCompare(b.kind),
  );
}
