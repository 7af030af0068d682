import { captureNow } from '../../law/coverage/capture.ts';
import { proofWanted, type WantedProof } from '../../law/coverage/coverage.ts';
import type { Dispute } from '../../model/dispute.ts';

/** What proves a dispute of this type, and what to capture before the other side takes it down. */
export function wantedProof(dispute: Dispute | undefined): {
  proof: WantedProof[];
  capture: { what: string; why: string }[];
} {
  return { proof: proofWanted(dispute), capture: captureNow(dispute) };
}
