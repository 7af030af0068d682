import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import type { Contact } from '../../model/contact.ts';
import type { Kind } from '../../model/evidence.ts';
import { type Fact, type FactKey, FACTS, maskValue } from '../../model/facts.ts';
import { chinaDay, type Day, epochOf, letterTime } from '../../model/moment.ts';
import { type CaseSnapshot, countedExhibits, type ExhibitSummary, type LetterSummary } from '../../model/snapshot.ts';
import { factStands } from '../coverage/match.ts';
import { lawDaysOf } from '../route/law-days.ts';
import { caseLog } from '../route/situation-of.ts';
import { sayNumbers } from '../rules/numbers.ts';
import { REFUSAL_ANSWERS, type RefusalAnswer } from './refusals-table.ts';

export interface Answered extends RefusalAnswer {
  /** Exhibits of the case that answer the ground. */
  have: number[];
  /** The exhibits that answer it and are not in the case yet, Chinese. */
  wanted: string[];
  /** The facts that answer it and that nobody has told yet. */
  untold: FactKey[];
  /** Both in words. */
  missing: string[];
}

/** For a refusal whose words give no ground that is known: ask for it, and show everything. */
const NO_GROUND: RefusalAnswer = {
  argument: '先要求对方写明依据的规则和事实，再针对理由补材料',
  rules: ['PLT-09'],
  kinds: ['reply'],
  facts: [],
  need: '对方写明理由的书面答复',
};

export const answerFor = (ground: string | undefined): RefusalAnswer =>
  ground === undefined ? NO_GROUND : (REFUSAL_ANSWERS[ground] ?? NO_GROUND);

const ofKind = (exhibits: readonly ExhibitSummary[], kinds: readonly Kind[]): ExhibitSummary[] =>
  exhibits.filter((exhibit) => kinds.includes(exhibit.kind));

/** Where no platform stands between the two, the seller himself has to be found, and no operator is asked for. */
const WITHOUT_PLATFORM: Readonly<Record<string, Pick<RefusalAnswer, 'kinds' | 'facts' | 'need'>>> = {
  address_not_found: {
    kinds: ['identity'],
    facts: ['sellerAddress', 'sellerPhone'],
    need: '写明经营者实际经营地、电话的执照或公示页',
  },
};

function answerHere(ground: string | undefined, { facts }: CaseSnapshot): RefusalAnswer {
  const site = facts.site?.value;
  const alone = site === 'own_site' || site === 'private_chat';
  return { ...answerFor(ground), ...(alone && ground !== undefined ? WITHOUT_PLATFORM[ground] : {}) };
}

/**
 * What answers the ground of a refusal in this case: the argument with its
 * rules, the exhibits at hand, and what is missing.
 */
export function answerToRefusal(ground: string | undefined, snapshot: CaseSnapshot): Answered {
  const answer = answerHere(ground, snapshot);
  const have = ofKind(countedExhibits(snapshot), answer.kinds);
  const untold = answer.facts.filter((key) => !factStands(snapshot.facts, key));
  const wanted = answer.kinds.length > 0 && have.length === 0 ? [answer.need] : [];
  const argument = sayNumbers(answer.argument, lawDaysOf(snapshot));
  return {
    ...answer,
    argument,
    have: have.map(({ no }) => no),
    wanted,
    untold,
    missing: [...wanted, ...untold.map((key) => FACTS[key].label)],
  };
}

/** What was handed in and refused, where the case has it. */
export function refusedLetter(snapshot: CaseSnapshot, contact: Contact): LetterSummary | undefined {
  const own = snapshot.letters.find((letter) => letter.no === contact.letter);
  if (own) return own;
  const filing = snapshot.contacts.findLast(
    (one) => one.channel === contact.channel && one.letter !== undefined && epochOf(one.at) <= epochOf(contact.at),
  );
  const filed = snapshot.letters.find((letter) => letter.no === filing?.letter);
  if (filed) return filed;
  const day = refusedFilingOn(snapshot, contact);
  return snapshot.letters.findLast(
    (letter) => letter.document === contact.channel && chinaDay(letter.writtenAt) <= day,
  );
}

function refusedFilingOn(snapshot: CaseSnapshot, contact: Contact): Day {
  const filed = snapshot.contacts
    .filter(
      (one) => one.channel === contact.channel && one.filedOn !== undefined && epochOf(one.at) <= epochOf(contact.at),
    )
    .map((one) => one.filedOn!)
    .toSorted();
  return filed.at(-1) ?? chinaDay(contact.at);
}

/** The refusals that nothing later at the same door has overtaken, the newest first. */
export function standingRefusals(snapshot: CaseSnapshot): Contact[] {
  const inOrder = snapshot.contacts.toSorted((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no);
  // A step against a refusal, and what is answered to it, leave the refusal as it stands.
  const steps = new Set(caseLog(snapshot).flatMap(({ filing, contacts }) => (filing.stage ? contacts : [])));
  const last = new Map(inOrder.flatMap((contact) => (steps.has(contact) ? [] : [[contact.channel, contact]])));
  return [...last.values()]
    .filter((contact) => contact.result === 'refused')
    .toSorted((a, b) => epochOf(b.at) - epochOf(a.at) || b.no - a.no);
}

export const standingRefusal = (snapshot: CaseSnapshot): Contact | undefined => standingRefusals(snapshot)[0];

/** Facts that a door refuses for when they are missing; worth saying when they are new. */
const SUPPLIED_INSIDE: readonly FactKey[] = ['orderNo', 'tradeNo', 'merchantOrderNo', 'failure', 'failedAt', 'account'];
const SUPPLIED_OFFICES: readonly FactKey[] = [
  ...SUPPLIED_INSIDE,
  'sellerName',
  'sellerAddress',
  'sellerPhone',
  'platformOperator',
  'platformAddress',
];

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Does a letter say a fact? A moment stands in it as letters write it, a number of one's own with its middle hidden. */
function tells(text: string, key: FactKey, value: string): boolean {
  if (text.includes(maskValue(value))) return true;
  return bare(text).includes(bare(FACTS[key].type === 'moment' ? letterTime(value) : value));
}

/** What stands on exhibits that were all handed in was shown with them. */
const isShownBy = ({ sources }: Fact, shown: ReadonlySet<number>): boolean =>
  sources.length > 0 && sources.every(({ exhibit }) => shown.has(exhibit));

/** What the case has that the refused complaint did not show: exhibits, and facts set since. */
export function newSinceRefusal(snapshot: CaseSnapshot, contact: Contact): { exhibits: number[]; facts: FactKey[] } {
  const letter = refusedLetter(snapshot, contact);
  const filedOn = refusedFilingOn(snapshot, contact);
  // The refusal itself, taken in as an exhibit, is not a new argument.
  // Nor is what any letter to that door has listed already.
  const handedIn = snapshot.contacts.filter((one) => one.channel === contact.channel).map((one) => one.letter);
  const listed = snapshot.letters.filter(({ no }) => handedIn.includes(no)).flatMap(({ exhibits }) => exhibits);
  const shown = new Set([...(letter?.exhibits ?? []), ...listed, ...contact.exhibits]);
  // Without the letter only a file that was made after the filing is surely new.
  const isLater = (exhibit: ExhibitSummary): boolean =>
    chinaDay(exhibit.fileModifiedAt ?? exhibit.takenInAt) > filedOn && chinaDay(exhibit.takenInAt) > filedOn;
  const exhibits = countedExhibits(snapshot).filter(
    (exhibit) => !shown.has(exhibit.no) && (letter !== undefined || isLater(exhibit)),
  );
  const supplied = CHANNEL_TRAITS[contact.channel].side === 'office' ? SUPPLIED_OFFICES : SUPPLIED_INSIDE;
  const facts = letter
    ? supplied.filter(
        (key) =>
          factStands(snapshot.facts, key) &&
          !tells(letter.text, key, snapshot.facts[key]!.value) &&
          !isShownBy(snapshot.facts[key]!, shown),
      )
    : [];
  return { exhibits: exhibits.map(({ no }) => no), facts };
}

/** Would a second complaint say nothing that the refused one did not? */
export function resubmissionAddsNothing(snapshot: CaseSnapshot, contact: Contact): boolean {
  const { exhibits, facts } = newSinceRefusal(snapshot, contact);
  return exhibits.length === 0 && facts.length === 0;
}
