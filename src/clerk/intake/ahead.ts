import { chinaDay, epochOf, isDay, showMoment, type Day, type Moment } from '../../model/moment.ts';
import type { FactKey } from '../../model/facts.ts';
import { readingsIn } from '../../model/reading.ts';
import type { ExhibitSummary } from '../../model/snapshot.ts';

/** What an exhibit says has happened, and has not yet by the clock of this computer. */
export interface Ahead {
  exhibit: number;
  /** The latest of it. */
  at: Moment | Day;
}

/** What lies behind whoever shows it; a promise may lie ahead. */
const HAPPENED: readonly FactKey[] = ['paidAt', 'orderedAt', 'failedAt'];
/** Clocks of phones and computers differ. */
const SLACK_MS = 10 * 60_000;

/** The exhibits that show a time still to come: misread, of a wrong clock, or made up. */
export function aheadOf(exhibits: readonly ExhibitSummary[], now: Moment): Ahead[] {
  const isAhead = (at: Moment | Day): boolean =>
    isDay(at) ? at > chinaDay(now) : epochOf(at) > epochOf(now) + SLACK_MS;
  return exhibits.flatMap(({ no, withdrawn, reading }): Ahead[] => {
    if (withdrawn || !reading) return [];
    const at = readingsIn(reading)
      .flatMap(({ fields, messages }) => [
        ...fields.flatMap(({ key, value, certain }) => (certain && HAPPENED.includes(key) ? [value] : [])),
        ...(messages ?? []).flatMap((message) => message.at ?? []),
      ])
      .filter(isAhead)
      .toSorted((a, b) => epochOf(a) - epochOf(b))
      .at(-1);
    return at === undefined ? [] : [{ exhibit: no, at }];
  });
}

/** `上面的时间 2026-09-03 22:59 还没到：…` */
export const aheadWords = ({ at }: Ahead): string =>
  `上面的时间 ${showMoment(at)} 还没到：看看是不是读错了，或者这台电脑、那部手机的时间不准`;
