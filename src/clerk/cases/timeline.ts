import { snapshotOf } from './snapshot.ts';
import { CHANNELS } from '../../model/dispute.ts';
import { KINDS } from '../../model/evidence.ts';
import { addDays, epochOf, isDay, type Day, type Moment } from '../../model/moment.ts';
import { outcomeWords } from './contact-words.ts';
import type { OpenCase } from './open-case.ts';
import { documentLabel } from '../letters/document-label.ts';

export interface Happening {
  at: Moment | Day;
  kind: 'purchase' | 'message' | 'exhibit' | 'letter' | 'contact';
  text: string;
  exhibits: number[];
  /** A complaint that was handed in. */
  filed?: true;
}

/** What happened, in order: the purchase, what chats show, letters, contacts, exhibits taken in. */
export function timelineOf(file: OpenCase): Happening[] {
  const snapshot = snapshotOf(file);
  const { facts } = snapshot;
  const happenings: Happening[] = [];
  const sources = (key: 'orderedAt' | 'paidAt' | 'failedAt'): number[] => [
    ...new Set((facts[key]?.sources ?? []).map((source) => source.exhibit)),
  ];
  if (facts.orderedAt?.value)
    happenings.push({ at: facts.orderedAt.value, kind: 'purchase', text: '下单', exhibits: sources('orderedAt') });
  if (facts.paidAt?.value) {
    happenings.push({
      at: facts.paidAt.value,
      kind: 'purchase',
      text: `付款${facts.amount?.value ? ` ${facts.amount.value} 元` : ''}`,
      exhibits: sources('paidAt'),
    });
  }
  if (facts.failedAt?.value)
    happenings.push({ at: facts.failedAt.value, kind: 'purchase', text: '发现问题', exhibits: sources('failedAt') });
  for (const exhibit of snapshot.exhibits) {
    if (exhibit.withdrawn || exhibit.nearDuplicateOf !== undefined) continue;
    happenings.push({
      at: exhibit.takenInAt,
      kind: 'exhibit',
      text: `收入证据 ${exhibit.no}：${KINDS[exhibit.kind].label}`,
      exhibits: [exhibit.no],
    });
    // A talk about another purchase is in the case, but is nothing that happened in this matter.
    const messages = exhibit.foreign === undefined ? (exhibit.reading?.messages ?? []) : [];
    for (const message of messages) {
      if (!message.at || message.side === 'system') continue;
      const who = { buyer: '我', other: '对方', unknown: '—', system: '' }[message.side];
      happenings.push({
        at: message.at,
        kind: 'message',
        text: `${message.sender ?? who}：${message.text}`,
        exhibits: [exhibit.no],
      });
    }
  }
  for (const letter of snapshot.letters) {
    happenings.push({
      at: letter.writtenAt,
      kind: 'letter',
      text: `写第 ${letter.no} 号文书（${documentLabel(letter.document)}）`,
      exhibits: letter.exhibits,
    });
  }
  for (const contact of snapshot.contacts) {
    const said = contact.said ? `：${contact.said}` : '';
    happenings.push({
      at: contact.at,
      kind: 'contact',
      text: `${CHANNELS[contact.channel].label} ${outcomeWords(contact)}${said}`,
      exhibits: contact.exhibits,
      ...(contact.filedOn === undefined ? {} : { filed: true as const }),
    });
  }
  return told(happenings.toSorted((a, b) => timeOf(a) - timeOf(b)));
}

/** What was handed in on a day, at no time that is known, had been written before. */
const timeOf = ({ at, kind }: Happening): number =>
  kind === 'contact' && isDay(at) ? epochOf(addDays(at, 1)) - 1 : epochOf(at);

/** A screenshot and the export of one talk can be this far apart: some show minutes, some seconds. */
const SAME_TALK_MS = 5 * 60_000;

/** The same words of one talk in several exhibits happened once, at the first of its times. */
function told(happenings: readonly Happening[]): Happening[] {
  const kept: Happening[] = [];
  const said = new Map<string, Happening>();
  for (const one of happenings) {
    const words = one.kind === 'message' ? one.text.slice(one.text.indexOf('：') + 1).replace(/\s+/g, '') : '';
    const before = said.get(words);
    const again =
      words !== '' &&
      before !== undefined &&
      epochOf(one.at) - epochOf(before.at) <= SAME_TALK_MS &&
      !before.exhibits.includes(one.exhibits[0]!);
    if (again) before.exhibits.push(...one.exhibits);
    else {
      kept.push(one);
      said.set(words, one);
    }
  }
  return kept;
}
