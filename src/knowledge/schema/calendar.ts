import { z } from 'zod';
import { isDay, weekdayOf } from '../../model/moment.ts';

const day = z.string().refine(isDay, 'no such day');

/** The State Council's arrangement for one year. */
export const arrangementSchema = z
  .strictObject({
    year: z.int().min(2020).max(2100),
    /** The rule that carries it. */
    rule: z.string(),
    url: z.url(),
    /** First and last day off of each holiday. */
    holidays: z.array(z.tuple([day, day])).min(1),
    /** Saturdays and Sundays that are worked (调休). */
    workdays: z.array(day),
  })
  .superRefine(({ year, holidays, workdays }, context) => {
    const days = [...holidays.flat(), ...workdays];
    for (const wrong of days.filter((one) => !one.startsWith(`${year}-`)))
      context.addIssue({ code: 'custom', message: `${wrong} is no day of ${year}` });
    for (const [first, last] of holidays) {
      if (first > last) context.addIssue({ code: 'custom', message: `${first} is after ${last}` });
      const worked = workdays.find((one) => first <= one && one <= last);
      if (worked !== undefined) context.addIssue({ code: 'custom', message: `${worked} is both a holiday and worked` });
    }
    for (const one of workdays)
      if (weekdayOf(one) <= 5) context.addIssue({ code: 'custom', message: `${one} is worked anyway` });
  });
export type Arrangement = z.infer<typeof arrangementSchema>;

/** Statutory holidays known for years without an arrangement. */
export const calendarSchema = z.strictObject({ knownHolidays: z.array(day) });
