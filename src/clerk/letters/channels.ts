import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { snapshotOf } from '../cases/snapshot.ts';
import { CHANNELS, type Channel, type DocumentId } from '../../model/dispute.ts';
import type { ChannelRoute } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { standingValue } from '../../model/facts.ts';
import { route } from '../../law/route/route.ts';
import { turnOf } from '../../law/steps/next-steps.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import type { OpenCase } from '../cases/open-case.ts';

/** The channel that a document goes to; undefined where the case decides. */
export function channelOfDocument(document: DocumentId): Channel | undefined {
  return document in CHANNELS ? (document as Channel) : DOCUMENT_TRAITS[document].handedTo;
}

/** How the way to this channel stands when it is not open now: a letter can be written for it, and its writer should know. */
export function shutChannel(snapshot: CaseSnapshot, document: DocumentId): ChannelRoute | undefined {
  const own = document in CHANNELS;
  const door = own ? document : DOCUMENT_TRAITS[document].barredWith;
  return route(situationOf(snapshot)).channels.find(
    ({ id, status }) => id === door && (status === 'blocked' || (own && status === 'later')),
  );
}

/** The same for a case as it lies there, before anything is written. */
export function doorNow(file: OpenCase, document: DocumentId): ChannelRoute | undefined {
  return shutChannel(snapshotOf(file), document);
}

/** Is there a platform besides the seller that has to know who it is? */
export function platformKnowsSeller(file: OpenCase): boolean {
  const snapshot = snapshotOf(file);
  if (standingValue(snapshot.facts, 'platform') === undefined) return false;
  const site = standingValue(snapshot.facts, 'site');
  return site === undefined || site === 'marketplace' || site === 'social_shop' || site === 'second_hand';
}

/** The channels to write to: the one whose turn it is, then those that are open now, with why. Never empty. */
export function channelsToWrite(file: OpenCase): { id: Channel; why?: string }[] {
  const snapshot = snapshotOf(file);
  // What comes next at a door may be another paper than its complaint.
  const next = turnOf(snapshot);
  const turn = next?.action.includes(`--to ${next.door}`) ? next.door : undefined;
  const rank = ({ id, status }: ChannelRoute): number => (id === turn ? 0 : status === 'now' ? 1 : 2);
  return route(situationOf(snapshot))
    .channels.filter((channel) => channel.status === 'now' || channel.status === 'later')
    .toSorted((a, b) => rank(a) - rank(b))
    .map((channel) => ({ id: channel.id, ...(channel.reasons[0] ? { why: channel.reasons[0].text } : {}) }))
    .concat([{ id: 'merchant' }])
    .filter((channel, i, all) => all.findIndex((other) => other.id === channel.id) === i);
}
