import { type Channel } from '../model/dispute.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { route } from '../rulebook/route.ts';
import { situationOf } from '../rulebook/situation-of.ts';

/** The channels to write to, those that are open now first, with why. Never empty. */
export function channelsToWrite(snapshot: CaseSnapshot): { id: Channel; why?: string }[] {
  const order = { now: 0, later: 1, blocked: 2, done: 3 } as const;
  return route(situationOf(snapshot))
    .channels.filter((channel) => channel.status === 'now' || channel.status === 'later')
    .toSorted((a, b) => order[a.status] - order[b.status])
    .map((channel) => ({ id: channel.id, ...(channel.reasons[0] ? { why: channel.reasons[0].text } : {}) }))
    .concat([{ id: 'merchant' }])
    .filter((channel, i, all) => all.findIndex((other) => other.id === channel.id) === i);
}
