import { type Contact } from '../../model/contact.ts';
import { type Channel, CHANNELS } from '../../model/dispute.ts';
import { chinaDay, type Day, epochOf, type Moment } from '../../model/moment.ts';
import { type Deadline } from '../../model/outcome.ts';
import { type CaseSnapshot } from '../../model/snapshot.ts';
import { type ClockStart } from './count.ts';
import { promiseDeadline, runClocks } from './run.ts';
import { filingsOf } from '../route/situation-of.ts';
import { type Filing, type FilingStatus } from '../route/situation.ts';

/** A filing with the contacts that belong to it, in the order of time. */
interface Episode extends Filing {
  contacts: Contact[];
  /** The day of filing as a moment when the log has it. */
  at: Day | Moment;
  key: string;
}

function episodesOf(snapshot: CaseSnapshot): Episode[] {
  const filings = filingsOf(snapshot.contacts);
  const inOrder = snapshot.contacts.toSorted((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no);
  return filings.map((filing) => {
    const next = filings.find((other) => other.channel === filing.channel && other.on > filing.on);
    const contacts = inOrder.filter((contact) => {
      const day = contact.filedOn ?? chinaDay(contact.at);
      return contact.channel === filing.channel && day >= filing.on && (!next || day < next.on);
    });
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
const AT_DOORS: readonly {
  channels: readonly Channel[];
  while: readonly FilingStatus[];
  rule: string;
  start: keyof typeof STARTS;
  note?: string;
}[] = [
  { channels: ['regulator'], while: ['filed'], rule: 'REG-01', start: 'received' },
  { channels: ['regulator'], while: ['accepted'], rule: 'REG-02', start: 'accepted' },
  { channels: ['report'], while: ['filed'], rule: 'REG-07', start: 'received' },
  { channels: ['platform', 'platform_operator'], while: ['filed'], rule: 'PDEF-02', start: 'not_replied' },
  {
    channels: ['platform', 'platform_operator', 'payment'],
    while: ['filed', 'accepted'],
    rule: 'PDEF-03',
    start: 'last_contact',
  },
  { channels: ['platform', 'platform_operator'], while: ['accepted', 'settled'], rule: 'PDEF-05', start: 'answered' },
  {
    channels: ['merchant'],
    while: ['filed', 'accepted'],
    rule: 'PLT-12',
    start: 'filed',
    note: '自提出要求之日起算，书面提出才好证明',
  },
  {
    channels: ['association', 'mediation'],
    while: ['settled'],
    rule: 'CT-16',
    start: 'answered',
    note: '按达成协议之日起算，以协议写明的生效日为准',
  },
  { channels: ['police'], while: ['filed'], rule: 'POL-05', start: 'filed' },
  {
    channels: ['police'],
    while: ['accepted'],
    rule: 'POL-09',
    start: 'accepted',
    note: '只适用于治安案件，自立案之日起算',
  },
  { channels: ['police'], while: ['refused'], rule: 'POL-07', start: 'answered', note: '自收到不予立案通知书起算' },
  { channels: ['court'], while: ['filed'], rule: 'CT-05', start: 'filed' },
  { channels: ['court'], while: ['accepted'], rule: 'CT-09', start: 'accepted', note: '适用哪种程序以法院通知为准' },
  {
    channels: ['court'],
    while: ['refused'],
    rule: 'CT-14',
    start: 'answered',
    note: '自文书送达起算，小额诉讼不能上诉',
  },
];

/** Periods of these rules start from later events, which the log does not show. */
const ONLY_CLOCKS: Readonly<Record<string, readonly string[]>> = { 'POL-07': ['reconsider'] };

function contactPromise(contact: Contact, today: Day): Deadline | undefined {
  const by = contact.promisedBy ?? contact.reading.promise?.by;
  if (by === undefined || by === null) return undefined;
  return promiseDeadline(
    { by, said: contact.at, what: `${CHANNELS[contact.channel].label}承诺的期限`, key: `contact-${contact.no}` },
    today,
  );
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
    const replaced = episodes.some((other) => other.channel === episode.channel && other.on > episode.on);
    if (replaced) continue;
    for (const row of AT_DOORS) {
      if (!row.channels.includes(episode.channel) || !row.while.includes(episode.status)) continue;
      const start: ClockStart | undefined = STARTS[row.start](episode);
      if (!start) continue;
      const note = start.note ?? row.note;
      deadlines.push(...runClocks(row.rule, { ...start, note }, snapshot, ONLY_CLOCKS[row.rule]));
    }
  }
  return deadlines;
}

/** The newest day on which the merchant was asked to perform, as far as the log shows it in writing. */
export function lastDemand(contacts: readonly Contact[]): { on: Day; no: number } | undefined {
  return contacts
    .filter(
      (contact) => contact.channel === 'merchant' && (contact.filedOn !== undefined || contact.letter !== undefined),
    )
    .map((contact) => ({ on: contact.filedOn ?? chinaDay(contact.at), no: contact.no }))
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1);
}
