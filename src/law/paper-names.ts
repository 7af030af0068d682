import { CHANNEL_TRAITS } from '../knowledge/built/channels.ts';
import { type Channel, CHANNELS, type DocumentId, EXTRA_DOCUMENTS } from '../model/dispute.ts';

/** Has the document a door of its own? */
export const isChannel = (document: DocumentId): document is Channel => document in CHANNELS;

/** What a document is called, in titles, lists, steps and other documents alike: `投诉函`, `解除合同通知`. */
export const paperName = (document: DocumentId): string =>
  isChannel(document) ? CHANNEL_TRAITS[document].paper : EXTRA_DOCUMENTS[document].label;
