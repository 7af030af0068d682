// The one thing that the model takes from knowledge: the names, which import nothing themselves.
import { CHANNELS, DISPUTES, EXTRA_DOCUMENTS, STEP_IDS } from '../knowledge/built/names.ts';

/**
 * What went wrong, the doors it can be taken to, and the documents that are no channel of their own, each with
 * the words shown to the buyer. Ids are part of the JSON contract; each is the name of a file under
 * `knowledge/disputes`, `knowledge/channels` or `knowledge/documents`.
 */
export { CHANNELS, DISPUTES, EXTRA_DOCUMENTS };

/** The documents whose step a buyer may take in his own words. */
export type OwnStep = (typeof STEP_IDS)[number];
export const OWN_STEPS: readonly OwnStep[] = STEP_IDS;

export type Dispute = keyof typeof DISPUTES;
export const DISPUTE_IDS = Object.keys(DISPUTES) as Dispute[];

/** What the buyer wants. */
export const DEMANDS = {
  refund: { label: '退款' },
  replace: { label: '更换可用的商品' },
  deliver: { label: '按约定交付' },
  compensate: { label: '赔偿损失' },
  restore: { label: '恢复账号或服务' },
} as const;

export type Demand = keyof typeof DEMANDS;
export const DEMAND_IDS = Object.keys(DEMANDS) as Demand[];

export type Channel = keyof typeof CHANNELS;
export const CHANNEL_IDS = Object.keys(CHANNELS) as Channel[];

export type DocumentId = Channel | keyof typeof EXTRA_DOCUMENTS;
export const DOCUMENT_IDS = [...CHANNEL_IDS, ...Object.keys(EXTRA_DOCUMENTS)] as DocumentId[];
