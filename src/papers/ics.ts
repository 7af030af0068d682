import { carrierOf } from '../model/carrier.ts';
import { addDays, type Day, epochOf, isDay, type Moment } from '../model/moment.ts';
import type { Deadline } from '../model/outcome.ts';

/** A deadline with the case it belongs to. */
export interface CalendarEntry {
  /** `head` is what the day was counted from: the head of the case, `12:a1b2c3d4e5f6`. */
  case: { id: string; title: string; head?: string };
  deadline: Deadline;
}

const HOUR = 3600;
/** Seconds before a moment, or before the midnight with which an all-day event begins; below zero is after. */
const ALARMS_OF_DAY = [15 * HOUR, -9 * HOUR];
const ALARMS_OF_MOMENT = [24 * HOUR, 2 * HOUR];

// Control characters break the lines of the format; marks of direction could turn a title around.
const UNPRINTABLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;
const oneLine = (text: string): string => text.replace(UNPRINTABLE, ' ').trim();

const UNITS = { hour: '小时', day: '日', workday: '个工作日', month: '个月', year: '年' } as const;

/**
 * The day or moment an event stands on. What the buyer has to do stands on the
 * day counted out, which is never too late; what others owe on the day after a
 * rule has moved it, before which nobody is late.
 */
function eventTime(deadline: Deadline): Day | Moment {
  return deadline.whose === 'buyer' ? deadline.nominal : deadline.due;
}

function describe(deadline: Deadline): string {
  const lines = [
    `起算：${deadline.start}，${deadline.n} ${UNITS[deadline.unit]}`,
    deadline.nominal === deadline.due ? `到期：${deadline.due}` : `算得：${deadline.nominal}；顺延后：${deadline.due}`,
    `依据：${oneLine(deadline.source)}（${deadline.rule}）`,
  ];
  if (!deadline.certain) lines.push('日期不确定：当年放假安排没有收录');
  if (deadline.note) lines.push(`说明：${oneLine(deadline.note)}`);
  return lines.join('\n');
}

/**
 * A calendar file (RFC 5545) with one event and two alarms for each deadline.
 * The same deadlines and `now` give the same bytes; a deadline keeps its UID, so
 * that a calendar updates the event instead of adding a second.
 * @param now the moment the file is made, written as its stamp
 */
export async function renderCalendar(entries: readonly CalendarEntry[], now: Moment): Promise<string> {
  const { default: ical, ICalAlarmRelatesTo, ICalAlarmType } = await import('ical-generator');
  const calendar = ical({ name: '卡盟维权：期限', prodId: '//kameng//deadlines//ZH' });
  for (const { case: file, deadline } of entries) {
    const at = eventTime(deadline);
    const allDay = isDay(at);
    const event = calendar.createEvent({
      id: `${file.id}.${deadline.id}@kameng`,
      stamp: new Date(epochOf(now)),
      start: allDay ? carrierOf(at) : new Date(epochOf(at)),
      end: allDay ? carrierOf(addDays(at, 1)) : null,
      allDay,
      summary: `${oneLine(deadline.what)}｜${oneLine(file.title)}`,
      description: describe(deadline),
    });
    // A property that calendars keep and do not show.
    if (file.head !== undefined) event.x('X-KAMENG-HEAD', file.head);
    for (const before of allDay ? ALARMS_OF_DAY : ALARMS_OF_MOMENT) {
      const alarm = event.createAlarm({ type: ICalAlarmType.display, description: oneLine(deadline.what) });
      // Said apart: the constructor drops it, and after the end of a day is a day too late.
      alarm.relatesTo(ICalAlarmRelatesTo.start);
      alarm.trigger(before);
    }
  }
  return calendar.toString();
}
