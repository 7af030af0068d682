import { addDays, chinaDay, daysBetween, type Day } from '../../model/moment.ts';
import { escapeHtml } from './escape.ts';
import type { Lane, ReportEvent } from './input.ts';

/** Lanes from the top, with their words. */
const LANES: readonly [Lane, string][] = [
  ['purchase', '购买'],
  ['contact', '联系'],
  ['filing', '提交'],
  ['deadline', '期限'],
];
const WIDTH = 480;
const LEFT = 44;
const RIGHT = 14;
const LANE_HEIGHT = 34;
const TOP = 12;
const RADIUS = 9;
/** So many days between first and last leave room for one more word, or two. */
const ROOM_FOR_ONE = 5;
const ROOM_FOR_TWO = 20;
/** Dots of one lane closer than this are moved apart, so that each number can be read. */
const APART = 2 * RADIUS + 1;

/**
 * The events on an axis of days, each a dot with its number in the list below.
 * @param today drawn as a line
 * @returns an SVG element; empty when there is nothing to draw
 */
export function drawTimeline(events: readonly ReportEvent[], today: Day): string {
  if (events.length === 0) return '';
  const days = [...events.map((event) => chinaDay(event.at)), today].toSorted();
  const [first, last] = [days[0]!, days.at(-1)!];
  const span = Math.max(1, daysBetween(first, last));
  const scale = (day: Day): number =>
    LEFT + RADIUS + (daysBetween(first, day) / span) * (WIDTH - LEFT - RIGHT - 2 * RADIUS);
  const rows: string[] = [];
  const height = TOP + LANES.length * LANE_HEIGHT + 34;
  for (const [i, [lane, label]] of LANES.entries()) {
    const y = TOP + i * LANE_HEIGHT + LANE_HEIGHT / 2;
    rows.push(
      `<line class="lane" x1="${LEFT}" y1="${y}" x2="${WIDTH - RIGHT}" y2="${y}"/>`,
      `<text class="word" x="0" y="${y + 4}">${label}</text>`,
      ...dotsOf(events, lane, scale).map(
        ({ x, no, event }) =>
          `<g class="${event.due ?? lane}"><title>${escapeHtml(`${chinaDay(event.at)} ${event.text}`)}</title>` +
          `<circle cx="${round(x)}" cy="${y}" r="${RADIUS}"/>` +
          `<text class="no" x="${round(x)}" y="${y + 3.5}">${no}</text></g>`,
      ),
    );
  }
  const bottom = TOP + LANES.length * LANE_HEIGHT;
  const now = round(scale(today));
  const ticks = ticksOf(first, last).map(
    (day) => `<text class="tick" x="${round(scale(day))}" y="${bottom + 14}">${day.slice(5)}</text>`,
  );
  return (
    `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="时间线，共 ${events.length} 件事">` +
    `<line class="today" x1="${now}" y1="${TOP - 6}" x2="${now}" y2="${bottom}"/>` +
    `<text class="tick now" x="${now}" y="${bottom + 28}">今天</text>${ticks.join('')}${rows.join('')}</svg>`
  );
}

interface Dot {
  x: number;
  /** In the list, from 1. */
  no: number;
  event: ReportEvent;
}

function dotsOf(events: readonly ReportEvent[], lane: Lane, scale: (day: Day) => number): Dot[] {
  const dots = events.flatMap((event, i) =>
    event.lane === lane ? [{ x: scale(chinaDay(event.at)), no: i + 1, event }] : [],
  );
  for (let i = 1; i < dots.length; i++) dots[i]!.x = Math.max(dots[i]!.x, dots[i - 1]!.x + APART);
  // What was moved over the edge comes back, as far as there is room.
  for (let i = dots.length - 1, edge = WIDTH - RIGHT - RADIUS; i >= 0; i--, edge -= APART) {
    dots[i]!.x = Math.min(dots[i]!.x, Math.max(LEFT + RADIUS, edge));
  }
  return dots;
}

/** First and last day, and days between them while there is room for their words. */
function ticksOf(first: Day, last: Day): Day[] {
  const days = daysBetween(first, last);
  if (days === 0) return [first];
  const between = days > ROOM_FOR_TWO ? [1 / 3, 2 / 3] : days > ROOM_FOR_ONE ? [1 / 2] : [];
  return [first, ...between.map((share) => addDays(first, Math.round(days * share))), last];
}

const round = (n: number): number => Math.round(n * 10) / 10;
