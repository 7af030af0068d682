import { lawDaysOf } from '../law/route/law-days.ts';
import { statuteTitle } from '../law/rules/statutes.ts';
import { exhibitName, fieldOf, spanOfTalk } from '../letters/story/exhibits.ts';
import { citeGround, type GroundKey } from '../letters/story/law.ts';
import { printable, unstopped } from '../letters/values/marks.ts';
import { reckon } from '../letters/values/reckoning.ts';
import { choicesOf } from '../letters/values/show.ts';
import { promisedIn } from '../letters/values/values.ts';
import { SENT_BY } from '../model/contact.ts';
import { factSpec, standingValue, type FactKey } from '../model/facts.ts';
import { parseFen } from '../model/money.ts';
import { chinaDay, isDay, letterTime, showMoment } from '../model/moment.ts';
import type { Origin } from '../model/origin.ts';
import type { CaseSnapshot, ExhibitSummary } from '../model/snapshot.ts';
import { bareWords, readTokens } from './tokens.ts';

/** What stands at an origin in the case as it is now, in the form it is compared in. */
export interface Standing {
  /** `part`: a stretch of these words is enough. `act`: that it is logged is enough. */
  as: 'money' | 'time' | 'words' | 'part' | 'act';
  /** One of these must stand in the text. */
  values: string[];
}

const words = (value: string | undefined): Standing | undefined =>
  value === undefined || value === '' ? undefined : { as: 'words', values: [value] };
const time = (value: string | undefined): Standing | undefined =>
  value === undefined ? undefined : { as: 'time', values: [value] };

function factValue(key: FactKey, value: string): Standing {
  const choices = choicesOf(key, value);
  if (choices) return { as: 'words', values: [...choices, choices.join('、')] };
  const { type } = factSpec(key);
  return { as: type === 'money' ? 'money' : type === 'moment' ? 'time' : 'words', values: [value] };
}

function atFact(key: FactKey, snapshot: CaseSnapshot): Standing | undefined {
  const value = key === 'dispute' ? snapshot.dispute : standingValue(snapshot.facts, key);
  return value === undefined ? undefined : factValue(key, value);
}

function atExhibit(
  origin: Extract<Origin, { from: 'exhibit' }>,
  exhibit: ExhibitSummary | undefined,
  snapshot: CaseSnapshot,
): Standing | undefined {
  if (!exhibit || exhibit.withdrawn || exhibit.foreign) return undefined;
  switch (origin.part) {
    case 'no':
      return { as: 'words', values: [`证据${exhibit.no}`, String(exhibit.no)] };
    case 'name':
      return words(exhibitName(exhibit));
    case 'talk':
      return words(spanOfTalk(exhibit));
    case 'message':
      return time(exhibit.reading?.messages?.[origin.message]?.at);
    case 'field': {
      const value = fieldOf(snapshot, exhibit, origin.key);
      return value === undefined ? undefined : factValue(origin.key, value);
    }
  }
}

function atContact({ no, part }: Extract<Origin, { from: 'contact' }>, snapshot: CaseSnapshot): Standing | undefined {
  const contact = snapshot.contacts.find((one) => one.no === no);
  if (!contact) return undefined;
  switch (part) {
    case 'promisedBy':
      return time(promisedIn(contact));
    case 'at':
    case 'filedOn':
    case 'sentOn':
    case 'arrivedOn':
      return time(contact[part]);
    case 'sentBy':
      return words(contact.sentBy && SENT_BY[contact.sentBy].by);
    case 'act':
      return { as: 'act', values: [] };
    default:
      return words(contact[part]);
  }
}

function atRule(
  { ground, part, onDay }: Extract<Origin, { from: 'rule' }>,
  snapshot: CaseSnapshot,
): Standing | undefined {
  const law = citeGround(ground as GroundKey, { ...lawDaysOf(snapshot), today: onDay });
  if (!law) return undefined;
  if (part === 'word') return { as: 'part', values: [law.says] };
  return words(part === 'title' ? statuteTitle(law.statute) : law[part]);
}

/**
 * Looks up what an origin holds in the case now.
 * @returns undefined when it is not there any more
 */
export function standingAt(origin: Origin, snapshot: CaseSnapshot): Standing | undefined {
  switch (origin.from) {
    case 'fact':
      return atFact(origin.key, snapshot);
    case 'exhibit':
      return atExhibit(
        origin,
        snapshot.exhibits.find((exhibit) => exhibit.no === origin.no),
        snapshot,
      );
    case 'contact':
      return atContact(origin, snapshot);
    case 'letter':
      // A letter that was written is not yet an act.
      return undefined;
    case 'rule':
      return atRule(origin, snapshot);
    case 'platformRule':
      return words(snapshot.platformRules.findLast((rule) => rule.key === origin.key)?.[origin.part]);
    case 'counted':
      return words(reckon(origin.reckoning, snapshot));
    case 'drafter':
    case 'template':
    case 'person':
      return undefined;
  }
}

/** Is what stands in stars, or before `…`, the value with something left out? */
function sameBut(shown: string, value: string): boolean {
  const [head] = shown.split('…');
  const clipped = shown.endsWith('…') && head !== '';
  const whole = bareWords(value);
  if (!shown.includes('*')) return clipped && whole.startsWith(bareWords(head!));
  const parts = bareWords(clipped ? head! : shown)
    .split(/\*+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}${clipped ? '' : '$'}`, 'u').test(whole);
}

function sameTime(shown: string, value: string): boolean {
  const [token, ...more] = readTokens(shown).filter((one) => one.kind === 'date');
  if (!token || more.length > 0) return false;
  const day = chinaDay(value);
  if (token.value !== day && !(token.value.length === 5 && day.endsWith(token.value))) return false;
  return token.time === undefined || (!isDay(value) && showMoment(value).slice(11).startsWith(token.time));
}

/** Does a text show what stands there? Clipped, masked, without its full stop or with less of a date it still does. */
export function shows(shown: string, standing: Standing): boolean {
  if (standing.as === 'act') return true;
  const text = printable(shown);
  return standing.values.some((value) => {
    switch (standing.as) {
      case 'money':
        return parseFen(text) !== undefined && parseFen(text) === parseFen(value);
      case 'time':
        return sameTime(text, value);
      case 'part':
        return value.includes(text);
      case 'act':
        return true;
      case 'words': {
        const whole = printable(value);
        return text === whole || text === unstopped(whole) || sameBut(text, whole);
      }
    }
  });
}

/** The value as a letter would write it: what to put there instead. */
export function suggestionOf(standing: Standing | undefined): string {
  const [value] = standing?.values ?? [];
  if (value === undefined || standing!.as === 'part') return '';
  if (standing!.as === 'money') return `${printable(value)}元`;
  return standing!.as === 'time' ? letterTime(value) : printable(value);
}
