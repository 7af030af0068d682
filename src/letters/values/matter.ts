import { DISPUTE_TRAITS } from '../../knowledge/built/disputes.ts';
import { PLACED_LAWS } from '../../knowledge/built/document-settings.ts';
import type { DisputeTraits } from '../../knowledge/schema/dispute.ts';
import type { Dispute, DocumentId } from '../../model/dispute.ts';
import type { GroundKey } from '../../law/rules/grounds.ts';

interface Matter {
  dispute?: Dispute;
}

/** What the type of dispute means for a letter; nothing while the type is not known. */
export function matterOf({ dispute }: Matter): Partial<DisputeTraits> {
  return dispute === undefined ? {} : DISPUTE_TRAITS[dispute];
}

/** The law of the dispute for a document that puts it in its place itself. */
export function placedLaws(document: DocumentId, { dispute }: Matter): readonly GroundKey[] {
  const laws = dispute === undefined ? undefined : PLACED_LAWS[document]?.[dispute];
  // That these grounds exist is checked when knowledge is built.
  return (laws ?? []) as readonly GroundKey[];
}
