import { chinaMoment, epochOf, type Moment } from '../../../model/moment.ts';

export interface MediaFacts {
  durationMs?: number;
  width?: number;
  height?: number;
  recordedAt?: Moment;
}

/** Files that were never told the time say 1904, 1970 or the day their clock began. */
const EARLIEST = epochOf('2005-01-01');
const LATEST = epochOf('2100-01-01');

/** The time of recording as it stands in the file; undefined for a clock that was never set. */
export function recordedMoment(at: Date | undefined): Moment | undefined {
  const ms = at?.getTime() ?? Number.NaN;
  return ms > EARLIEST && ms < LATEST ? chinaMoment(ms) : undefined;
}
