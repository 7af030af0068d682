import { chinaMoment, type Moment } from '../../../model/moment.ts';

export interface MediaFacts {
  durationMs?: number;
  width?: number;
  height?: number;
  recordedAt?: Moment;
}

/** Files that were never told the time say 1904, 1970 or the day their clock began. */
const EARLIEST = Date.UTC(2005, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** The time of recording as it stands in the file; undefined for a clock that was never set. */
export function recordedMoment(at: Date | undefined): Moment | undefined {
  const ms = at?.getTime() ?? Number.NaN;
  return ms > EARLIEST && ms < LATEST ? chinaMoment(ms) : undefined;
}
