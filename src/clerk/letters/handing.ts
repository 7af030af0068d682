import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { holdsWhen } from '../../law/route/conditions.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { standingOf } from '../../law/route/standing.ts';
import { sayNumbers } from '../../law/rules/numbers.ts';
import type { DocumentId } from '../../model/dispute.ts';
import type { RuleText } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';

/** How a document that was written is handed in: where, with what, and what to keep of it. */
export function handingOf(snapshot: CaseSnapshot, document: DocumentId): RuleText[] {
  const standing = standingOf(situationOf(snapshot));
  return (DOCUMENT_TRAITS[document].handing ?? [])
    .filter(({ when }) => when === undefined || holdsWhen(when)(standing))
    .map(({ rule, text }) => ({ rule, text: sayNumbers(text, standing.lawDays) }));
}
