import { addMonths, addWorkdays, addYears } from '../../calendar/calendar.ts';
import { addDays, addHours, chinaDay, chinaMoment, type Day, epochOf } from '../../model/moment.ts';
import type { Clock } from '../rules/rule.ts';

/**
 * The last day on which a period from a day may still run, before it is moved past days of rest; the starting day does
 * not count. Hours run from its end, since its own hour is not known.
 */
export function lastDay(clock: Clock, start: Day): Day {
  switch (clock.unit) {
    case 'workday':
      return addWorkdays(start, clock.n);
    case 'hour':
      return chinaDay(chinaMoment(epochOf(addHours(addDays(start, 1), clock.n)) - 1));
    case 'month':
      return addMonths(start, clock.n);
    case 'year':
      return addYears(start, clock.n);
    case 'day':
      return addDays(start, clock.n);
  }
}
