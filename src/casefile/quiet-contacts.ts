import type { Statement } from 'better-sqlite3';
import type { Channel } from '../model/dispute.ts';
import { addDays, CHINA_OFFSET, chinaDay, chinaMoment, epochOf, type Day, type Moment } from '../model/moment.ts';
import { standingContacts, type Contact, type Result } from '../model/contact.ts';
import type { CaseFile } from './case-file.ts';
import { QUIET } from './contacts-schema.ts';
import { contactsWhere } from './contacts.ts';

/** A log as far as something follows from it. */
export interface TellingContacts {
  contacts: Contact[];
  /** Quiet ones that were left out and that no exhibit shows. */
  quiet: number;
}

/** Between two times of the log; `no` parts those of one time. */
type Place = readonly [at: string, no: number];

/** Sorts behind all texts that begin as what stands before it. */
const BEHIND = '\uffff';
const START: Place = ['', 0];
const END: Place = [BEHIND, 0];

/** Of these no other text says the same moment, and each sorts where it is. */
const SORTS_AS_TIME = /T\d\d:\d\d:(?!00)\d\d\+08:00$/;
const ROWS_A_STEP = 50;
/** `2026-11-20T14:00`: what all texts of this minute begin with. */
const minuteOf = (at: Moment | Day): string => (at.endsWith(CHINA_OFFSET) ? at : chinaMoment(epochOf(at))).slice(0, 16);

const STANDING = 'NOT EXISTS (SELECT 1 FROM contacts newer WHERE newer.corrects = contacts.no)';

/**
 * The contacts that rules come to the same with as with all: each that is not quiet and, of the quiet ones at its door
 * with one result, the first and the last between any two of those and on any day that they name.
 * @param rowsAStep so many rows are read in the time of one step in the index
 */
export function tellingContacts(file: CaseFile, rowsAStep = ROWS_A_STEP): TellingContacts {
  return file.readTogether(() => {
    const all = count(file, 'contacts');
    if (all === 0) return { contacts: [], quiet: 0 };
    const logged = contactsWhere(file, `NOT (${QUIET})`);
    const replaced = logged.flatMap(({ corrects }) => corrects ?? []);
    const telling = standingContacts(logged);
    const kept = new Set<number>();
    for (const channel of channelsOf(file)) {
      const own = telling.filter((contact) => contact.channel === channel);
      const places = placesOf(own);
      const quietAt = places.length * rowsAStep > all ? readQuiet : askedQuiet;
      for (const result of ['none', 'vague'] as const) keepEnds(quietAt(file, channel, result), places, kept);
    }
    const quiet = contactsWhere(file, 'no IN (SELECT value FROM json_each(?))', JSON.stringify([...kept]));
    const replacedQuiet = count(
      file,
      `contacts WHERE no IN (SELECT value FROM json_each(?)) AND ${QUIET}`,
      JSON.stringify(replaced),
    );
    const standingQuiet = all - logged.length - replacedQuiet;
    const shown = count(
      file,
      `contacts WHERE no IN (SELECT contact FROM contact_exhibits) AND ${STANDING} AND ${QUIET}`,
    );
    const contacts = [...telling, ...quiet].toSorted((a, b) => (a.at === b.at ? a.no - b.no : a.at < b.at ? -1 : 1));
    const keptBare = quiet.filter(({ exhibits }) => exhibits.length === 0).length;
    return { contacts, quiet: standingQuiet - shown - keptBare };
  });
}

const count = (file: CaseFile, sql: string, ...values: unknown[]): number =>
  file
    .prepare(`SELECT count(*) FROM ${sql}`)
    .pluck()
    .get(...values) as number;

/** How many contacts count. */
export function countContacts(file: CaseFile): number {
  // Each that takes one back is one that does not count, or stands in the place of one that does not.
  const sql = `SELECT (SELECT count(*) FROM contacts)
    - (SELECT count(DISTINCT corrects) FROM contacts WHERE corrects IS NOT NULL)
    - (SELECT count(*) FROM contacts WHERE corrects IS NOT NULL AND struck_why IS NOT NULL AND ${STANDING}) AS n`;
  return (file.read(() => file.prepare(sql).get()) as { n: number }).n;
}

/** The newest contacts that count, oldest first. */
export function newestContacts(file: CaseFile, count: number): Contact[] {
  return contactsWhere(
    file,
    `no IN (SELECT no FROM contacts WHERE struck_why IS NULL AND ${STANDING} ORDER BY at DESC, no DESC LIMIT ?)`,
    count,
  );
}

/** The doors with quiet contacts; each is found by a step in the index. */
function channelsOf(file: CaseFile): Channel[] {
  const next = file.prepare(`SELECT min(channel) AS channel FROM contacts WHERE channel > ? AND ${QUIET}`);
  const channels: Channel[] = [];
  for (let last = ''; ;) {
    const { channel } = next.get(last) as { channel: Channel | null };
    if (channel === null) return channels;
    channels.push(channel);
    last = channel;
  }
}

/** Where the quiet ones are parted: at each of the others, and where a day begins or ends that one of them names. */
function placesOf(own: readonly Contact[]): Place[] {
  const days = new Set<Day>();
  for (const { at, promisedBy, ...contact } of own) {
    days.add(chinaDay(at));
    if (promisedBy !== undefined) days.add(chinaDay(promisedBy));
    for (const key of ['filedOn', 'receivedOn', 'acceptedOn', 'sentOn', 'arrivedOn'] as const) {
      const day = contact[key];
      if (day !== undefined) days.add(day);
    }
  }
  const places: Place[] = own.map(({ at, no }) => [at, no]);
  for (const day of days) places.push([day, 0], [addDays(day, 1), 0]);
  // One minute can be written in several ways, whose texts sort otherwise than their times.
  for (const { at } of own) {
    if (SORTS_AS_TIME.test(at)) continue;
    const minute = minuteOf(at);
    places.push([minute, 0], [`${minute}${BEHIND}`, 0]);
  }
  return places.toSorted(([at, no], [other, otherNo]) => (at === other ? no - otherNo : at < other ? -1 : 1));
}

/** The quiet contacts at one door with one result, found by their place among the others. */
interface Quiet {
  /** The first behind a place. */
  first(behind: Place): Place | undefined;
  /** The last before a place. */
  last(before: Place): Place | undefined;
}

const QUIET_AT = `SELECT at, no FROM contacts WHERE channel = ? AND result = ? AND ${QUIET} AND ${STANDING}`;

/** Each is a step in the index: for a long log in which little is told. */
function askedQuiet(file: CaseFile, channel: Channel, result: Result): Quiet {
  // One bound each: of two SQLite takes one to find the place and walks to the other.
  const ask = (bound: string, order: string): Statement =>
    file.prepare(`${QUIET_AT} AND (at, no) ${bound} (?, ?) ORDER BY ${order} LIMIT 1`).raw();
  const first = ask('>', 'at, no');
  const last = ask('<', 'at DESC, no DESC');
  return {
    first: (behind) => first.get(channel, result, ...behind) as Place | undefined,
    last: (before) => last.get(channel, result, ...before) as Place | undefined,
  };
}

/** All are read once: where much is told between them, to ask for each would take longer. */
function readQuiet(file: CaseFile, channel: Channel, result: Result): Quiet {
  const all = file.prepare(`${QUIET_AT} ORDER BY at, no`).raw().all(channel, result) as Place[];
  /** How many lie before what the test holds of first. */
  const countBefore = (isThere: (one: Place) => boolean): number => {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isThere(all[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    first: (behind) => all[countBefore((one) => isBefore(behind, one))],
    last: (before) => all[countBefore((one) => !isBefore(one, before)) - 1],
  };
}

function keepEnds({ first, last }: Quiet, places: readonly Place[], kept: Set<number>): void {
  for (let from = START, i = 0; ;) {
    const found = first(from);
    if (!found) return;
    // On to the stretch that the next one lies in: where there are none nothing is asked.
    while (i < places.length && isBefore(places[i]!, found)) i++;
    const to = places[i] ?? END;
    for (const [at, no] of [found, last(to)!]) {
      kept.add(no);
      const other = otherText(at);
      if (other === undefined) continue;
      // The same moment in other words is first when its number is.
      const twin = first([other, 0]);
      if (twin?.[0] === other) kept.add(twin[1]);
    }
    from = to;
    if (to === END) return;
  }
}

/** `T14:00` for `T14:00:00` and the other way; undefined for other times. */
function otherText(at: string): string | undefined {
  const [, minute, seconds] = /^(.{10}T\d\d:\d\d)(:00)?\+08:00$/.exec(at) ?? [];
  return minute === undefined ? undefined : `${minute}${seconds === undefined ? ':00' : ''}${CHINA_OFFSET}`;
}

const isBefore = ([at, no]: Place, [other, otherNo]: Place): boolean => (at === other ? no < otherNo : at < other);
