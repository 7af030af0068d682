import { type Dispute } from '../../model/dispute.ts';
import { type Kind, type ProofCategory } from '../../model/evidence.ts';
import { type FactKey } from '../../model/facts.ts';

/**
 * One way to show something. All that is given must hold: an exhibit of one of
 * the kinds, on which the fields stand or the words are read; facts of the case
 * that stand without conflict; a fact that has this value.
 */
export interface ProofTest {
  kinds?: readonly Kind[];
  /** At least one of them stands on the exhibit. */
  fields?: readonly FactKey[];
  /** Words on the exhibit; a reading without text does not match. */
  says?: RegExp;
  /** At least one of them is known in the case. */
  facts?: readonly FactKey[];
  when?: { fact: FactKey; is: string };
}

/** One thing a complaint of this type has to show, or does well to show. */
export interface ProofItem {
  /** Stable: the code of the gap when it is not shown. */
  code: string;
  category: ProofCategory;
  /** Absent: every dispute type. */
  disputes?: readonly Dispute[];
  /** A required item that is not shown is a gap; a helpful one is advice. */
  need: 'required' | 'helpful';
  /** Looked at only when that item is shown, so that one lack is named once. */
  after?: string;
  /** Any one is enough. */
  shownBy: readonly ProofTest[];
  /** What it is, for the dialogue. */
  what: string;
  /** Said when it is not shown. */
  message: string;
  /** How the buyer gets it. */
  how: string;
  rule?: string;
}
