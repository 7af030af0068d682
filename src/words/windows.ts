import { WINDOW_ACTS, WINDOW_NEVER, WINDOW_SPEAKER, WINDOW_STARTS, WINDOW_WAYS } from '../knowledge/built/windows.ts';
import type { WindowStart } from '../model/snapshot.ts';
import { once } from '../model/once.ts';
import { amountOf, NUMBER } from './numbers.ts';

/** How long a buyer may come to the platform, in its own words. */
export interface PrintedWindow {
  number: number;
  unit: 'hour' | 'day' | 'workday';
  /** Absent: the words do not say from when. */
  start?: WindowStart;
  /** The sentence, without blanks. */
  quote: string;
}

/** A longer sentence than this is not read to its end by anybody. */
const LONGEST_SENTENCE = 160;
const LONGEST_QUOTE = 100;

const anyStart = WINDOW_STARTS.map(({ words }) => words).join('|');
/** 收货后, 自签收之日起; a window that says nothing of it has an empty one. */
const START = `(?<start>[自从]?(?:${anyStart})(?:成功|完成|商品)?(?:之?[日时])?(?:以?后|起|之后|后起)?的?)?`;
// 11月7日内 is a day, 24-48小时 a range of which either end may be meant.
const LENGTH = `(?<![月年\\d.~～至到-])(?<number>${NUMBER})个?(?<unit>小时|工作日|自然日|天|日|[hH](?![A-Za-z]))`;
/** Each way has one; the dates and times of a page have none, and the ways take long to be made. */
const HAS_LENGTH = new RegExp(LENGTH);
const heard = once(() => ({
  ways: WINDOW_WAYS.map(
    (way) =>
      new RegExp(
        way
          .replaceAll(/\s+/g, '')
          .replace('{start}', START)
          .replace('{length}', LENGTH)
          .replace('{act}', `(?:${WINDOW_ACTS})`),
        'i',
      ),
  ),
  never: new RegExp(WINDOW_NEVER),
  speaker: new RegExp(WINDOW_SPEAKER),
  starts: WINDOW_STARTS.map(({ id, label, words }) => ({ start: { id, label }, words: new RegExp(words) })),
}));
const LEADING = /^[\s·•*＊①-⑳\d.、:：—-]+(?=[^\d\s小天日个])/;

/** Full-width letters and digits as half-width ones, each in its place. */
const halfWidth = (text: string): string =>
  text.replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (one) =>
    String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  );

/**
 * The windows that a platform prints in these words.
 * @param lines of a page that run on, in their order
 */
export function windowsIn(...lines: readonly string[]): PrintedWindow[] {
  const bare = lines.map((line) => line.replaceAll(/\s+/g, ''));
  const whole = bare.join('');
  if (!HAS_LENGTH.test(halfWidth(whole))) return [];
  const begins = bare.map((_, i) => bare.slice(0, i).join('').length);
  const found: PrintedWindow[] = [];
  let from = 0;
  for (const sentence of whole.split(/(?<=[。；;!！?？])/)) {
    const inside = begins.map((begin) => begin - from).filter((begin) => begin > 0);
    const window = sentence.length > LONGEST_SENTENCE ? undefined : inSentence(sentence, inside);
    if (window) found.push(window);
    from += sentence.length;
  }
  return found;
}

/** @param begins where further lines begin in the sentence: what stands on earlier lines is heard, and not quoted */
function inSentence(sentence: string, begins: readonly number[]): PrintedWindow | undefined {
  const plain = halfWidth(sentence);
  const { ways, never, speaker, starts } = heard();
  for (const way of ways) {
    const match = way.exec(plain);
    if (!match || never.test(match[0]) || speaker.test(plain.slice(0, match.index))) continue;
    const { start: words = '', number: digits, unit } = match.groups!;
    const number = amountOf(digits!);
    if (number === undefined || !Number.isInteger(number) || number === 0) continue;
    const start = starts.find((one) => one.words.test(words))?.start;
    const begin = begins.findLast((one) => one <= match.index) ?? 0;
    return {
      number,
      unit: /^(?:小时|h)$/i.test(unit!) ? 'hour' : unit === '工作日' ? 'workday' : 'day',
      ...(start ? { start } : {}),
      quote: sentence
        .slice(begin)
        .replace(LEADING, '')
        .replace(/[。；;]$/, '')
        .slice(0, LONGEST_QUOTE),
    };
  }
  return undefined;
}
