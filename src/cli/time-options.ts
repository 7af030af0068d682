import type { Looking } from '../clerk/intake/understand.ts';
import { chinaDay, type Day, type Moment } from '../model/moment.ts';
import type { Context } from './context.ts';
import { longFlag, type OptionRow } from './options.ts';
import { dateError } from './parse.ts';

/** A calendar day as people write it. @param looking what has happened, or what is to come */
export const day = (flags: string, says: string, looking: Looking = 'back'): OptionRow<Day> => ({
  flags,
  says,
  async read(context: Context, typed) {
    const { typedTime } = await import('./understand.ts');
    try {
      return chinaDay(await typedTime(context, longFlag(flags), typed, looking));
    } catch (error) {
      throw dateError(longFlag(flags), typed, error);
    }
  },
});

/** A day or a moment as people write it, in China time where no zone is written. */
export const time = (flags: string, says: string, looking: Looking = 'back'): OptionRow<Day | Moment> => ({
  flags,
  says,
  async read(context: Context, typed) {
    const { typedTime } = await import('./understand.ts');
    return typedTime(context, longFlag(flags), typed, looking);
  },
});
