import { isPutAway } from '../clerk/cases/put-away.ts';
import type { OpenCase } from '../clerk/cases/open-case.ts';
import type { Context } from './context.ts';

/** A case that was put away can be worked on; that it is in no list and no calendar is said before. */
export function sayClosed({ io }: Context, file: OpenCase): void {
  if (isPutAway(file)) io.say('注意：这个案卷已经结案，不在清单和期限里。接着办就先重新打开：kameng reopen');
}
