import { standingContacts, type Contact } from '../../model/contact.ts';
import { chinaDay, type Day, type Moment } from '../../model/moment.ts';
import { standingValue } from '../../model/facts.ts';
import { readingsIn } from '../../model/reading.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import type { OpenCase } from './open-case.ts';
import { hear, resultOf } from './hear-answer.ts';
import { snapshotOf } from './snapshot.ts';

/** One message of the other side on an exhibit, which no contact has. */
export interface ShownAnswer {
  exhibit: number;
  at?: Moment | Day;
  said: string;
  /** What its words come to: nothing, something, or something that binds or ends the matter. */
  weight: 0 | 1 | 2;
  /** The screen is of a talk with the shop of this case. */
  ofShop: boolean;
}

/** What the other side says on these exhibits, as they show it, and nobody has logged. */
export function shownAnswers(file: OpenCase, exhibits: readonly number[]): ShownAnswer[] {
  return answersIn(snapshotOf(file), exhibits);
}

/**
 * Of what was just taken in: is there an answer to what the buyer has handed in or sent? What was said before is no
 * answer to it, and words without a weight are none. Many a window of customer service shows no day: there he is asked.
 */
export function newAnswers(file: OpenCase, exhibits: readonly number[]): ShownAnswer[] {
  const snapshot = snapshotOf(file);
  const since = firstStep(snapshot.contacts);
  if (since === undefined) return [];
  const later = answersIn(snapshot, exhibits).filter(({ at }) => at === undefined || chinaDay(at) >= since);
  return later.some(({ weight }) => weight > 0) ? later : [];
}

/** Of several messages the one that most is in: the newest of those that bind, else of those that say anything. */
export function weightiest(answers: readonly ShownAnswer[]): ShownAnswer | undefined {
  const most = Math.max(...answers.map(({ weight }) => weight));
  return answers.findLast(({ weight }) => weight === most);
}

function answersIn({ exhibits, contacts, facts, now }: CaseSnapshot, only: readonly number[]): ShownAnswer[] {
  const logged = standingContacts(contacts).flatMap(({ said }) => said ?? []);
  const shop = standingValue(facts, 'merchant');
  return exhibits.flatMap(({ no, reading, withdrawn, foreign }) => {
    if (!only.includes(no) || withdrawn || foreign || !reading) return [];
    const readings = readingsIn(reading);
    const ofShop = readings.some(({ fields, messages = [] }) =>
      [
        ...fields.map(({ key, value }) => (key === 'merchant' ? value : '')),
        ...messages.map(({ sender }) => sender),
      ].some((name) => name !== undefined && name === shop),
    );
    return readings
      .flatMap(({ messages = [] }) => messages)
      .filter(({ side, sender }) => side === 'other' || (side === 'unknown' && sender !== undefined && sender === shop))
      .map(({ at, text }) => ({ at, said: inOneLine(text) }))
      .filter(({ said }) => said !== '' && !logged.some((one) => one.includes(said)))
      .map(({ at, said }) => ({
        exhibit: no,
        ...(at === undefined ? {} : { at }),
        said,
        weight: weightOf(said, at ?? now),
        ofShop,
      }));
  });
}

/** A bubble breaks a sentence where it is full: between Chinese letters nothing stood there. */
const inOneLine = (text: string): string =>
  text
    .trim()
    .replaceAll(/(?<=[\p{Script=Han}，。！？；：、])\s*\n\s*/gu, '')
    .replaceAll(/\s*\n\s*/g, ' ');

function weightOf(said: string, at: Moment | Day): ShownAnswer['weight'] {
  const { reading, seller } = hear({ said }, at);
  const result = resultOf({}, reading);
  if (result === 'none') return reading.like !== undefined || Object.keys(seller).length > 0 ? 1 : 0;
  return result === 'vague' ? 1 : 2;
}

/** The day from which there is something to answer. */
const firstStep = (contacts: readonly Contact[]): Day | undefined =>
  standingContacts(contacts)
    .flatMap(({ filedOn, sentOn }) => [filedOn, sentOn].filter((day) => day !== undefined))
    .toSorted()[0];
