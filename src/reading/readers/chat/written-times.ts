import { parseTime, type Moment } from '../../../model/moment.ts';
import { cleanLine } from '../text/clean.ts';
import { decideClock, momentOf } from './clock.ts';
import { dayOf, monthFirst, separatorOf } from './heads.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `14-Mar-26 09:21 PM`, of this century. */
const NAMED_MONTH = new RegExp(`^(\\d{1,2})-(${MONTHS.join('|')})-(\\d{2}) `, 'i');

/** With the year first and the month in figures. */
const inFigures = (written: string): string =>
  written.replace(NAMED_MONTH, (_, day: string, month: string, year: string) => {
    const figures = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
    return `20${year}-${figures}-${day.padStart(2, '0')} `;
  });

/**
 * The moments that one program wrote by one habit: with its zone, or by the clock of the computer; in which order day
 * and month stand, all of them together tell. Undefined where that stays open.
 */
export function momentsOf(written: readonly string[]): (Moment | undefined)[] {
  const lines = written.map((one) => inFigures(cleanLine(one)));
  const zoned = lines.map((line) => parseTime(line)?.moment);
  const read = lines.map((line, i) => (zoned[i] === undefined ? separatorOf(line) : undefined));
  const clock = decideClock(read.flatMap((one) => one?.time ?? []));
  const order = monthFirst(
    read.flatMap((one) => one?.date ?? []),
    clock === '12',
  );
  return read.map((one, i) => zoned[i] ?? (one?.time ? momentOf(dayOf(one.date, order), one.time) : undefined));
}
