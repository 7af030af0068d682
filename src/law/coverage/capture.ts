import { CAPTURE_OF, SHARED_CAPTURE, UNTYPED_CAPTURE } from '../../knowledge/built/proof.ts';
import type { CaptureRow } from '../../knowledge/schema/proof.ts';
import type { Dispute } from '../../model/dispute.ts';

/** What must be captured before the other side deletes it, most urgent first; without a type what all types need. */
export function captureNow(dispute: Dispute | undefined): CaptureRow[] {
  const entries = dispute === undefined ? UNTYPED_CAPTURE : CAPTURE_OF[dispute];
  return entries.map((entry) => (typeof entry === 'string' ? SHARED_CAPTURE[entry]! : entry));
}
