import { boundUntil, type Contact } from '../../model/contact.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { CHANNEL_IDS, CHANNELS, type DocumentId } from '../../model/dispute.ts';
import { chinaDay, type Day, epochOf, type Moment } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import type { ClockStart } from './count.ts';
import { promiseDeadline, runClocks } from './run.ts';
import { caseLog, isRequest, isWithdrawn } from '../route/situation-of.ts';
import type { Filing } from '../route/situation.ts';

/** A filing with the contacts that belong to it, in the order of time. */
interface Episode extends Filing {
  contacts: Contact[];
  /** The day of filing as a moment when the log has it. */
  at: Day | Moment;
  key: string;
}

function episodesOf(snapshot: CaseSnapshot): Episode[] {
  return caseLog(snapshot).map(({ filing, contacts: logged }) => {
    // What was said before it was handed in is none of its answers.
    const contacts = logged.filter((contact) => (contact.filedOn ?? chinaDay(contact.at)) >= filing.on);
    const opening = contacts[0];
    const at = opening && chinaDay(opening.at) === filing.on ? opening.at : filing.on;
    return { ...filing, contacts, at, key: opening ? `contact-${opening.no}` : `${filing.channel}-${filing.on}` };
  });
}

const lastOf = (episode: Episode, key: 'receivedOn' | 'acceptedOn'): Day | undefined =>
  episode.contacts.findLast((contact) => contact[key] !== undefined)?.[key];

/** Where a clock of a filing starts; undefined when that has not happened. */
const STARTS = {
  filed: (episode) => ({ at: episode.at, key: episode.key }),
  received: (episode) => {
    const at = lastOf(episode, 'receivedOn');
    if (at !== undefined) return { at, key: episode.key };
    return { at: episode.on, key: episode.key, note: '按提交日起算，是最早的一天；转到有处理权限的部门才真正起算' };
  },
  accepted: (episode) => ({ at: lastOf(episode, 'acceptedOn') ?? episode.answeredOn ?? episode.on, key: episode.key }),
  answered: (episode) => (episode.answeredOn === undefined ? undefined : { at: episode.answeredOn, key: episode.key }),
  not_replied: (episode) => {
    if (episode.contacts.some((contact) => contact.result !== 'none')) return undefined;
    return { at: episode.at, key: episode.key };
  },
  last_contact: (episode) => {
    const last = episode.contacts.at(-1);
    return last && { at: chinaDay(last.at) < episode.on ? episode.on : chinaDay(last.at), key: episode.key };
  },
} as const satisfies Record<string, (episode: Episode) => ClockStart | undefined>;

/** Which clocks run at which door, from what, and while the filing stands how. */
const AT_DOORS = CHANNEL_IDS.flatMap((channel) =>
  CHANNEL_TRAITS[channel].clocks.map((clock) => ({ ...clock, channel })),
);

function contactPromise(contact: Contact, today: Day): Deadline | undefined {
  const by = contact.promisedBy ?? boundUntil(contact.reading);
  if (by === undefined) return undefined;
  const what = CHANNEL_TRAITS[contact.channel].appoints?.what ?? `${CHANNELS[contact.channel].label}承诺的期限`;
  return promiseDeadline({ by, said: contact.at, what, key: `contact-${contact.no}` }, today);
}

function promisesOf(snapshot: CaseSnapshot, episodes: readonly Episode[]): Deadline[] {
  const deadlines: Deadline[] = [];
  const settled = new Set(episodes.filter((episode) => episode.status === 'settled').map((episode) => episode.channel));
  for (const channel of new Set(snapshot.contacts.map((contact) => contact.channel))) {
    if (settled.has(channel)) continue;
    const promises = snapshot.contacts
      .filter((contact) => contact.channel === channel)
      .toSorted((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no)
      .flatMap((contact) => contactPromise(contact, snapshot.today) ?? []);
    const promise = promises.at(-1);
    if (!promise) continue;
    deadlines.push(promise);
    if (channel !== 'merchant') continue;
    const key = `promise-${promise.id.split(':contact-')[1]}`;
    deadlines.push(...runClocks('PLT-12', { at: promise.due, key, note: '自承诺的期限届满起算' }, snapshot));
  }
  return deadlines;
}

/** The clocks that filings, answers and promises have started and nothing has stopped. */
export function filingDeadlines(snapshot: CaseSnapshot): Deadline[] {
  const episodes = episodesOf(snapshot);
  const deadlines = promisesOf(snapshot, episodes);
  for (const episode of episodes) {
    const sameDoor = episodes.filter((other) => other.channel === episode.channel);
    const later = (stage: string | undefined): boolean =>
      sameDoor.some((other) => other.stage === stage && other.on > episode.on);
    // A complaint that was handed in anew leaves its older refusal, and the steps against it, behind.
    if (later(episode.stage) || later(undefined) || isWithdrawn(episode, snapshot)) continue;
    const opening = episode.contacts.find(({ filedOn }) => filedOn !== undefined);
    const request = opening !== undefined && isRequest(opening, snapshot.letters);
    const taken = new Set(sameDoor.filter(({ on }) => on >= episode.on).map(({ stage }) => stage));
    for (const row of AT_DOORS) {
      if (row.channel !== episode.channel || !row.while.includes(episode.status)) continue;
      if (row.step !== episode.stage || (row.until !== undefined && taken.has(row.until as DocumentId))) continue;
      // How soon a complaint is answered says nothing of a request, whose paper has a day of its own.
      if (request && row.start === 'not_replied') continue;
      const start: ClockStart | undefined = STARTS[row.start](episode);
      if (!start || (row.inWriting && episode.inWriting !== true)) continue;
      const note = start.note ?? row.note;
      const run = runClocks(row.rule, { ...start, note }, snapshot, row.only);
      // Several doors are looked at on one day: each says which it is.
      const named = (what: string): string =>
        row.start === 'last_contact' ? `${CHANNELS[episode.channel].label}：${what}` : what;
      deadlines.push(...run.map((one) => ({ ...one, what: named(one.what) })));
    }
  }
  return deadlines;
}
