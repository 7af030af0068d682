import { CHANNELS } from '../../model/dispute.ts';
import { KINDS } from '../../model/evidence.ts';
import { factSpec, FACT_KEYS } from '../../model/facts.ts';
import type { Day, Moment } from '../../model/moment.ts';
import { readingsIn } from '../../model/reading.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { documentLabel } from '../letters/document-label.ts';
import { overAllCases } from './all-cases.ts';
import type { CaseResult } from './over-case.ts';
import { findCase } from './home.ts';
import type { World } from '../files/home-folder.ts';

/** Where a word was found. */
export interface Hit {
  where: 'title' | 'fact' | 'contact' | 'letter' | 'exhibit' | 'reading';
  /** What it is called on the screen: `证据 3 聊天记录`, `第 2 号文书 致商家`. */
  place: string;
  /** Number of the exhibit, letter or contact; key of the fact. */
  of: number | string | null;
  at: Day | Moment | null;
  /** The word in its context, on one line. */
  text: string;
  /** Where the word stands in `text`, UTF-16. */
  start: number;
  end: number;
}

export interface CaseHits {
  case: string;
  caseId: string;
  hits: Hit[];
}

/** Letters around the word on each side. */
const AROUND = 24;

/** Folded letter by letter, so that a place in it is a place in the text. */
const fold = (text: string): string =>
  [...text]
    .map((sign) => {
      const plain = sign.normalize('NFKC').toLowerCase();
      return plain.length === sign.length ? plain : sign;
    })
    .join('');

/** The first place of the word in a text, with what stands around it. */
function excerpt(text: string, word: string): Pick<Hit, 'text' | 'start' | 'end'> | undefined {
  const at = fold(text).indexOf(word);
  if (at < 0) return undefined;
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + word.length + AROUND);
  const before = `${from > 0 ? '…' : ''}${text.slice(from, at)}`.replace(/\s+/g, ' ');
  const found = text.slice(at, at + word.length);
  const after = `${text.slice(at + word.length, to)}${to < text.length ? '…' : ''}`.replace(/\s+/g, ' ');
  return { text: before + found + after, start: before.length, end: before.length + found.length };
}

/** Every place of a case that holds the word; of a long text the first. */
export function searchSnapshot(snapshot: CaseSnapshot, typed: string): Hit[] {
  const word = fold(typed.trim());
  const hits: Hit[] = [];
  const look = (text: string | undefined, hit: Omit<Hit, 'text' | 'start' | 'end'>): void => {
    const found = text === undefined ? undefined : excerpt(text, word);
    if (found) hits.push({ ...hit, ...found });
  };
  look(snapshot.title, { where: 'title', place: '标题', of: null, at: snapshot.openedAt });
  for (const key of FACT_KEYS) {
    const fact = snapshot.facts[key];
    const { label } = factSpec(key);
    look(fact?.value, { where: 'fact', place: label, of: key, at: null });
    for (const one of fact?.candidates ?? [])
      look(one.value, { where: 'fact', place: `${label}（说法不一）`, of: key, at: null });
  }
  for (const contact of snapshot.contacts) {
    const hit = {
      where: 'contact',
      place: `第 ${contact.no} 次联系 ${CHANNELS[contact.channel].label}`,
      of: contact.no,
      at: contact.at,
    } as const;
    for (const text of [contact.said, contact.with, contact.reference]) look(text, hit);
  }
  for (const letter of snapshot.letters) {
    const place = `第 ${letter.no} 号文书 ${documentLabel(letter.document)}`;
    look(letter.text, { where: 'letter', place, of: letter.no, at: letter.writtenAt });
  }
  for (const exhibit of snapshot.exhibits) {
    const place = `证据 ${exhibit.no} ${KINDS[exhibit.kind].label}`;
    const hit = { place, of: exhibit.no, at: exhibit.takenInAt };
    look(exhibit.file, { ...hit, where: 'exhibit' });
    look(exhibit.note, { ...hit, where: 'exhibit' });
    for (const reading of exhibit.reading ? readingsIn(exhibit.reading) : []) {
      const messages = reading.messages ?? [];
      for (const message of messages)
        look(`${message.sender === undefined ? '' : `${message.sender}：`}${message.text}`, {
          ...hit,
          where: 'reading',
          at: message.at ?? null,
        });
      if (messages.length > 0) continue;
      for (const line of reading.lines ?? []) look(line.text, { ...hit, where: 'reading' });
      for (const field of reading.lines ? [] : reading.fields) look(field.text, { ...hit, where: 'reading' });
      for (const row of reading.bill?.rows ?? [])
        look([row.counterparty, row.product, row.tradeNo, row.merchantOrderNo].join(' '), {
          ...hit,
          where: 'reading',
          at: row.at ?? null,
        });
    }
  }
  return hits;
}

/** Looks for a word in all cases of this user, or in the one that is named. */
export function searchCases(
  world: World,
  now: () => Moment,
  word: string,
  named: string | undefined,
): CaseResult<CaseHits>[] {
  const only = named === undefined ? undefined : [findCase(world, named)];
  return overAllCases(
    world,
    now,
    (snapshot) => ({ case: snapshot.title, caseId: snapshot.id, hits: searchSnapshot(snapshot, word) }),
    only,
  );
}
