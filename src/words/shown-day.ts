import { addDays, chinaDay, epochOf, isMoment, weekdayOf, type Moment } from '../model/moment.ts';
import type { ChatMessage, Reading } from '../model/reading.ts';
import { withPromiseEnds } from './promise-ends.ts';

/** `-1T21:03+08:00`, `W3T14:20+08:00`. */
const RELATIVE = /^(?:-(\d)|W(\d))(T.+)$/;
/** A screen is shot within the minute that it shows. */
const SAME_MINUTE_MS = 60_000;

/**
 * A talk whose days hang on when it was looked at (`昨天 21:03`, `星期三 14:20`, `9:12`), dated from the day on which
 * its screen was shown; its promises get their ends. What could be two days, would be later than the screen or earlier than
 * what stands above it stays undated.
 * @param shown when the screen was on show; nothing is dated without it
 * @returns the same reading where nothing is dated
 */
export function withShownDay(reading: Reading, shown: Reading['shown']): Reading {
  if (shown === undefined || !reading.messages?.some(({ relative }) => relative !== undefined)) return reading;
  let above: Moment | undefined;
  let dated = false;
  const messages = reading.messages.map((message): ChatMessage => {
    const at = message.at ?? momentOf(message, shown.at);
    if (at === undefined || (above !== undefined && epochOf(at) < epochOf(above))) return message;
    above = at;
    if (message.at !== undefined) return message;
    dated = true;
    return { ...message, at };
  });
  return dated ? withPromiseEnds({ ...reading, messages, shown }) : reading;
}

function momentOf({ relative }: ChatMessage, shown: string): Moment | undefined {
  const [, back, weekday, clock] = RELATIVE.exec(relative ?? '') ?? [];
  const on = chinaDay(shown);
  const since = back === undefined ? (weekdayOf(on) - Number(weekday) + 7) % 7 : Number(back);
  // The weekday of the screen's own day is today's or that of a week ago.
  if (clock === undefined || (since === 0 && weekday !== undefined)) return undefined;
  const at = `${addDays(on, -since)}${clock}`;
  if (!isMoment(at)) return undefined;
  return isMoment(shown) && epochOf(at) >= epochOf(shown) + SAME_MINUTE_MS ? undefined : at;
}
