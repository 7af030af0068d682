import { PROOF_OF, PROOF_WORDS, SHARED_PROOF, UNTYPED_PROOF } from '../../knowledge/built/proof.ts';
import type { ProofItem as WrittenItem, ProofTest as WrittenTest } from '../../knowledge/schema/proof.ts';
import { type Dispute, DISPUTE_IDS } from '../../model/dispute.ts';

/** One way to show something, its words compiled: see `knowledge/schema/proof.ts`. */
export type ProofTest = Omit<WrittenTest, 'says' | 'saysOf'> & { says?: RegExp };

/** One thing a complaint of a type has to show, or does well to show. */
export type ProofItem = Omit<WrittenItem, 'shownBy'> & { shownBy: readonly ProofTest[] };

/** A test with the words it looks for compiled. */
export function compiled({ says, saysOf, ...test }: WrittenTest): ProofTest {
  const words = says ?? (saysOf === undefined ? undefined : PROOF_WORDS[saysOf]);
  return words === undefined ? test : { ...test, says: new RegExp(words) };
}

const itemsOf = (entries: readonly (string | WrittenItem)[]): ProofItem[] =>
  entries
    .map((entry) => (typeof entry === 'string' ? SHARED_PROOF[entry]! : entry))
    .map((item) => ({ ...item, shownBy: item.shownBy.map(compiled) }));

const ITEMS = new Map(DISPUTE_IDS.map((dispute) => [dispute, itemsOf(PROOF_OF[dispute])]));
const UNTYPED = itemsOf(UNTYPED_PROOF);

/** The items that hold for this type, in the order in which they are asked; without a type, what every buyer needs. */
export function proofItems(dispute: Dispute | undefined): readonly ProofItem[] {
  return dispute === undefined ? UNTYPED : ITEMS.get(dispute)!;
}
