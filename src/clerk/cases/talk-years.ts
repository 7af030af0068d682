import { standingValue, type Facts } from '../../model/facts.ts';
import { addDays, chinaDay, isMoment, type Day, type Moment } from '../../model/moment.ts';
import type { ChatMessage } from '../../model/reading.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';

/** Who asks before buying, asks not longer before. */
const DAYS_BEFORE = 60;

/**
 * The case with the years of talks that show none: a message gets the one year that lies between the purchase and the
 * taking in of its screen. What has a year, and what none or two years fit, stays as it was.
 * @param read what the exhibits say of the purchase, where it isn't recorded yet
 * @returns the same snapshot where no message is dated by it
 */
export function withTalkYears(snapshot: CaseSnapshot, read: Facts = {}): CaseSnapshot {
  const bought = (['paidAt', 'orderedAt'] as const)
    .flatMap((key) => [standingValue(snapshot.facts, key), standingValue(read, key)])
    .find((value) => value !== undefined);
  if (bought === undefined) return snapshot;
  const from = addDays(chinaDay(bought), -DAYS_BEFORE);
  let changed = false;
  const exhibits = snapshot.exhibits.map((exhibit) => {
    const { reading } = exhibit;
    const to = chinaDay(exhibit.takenInAt);
    const messages = reading?.messages?.map((message) => dated(message, from, to));
    if (!messages || messages.every((message, i) => message === reading!.messages![i])) return exhibit;
    changed = true;
    return { ...exhibit, reading: { ...reading!, messages } };
  });
  return changed ? { ...snapshot, exhibits } : snapshot;
}

function dated(message: ChatMessage, from: Day, to: Day): ChatMessage {
  const { at, yearless } = message;
  if (at !== undefined || yearless === undefined) return message;
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))) as [number, number];
  const fitting = Array.from({ length: Math.max(0, last - first + 1) }, (_, i): Moment => `${first + i}-${yearless}`)
    .filter(isMoment)
    .filter((moment) => chinaDay(moment) >= from && chinaDay(moment) <= to);
  return fitting.length === 1 ? { ...message, at: fitting[0]! } : message;
}
