import { parseISO } from 'date-fns/parseISO';

/**
 * What carries a day or a clock reading through date-fns, which asks the plain getters and setters of a date and so
 * reckons in the zone of the machine: there a day may begin at 01:00 or, as in Apia on 2011-12-30, not be at all.
 * Here the plain ones answer in UTC, where every day has 24 hours. date-fns makes its results of the class it is given.
 */
export class UtcDate extends Date {
  override getTimezoneOffset(): number {
    return 0;
  }

  override getFullYear(): number {
    return this.getUTCFullYear();
  }

  override getMonth(): number {
    return this.getUTCMonth();
  }

  override getDate(): number {
    return this.getUTCDate();
  }

  override getDay(): number {
    return this.getUTCDay();
  }

  override getHours(): number {
    return this.getUTCHours();
  }

  override getMinutes(): number {
    return this.getUTCMinutes();
  }

  override getSeconds(): number {
    return this.getUTCSeconds();
  }

  override getMilliseconds(): number {
    return this.getUTCMilliseconds();
  }

  override setFullYear(...fields: Parameters<Date['setFullYear']>): number {
    return this.setUTCFullYear(...fields);
  }

  override setMonth(...fields: Parameters<Date['setMonth']>): number {
    return this.setUTCMonth(...fields);
  }

  override setDate(date: number): number {
    return this.setUTCDate(date);
  }

  override setHours(...fields: Parameters<Date['setHours']>): number {
    return this.setUTCHours(...fields);
  }

  override setMinutes(...fields: Parameters<Date['setMinutes']>): number {
    return this.setUTCMinutes(...fields);
  }
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/**
 * What ISO 8601 text stands for: a day is its 00:00 in UTC, a moment with an offset that point in time.
 * The date is invalid (`NaN`) when there is no such day or time.
 */
export function carrierOf(text: string): UtcDate {
  if (text.length !== DAY_LENGTH) return parsed(text);
  let time = days.get(text);
  if (time === undefined) {
    if (days.size >= DAYS_KEPT) days.clear();
    days.set(text, (time = parsed(text).getTime()));
  }
  return new UtcDate(time);
}

/** The same few days are reckoned with again and again: to read one takes longer than to add to it. */
const days = new Map<string, number>();
const DAYS_KEPT = 10_000;

const parsed = (text: string): UtcDate => parseISO(text, { in: (value) => new UtcDate(value) });

/** The day that a carrier shows, `YYYY-MM-DD`. @throws RangeError for an invalid date */
export function dayOf(carrier: UtcDate): string {
  return clockOf(carrier).slice(0, DAY_LENGTH);
}

/** `.000Z`, with which a date ends what it writes. */
const BELOW_SECONDS = 5;

/**
 * The day and the time that a carrier shows, `YYYY-MM-DDTHH:MM:SS`. @throws RangeError for an invalid date
 *
 * Asked for each file that is taken in and each period that is counted: the date writes it itself, ten times as fast as
 * from a pattern.
 */
export function clockOf(carrier: UtcDate): string {
  return carrier.toISOString().slice(0, -BELOW_SECONDS);
}
