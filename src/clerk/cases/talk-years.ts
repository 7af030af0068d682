import { standingValue, type Facts } from '../../model/facts.ts';
import { chinaDay } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { withYears } from '../../words/talk-years.ts';

/**
 * The case with the years of talks that show none, as the day of the purchase says them.
 * @param read what the exhibits say of the purchase, where it isn't recorded yet
 * @returns the same snapshot where no talk is dated by it
 */
export function withTalkYears(snapshot: CaseSnapshot, read: Facts = {}): CaseSnapshot {
  const bought = (['paidAt', 'orderedAt'] as const)
    .flatMap((key) => [standingValue(snapshot.facts, key), standingValue(read, key)])
    .find((value) => value !== undefined);
  if (bought === undefined) return snapshot;
  const boughtOn = chinaDay(bought);
  let changed = false;
  const exhibits = snapshot.exhibits.map((exhibit) => {
    if (!exhibit.reading?.messages) return exhibit;
    const reading = withYears(exhibit.reading, { boughtOn, takenInOn: chinaDay(exhibit.takenInAt) });
    if (reading === exhibit.reading) return exhibit;
    changed = true;
    return { ...exhibit, reading };
  });
  return changed ? { ...snapshot, exhibits } : snapshot;
}
