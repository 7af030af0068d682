import { type Finding } from '../../model/outcome.ts';
import { allMatches } from './phrases/match.ts';
import {
  ARMED,
  CALL,
  CONNECTION,
  ELASTIC,
  FLOOD,
  KNOWN,
  PILLORY,
  PUNISHED,
  PUNISHER_NAMED,
  RUINED,
  SABOTAGE,
  SHOWN,
  STRANGER,
  TOLD,
  TRADE,
  VISIT,
} from './phrases/threats/harms.ts';
import {
  ANNOUNCED,
  CHOICE,
  DARE,
  OFFER,
  OR_ELSE_HARD,
  PENDING,
  PRICE,
  RESTRAINT,
  WITHDRAWAL,
} from './phrases/threats/pressure.ts';
import { EITHER_OR, REMEDY, SAYINGS, SPARED } from './phrases/threats/sayings.ts';
import { DENIED, LAWFUL, PAST, REPORTED, SUFFERED } from './phrases/threats/lawful.ts';
import { DEMAND, UNLESS } from './phrases/threats/wishes.ts';
import { type Stretch, type Thought, thoughtAt } from './tone-sentences.ts';

export type FrameReason = 'harm' | 'extortion';

/** A harm, and the ways of tying it to a wish that make it a threat. */
interface Frame {
  harm: RegExp;
  /** One of them in the same thought; without any, the harm alone is enough. */
  with?: readonly RegExp[];
  reason: FrameReason;
  severity: Finding['severity'];
  /** The lawful form excuses it: 依法向…举报. */
  lawfulPasses?: true;
  /** A state, which may be past or hold a denial: 已经录好了, 没有五百块这事过不去. */
  state?: true;
  /** Only in words to the other side: 你, 您, 贵. A complaint to an office speaks of them. */
  addressed?: true;
}

const ASKED = [UNLESS, DEMAND, OFFER];
const VEILED = [CHOICE, DARE, PENDING];

const FRAMES: readonly Frame[] = [
  { harm: KNOWN, reason: 'harm', severity: 'error', state: true },
  { harm: VISIT, reason: 'harm', severity: 'error' },
  { harm: SABOTAGE, reason: 'harm', severity: 'error' },
  { harm: PILLORY, reason: 'harm', severity: 'error' },
  { harm: SAYINGS, reason: 'harm', severity: 'error', lawfulPasses: true, state: true },
  { harm: CALL, with: [...ASKED, ...VEILED, KNOWN], reason: 'harm', severity: 'error', addressed: true },
  { harm: SPARED, with: [OFFER, ...VEILED], reason: 'extortion', severity: 'error', addressed: true },
  { harm: STRANGER, with: [UNLESS, OFFER, ...VEILED], reason: 'extortion', severity: 'error', addressed: true },
  { harm: TOLD, with: [...ASKED, ...VEILED, ANNOUNCED], reason: 'harm', severity: 'error' },
  { harm: RUINED, with: [...ASKED, ...VEILED], reason: 'harm', severity: 'error' },
  { harm: FLOOD, with: [UNLESS, ...VEILED], reason: 'harm', severity: 'error', state: true },
  { harm: SHOWN, with: [OFFER, ...VEILED], reason: 'extortion', severity: 'error' },
  { harm: PUNISHED, with: [OFFER, ...VEILED], reason: 'extortion', severity: 'error', lawfulPasses: true },
  {
    harm: CONNECTION,
    with: [...ASKED, ...VEILED],
    reason: 'extortion',
    severity: 'error',
    addressed: true,
    state: true,
  },
  {
    harm: ARMED,
    with: [PENDING, DARE, PRICE, CHOICE],
    reason: 'extortion',
    severity: 'error',
    lawfulPasses: true,
    state: true,
  },
  { harm: PUNISHER_NAMED, with: [PRICE], reason: 'extortion', severity: 'error', lawfulPasses: true },
  { harm: CONNECTION, with: [PRICE], reason: 'extortion', severity: 'error', state: true },
  { harm: STRANGER, with: [OR_ELSE_HARD], reason: 'extortion', severity: 'error', lawfulPasses: true },
  { harm: SHOWN, with: [OR_ELSE_HARD], reason: 'extortion', severity: 'error', lawfulPasses: true },
  { harm: TRADE, with: [OFFER, DEMAND, CHOICE], reason: 'extortion', severity: 'error' },
  { harm: ELASTIC, with: [OFFER], reason: 'extortion', severity: 'error' },
  { harm: RESTRAINT, with: [OFFER], reason: 'extortion', severity: 'error', state: true },
  { harm: WITHDRAWAL, with: [PRICE], reason: 'extortion', severity: 'error' },
];

export interface FrameFinding extends Stretch {
  reason: FrameReason;
  severity: Finding['severity'];
}

/** Threats by composition: each harm that stands in one thought with what it is tied to. */
export function framesIn(own: string, thoughts: readonly Thought[]): FrameFinding[] {
  const places = new Map<RegExp, Stretch[]>();
  const placesOf = (pattern: RegExp, state = false): Stretch[] => {
    let found = places.get(pattern);
    if (!found)
      places.set(
        pattern,
        (found = allMatches(own, pattern).filter(({ start, text }) => isSaid(own, start, text, state))),
      );
    return found;
  };
  const framed = FRAMES.flatMap(({ harm, with: ties, reason, severity, lawfulPasses, addressed, state }) =>
    placesOf(harm, state).flatMap((place) => {
      const thought = thoughtAt(thoughts, place.start);
      const whole = own.slice(thought.from, thought.end);
      if ((lawfulPasses && LAWFUL.test(whole)) || (addressed && !ADDRESSED.test(whole))) return [];
      if (!ties) return [{ ...place, reason, severity }];
      const tie = ties.map((pattern) => within(placesOf(pattern), thought, place)).find(Boolean);
      return tie
        ? [{ start: Math.min(place.start, tie.start), end: Math.max(place.end, tie.end), reason, severity }]
        : [];
    }),
  );
  return [...framed, ...choicesIn(own)];
}

const ADDRESSED = /[你您]|贵(?!阳|州|宾|重|$)/;

/** 要么退款, 要么…: what stands on one side is no remedy. */
function choicesIn(own: string): FrameFinding[] {
  return allMatches(own, EITHER_OR)
    .filter(
      ({ start, text, groups }) =>
        isSaid(own, start, text) && groups.some((side) => side !== undefined && !REMEDY.test(side)),
    )
    .map(({ start, end }) => ({ start, end, reason: 'extortion', severity: 'error' }));
}

/** The first place in a thought that is more than a part of the harm itself. Places are sorted. */
function within(places: readonly Stretch[], { from, end }: Thought, harm: Stretch): Stretch | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < places.length && places[i]!.start < end; i++) {
    const place = places[i]!;
    if (place.start < harm.start || place.end > harm.end) return place;
  }
  return undefined;
}

const BEFORE = 24;

/** The writer says it, of what is to come: neither denied, nor past, nor told of others. */
function isSaid(own: string, start: number, text: string, state = false): boolean {
  const near = own.slice(Math.max(0, start - BEFORE), start);
  const before = near.slice(near.search(/[^,。!?;:\n]*$/));
  if (
    REPORTED.test(near.slice(near.search(/[^。!?;\n]*$/)) + text.slice(0, 4)) ||
    (SUFFERED.test(before) && !/^[你您贵]/.test(text))
  )
    return false;
  return (
    state ||
    (!DENIED.test(before) &&
      !/^(?:未|从未|没有|不会)/.test(text) &&
      (!PAST.test(before.slice(-16)) || /将|会|就要/.test(before)))
  );
}
