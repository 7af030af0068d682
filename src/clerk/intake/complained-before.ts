import { firstComplaintIn } from '../../agreement/conflicts.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import { chinaDay, epochOf, isDay, type Day, type Moment } from '../../model/moment.ts';
import { countedExhibits, type CaseSnapshot } from '../../model/snapshot.ts';
import { withTalkYears } from '../cases/talk-years.ts';

/** A talk in which the buyer says that something is wrong. */
export interface Complained {
  exhibit: number;
  at: Moment;
}

/** What a talk shows of trouble before the time at which it is said to have been found. */
export function complainedBefore(file: CaseFile, failedAt: Day | Moment): Complained | undefined {
  const snapshot = takeSnapshot(file);
  return complainedBeforeIn(withTalkYears(snapshot, snapshot.facts), failedAt);
}

/** The same of a case as it stood. Pure. */
export function complainedBeforeIn(snapshot: CaseSnapshot, failedAt: Day | Moment): Complained | undefined {
  const read = countedExhibits(snapshot).flatMap(({ no, reading }) => (reading ? [{ no, reading }] : []));
  const first = firstComplaintIn(read);
  if (!first) return undefined;
  const before = isDay(failedAt) ? chinaDay(first.at) < failedAt : epochOf(first.at) < epochOf(failedAt);
  return before ? first : undefined;
}
