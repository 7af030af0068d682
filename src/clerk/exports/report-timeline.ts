import { chinaDay, daysBetween, showMoment } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { byCharacter } from '../../model/text.ts';
import type { ReportEvent, ReportInput } from '../../papers/report/input.ts';
import type { Happening } from '../cases/timeline.ts';
import type { Reader } from './reader.ts';

/** Days; what ends later is listed and not drawn, or a limit of years would press all else together. */
const DRAWN_AHEAD = 180;
const TALK_CELLS = 60;
const UNCERTAIN = '日子还不能确定';

const isFar = (snapshot: CaseSnapshot, { due }: Deadline): boolean =>
  daysBetween(snapshot.today, chinaDay(due)) > DRAWN_AHEAD;

/** What ends too late to be drawn, as a group of rows. */
export function farDeadlines(snapshot: CaseSnapshot, deadlines: readonly Deadline[]): ReportInput['groups'] {
  const far = deadlines.filter((deadline) => isFar(snapshot, deadline));
  if (far.length === 0) return [];
  const facts = far.map(({ what, due, certain }) => ({
    label: what,
    value: showMoment(due).slice(0, 16),
    status: certain ? '' : UNCERTAIN,
    exhibits: [],
  }));
  return [{ title: '半年以后的期限', facts }];
}

const LANES: Partial<Record<Happening['kind'], ReportEvent['lane']>> = {
  purchase: 'purchase',
  message: 'contact',
  contact: 'contact',
};

/** What happened and what is due, with a talk of many words as one event of its day. */
export function eventsOf(
  happenings: readonly Happening[],
  deadlines: readonly Deadline[],
  snapshot: CaseSnapshot,
  reader: Reader,
): ReportEvent[] {
  const talks = new Map<string, Happening[]>();
  const events: ReportEvent[] = [];
  for (const happening of happenings) {
    const lane = happening.filed ? 'filing' : LANES[happening.kind];
    if (lane === undefined) continue;
    if (happening.kind === 'message') {
      const key = `${chinaDay(happening.at)} ${happening.exhibits[0]}`;
      talks.set(key, [...(talks.get(key) ?? []), happening]);
    } else {
      events.push({ at: happening.at, lane, text: reader.cover(happening.text), exhibits: happening.exhibits });
    }
  }
  for (const talk of talks.values()) {
    const first = talk[0]!;
    const text = talk.length === 1 ? first.text : `聊天 ${talk.length} 条，开头是 ${first.text}`;
    const clipped = text.length > TALK_CELLS ? `${text.slice(0, TALK_CELLS)}…` : text;
    events.push({ at: first.at, lane: 'contact', text: reader.cover(clipped), exhibits: first.exhibits });
  }
  for (const deadline of deadlines) {
    if (isFar(snapshot, deadline)) continue;
    events.push({
      at: deadline.due,
      lane: 'deadline',
      text: `${deadline.what}${deadline.certain ? '' : `，${UNCERTAIN}`}`,
      exhibits: [],
      due: deadline.left < 0 ? 'passed' : 'ahead',
    });
  }
  return events.toSorted((a, b) => byCharacter(chinaDay(a.at), chinaDay(b.at)) || byCharacter(a.at, b.at));
}
