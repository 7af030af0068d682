import { join } from 'node:path';
import { channelSchema } from '../../src/knowledge/schema/channel.ts';
import { disputeSchema } from '../../src/knowledge/schema/dispute.ts';
import { extraDocumentSchema } from '../../src/knowledge/schema/document.ts';
import { failureSchema, sharedCaptureSchema, sharedProofSchema } from '../../src/knowledge/schema/proof.ts';
import { disputeModules } from './disputes.ts';
import { documentModules, type FoundDocument } from './documents.ts';
import { knownLaw } from './known-law.ts';
import { routeModules } from './route.ts';
import type { Subject } from './subject.ts';

/**
 * `knowledge/disputes`, `knowledge/channels`, `knowledge/documents` and `knowledge/route`. They are read
 * together: a dispute says what a document cites, a channel brings its document, a row names the doors.
 */
export const matters: Subject = (source) => {
  const law = knownLaw(source);
  if (!law) return [];
  const byOrder = (a: { data: { order: number } }, b: { data: { order: number } }): number =>
    a.data.order - b.data.order;
  const disputes = source.folder('disputes', disputeSchema).toSorted(byOrder);
  const channels = source.folder('channels', channelSchema).toSorted(byOrder);
  const extra = source.folder('documents', extraDocumentSchema).toSorted(byOrder);
  const shared = (name: string): string => join(source.root, 'disputes', 'shared', name);
  const proof = source.yaml(shared('proof.yaml'), sharedProofSchema);
  const capture = source.yaml(shared('capture.yaml'), sharedCaptureSchema);
  const failure = source.yaml(shared('failure.yaml'), failureSchema);
  const whole =
    [...disputes, ...channels, ...extra].length ===
    ['disputes', 'channels', 'documents'].flatMap((folder) => source.list(folder, '.yaml')).length;
  const routes = routeModules(source, channels, law);
  // What one file says of another is only looked at when all of them can be read.
  if (!proof || !capture || !failure || !whole) return routes;
  const documents: FoundDocument[] = [
    ...channels.map((file) => ({ id: file.name, data: file.data.document, file, place: ['document'] })),
    ...extra.map((file) => {
      const { handedTo, barredWith, readAt, against, asksForAnswer, told, awaits } = file.data;
      return {
        id: file.name,
        data: file.data,
        file,
        place: [],
        handedTo,
        barredWith,
        readAt,
        against,
        asksForAnswer,
        told,
        awaits,
      };
    }),
  ];
  return [
    ...disputeModules(source, disputes, { proof, capture }, failure.data.any),
    ...routes,
    ...documentModules(source, documents, disputes, channels, law),
  ];
};
