import {
  CHINA_OFFSET,
  chinaDay,
  chinaMoment,
  epochOf,
  isDay,
  isMoment,
  parseTime,
  type Moment,
} from '../../../model/moment.ts';
import type { Reading } from '../../../model/reading.ts';

type Shown = NonNullable<Reading['shown']>;

/**
 * How phones and computers name a shot of their screen. A chat program names a picture by when it was saved or sent,
 * and people name theirs by anything.
 */
const SHOT = /^(?:screenshot|screen shot|smartselect|截屏|截图|屏幕截图|屏幕快照)[\s_-]*(?:from\s+)?/i;
const DAY = /^(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/;
/** Run together where the day is, or with something between; `at` and a half of the day as a Mac writes them. */
const CLOCK =
  /^(?:[\s_-]|at\b)*(上午|下午|晚上|凌晨)?(\d{1,2})[-_.:]?(\d{2})[-_.:]?(\d{2})(?!\d{4,})(?:\D*?\b(AM|PM)\b)?/i;

/**
 * When a picture's screen was on show: by the name that the phone gave the shot, or by what camera or phone wrote into
 * the picture. Where the two say different days neither is believed.
 * @param taken what the picture carries
 */
export function shownAt(name: string, taken?: Moment): Shown | undefined {
  const named = namedAt(name);
  if (named === undefined) return taken === undefined ? undefined : { at: taken, by: 'exif' };
  if (taken !== undefined && chinaDay(taken) !== chinaDay(named)) return undefined;
  return { at: named, by: 'name' };
}

function namedAt(name: string): string | undefined {
  const shot = SHOT.exec(name.normalize('NFKC'));
  if (!shot) return undefined;
  const rest = name.normalize('NFKC').slice(shot[0].length);
  const written = DAY.exec(rest);
  if (!written) return undefined;
  const day = `${written[1]}-${written[2]}-${written[3]}`;
  if (!isDay(day)) return undefined;
  const clock = CLOCK.exec(rest.slice(written[0].length));
  if (!clock) return day;
  const [, before, hour, minute, second, after = ''] = clock;
  const half = before ?? after.toUpperCase();
  const hours = /下午|晚上|PM/.test(half)
    ? (Number(hour) % 12) + 12
    : /上午|凌晨|AM/.test(half)
      ? Number(hour) % 12
      : hour;
  return parseTime(`${day} ${hours}:${minute}:${second}`)?.moment;
}

const ORIGINAL = 0x90_03;
const ORIGINAL_ZONE = 0x90_11;
const SUB_DIRECTORY = 0x87_69;
const ENTRY = 12;
/** A directory of a picture's notes has some dozens. */
const MOST_ENTRIES = 512;

/**
 * When a camera or a phone says it took a picture (EXIF DateTimeOriginal); undefined where it doesn't, or where what it
 * says is no moment. Without a zone it is China's.
 * @param exif as `sharp` hands it out
 */
export function takenAt(exif: Uint8Array | undefined): Moment | undefined {
  if (!exif) return undefined;
  const start = ascii(exif, 0, 4) === 'Exif' ? 6 : 0;
  const order = ascii(exif, start, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  const little = order === 'II';
  const number = (at: number, bytes: 2 | 4): number =>
    at + bytes > view.byteLength ? 0 : bytes === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
  const find = (directory: number, tag: number): number | undefined => {
    const count = directory === 0 ? 0 : Math.min(number(directory, 2), MOST_ENTRIES);
    for (let i = 0; i < count; i++) {
      const at = directory + 2 + i * ENTRY;
      if (number(at, 2) === tag) return at;
    }
    return undefined;
  };
  const sub = find(number(4, 4), SUB_DIRECTORY);
  if (sub === undefined) return undefined;
  const words = (tag: number): string => {
    const at = find(number(sub + 8, 4), tag);
    return at === undefined ? '' : ascii(exif, start + number(at + 8, 4), number(at + 4, 4)).replace(/[\0\s]+$/, '');
  };
  const written = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(words(ORIGINAL));
  if (!written) return undefined;
  const zone = /^[+-]\d{2}:\d{2}$/.exec(words(ORIGINAL_ZONE))?.[0] ?? CHINA_OFFSET;
  const at = `${written[1]}-${written[2]}-${written[3]}T${written[4]}${zone}`;
  return isMoment(at) ? chinaMoment(epochOf(at)) : undefined;
}

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(from + length, from + 64)));
