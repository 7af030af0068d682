import { holdsValue, type Origin, type Stretch } from '../model/origin.ts';
import type { CaseSnapshot } from '../model/snapshot.ts';
import { alignTexts, type Alignment } from './align.ts';
import { type Misplaced, overlap } from './misplaced.ts';
import { shows, standingAt, type Standing } from './standing.ts';
import { placesOf } from './stretches.ts';
import { readTokens, type Token } from './tokens.ts';

/** A composed text with what its stretches came from; without spans nothing of it is known. */
export interface Base {
  text: string;
  spans?: readonly Stretch[];
}

/** A text that a person changed, beside the one that was composed. */
export interface Edit {
  base: string;
  spans: readonly Stretch[];
  text: string;
  kept: Alignment;
  /** Values of the new text. */
  tokens: Token[];
}

/**
 * Values in words that have no origin: those a person once wrote, and all of a
 * letter of an older version. They are told by their form, names by the case.
 */
function readValues(base: string, spans: readonly Stretch[], names: readonly string[]): Stretch[] {
  const written = spans.filter(({ origin }) => origin.from === 'person');
  const found = [
    ...names.flatMap((name) => placesOf(base, name)),
    ...readTokens(base).filter((token) => token.kind !== 'quote'),
  ];
  return found
    .filter((place) => written.some((span) => span.start <= place.start && place.end <= span.end))
    .map(({ start, end }) => ({ start, end, origin: { from: 'person' } }));
}

/** The number of an exhibit says which line it is, like the words of the line. */
const numbersLine = (origin: Origin): boolean => origin.from === 'exhibit' && origin.part === 'no';

/** Words that tell what was done may be put otherwise; the values in them stand for themselves. */
const tells = (origin: Origin): boolean => origin.from === 'contact' && origin.part === 'act';

/** @param names known names of the case, to be found in a base without spans */
export function readEdit(base: Base, text: string, names: readonly string[]): Edit {
  const spans = base.spans ?? [{ start: 0, end: base.text.length, origin: { from: 'person' } satisfies Origin }];
  const values = [
    ...spans.filter((span) => holdsValue(span.origin) && !tells(span.origin)),
    ...readValues(base.text, spans, names),
  ];
  return {
    base: base.text,
    spans: values,
    text,
    kept: alignTexts(
      base.text,
      text,
      values.filter(({ origin }) => !numbersLine(origin)),
    ),
    tokens: readTokens(text),
  };
}

/** Did every character of a stretch stay, and nothing come between them? @returns its new place */
export function keptAt({ to }: Alignment, start: number, end: number): { start: number; end: number } | undefined {
  const first = to[start]!;
  if (first < 0) return undefined;
  for (let at = start; at < end; at++) if (to[at] !== first + at - start) return undefined;
  return { start: first, end: first + end - start };
}

/** Is a stretch of the new text a stretch of the old one? */
export function wasThere({ from }: Alignment, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (from[at]! < 0 || from[at] !== from[start]! + at - start) return false;
  return true;
}

interface Region {
  start: number;
  end: number;
  /** The characters on both sides of the old value are still there: the place is, the value is not. */
  framed: boolean;
}

/** What stands now where a value stood: all between the nearest characters that stayed on its line. */
function regionOf({ kept }: Edit, span: Stretch): Region | undefined {
  const lines = kept.lineOf(span.start);
  if (!lines) return undefined;
  let [left, right] = [span.start - 1, span.end];
  while (left >= lines.was.start && kept.to[left]! < 0) left--;
  while (right < lines.was.end && kept.to[right]! < 0) right++;
  const start = left < lines.was.start ? lines.now.start : kept.to[left]! + 1;
  const end = right >= lines.was.end ? lines.now.end : kept.to[right]!;
  return start > end ? undefined : { start, end, framed: left === span.start - 1 && right === span.end };
}

/** Kinds of tokens that may stand for a value, by what it is. */
function kindsOf(was: string, standing: Standing | undefined): Token['kind'][] | undefined {
  if (standing?.as === 'time') return ['date', 'time'];
  if (standing?.as === 'money') return ['amount', 'number'];
  const own = readTokens(was);
  const [token] = own;
  return token && token.start === 0 && token.end === was.length && own.length === 1 ? [token.kind] : undefined;
}

const letter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}*]/u.test(char);

/** Was something written onto the end of a value that has no form of its own, such as a name? */
function lengthened(edit: Edit, span: Stretch, place: { start: number; end: number }): boolean {
  const { base, text, kept } = edit;
  const put = (at: number): boolean => at >= 0 && at < text.length && kept.from[at]! < 0 && letter(text[at]);
  return (!letter(base[span.start - 1]) && put(place.start - 1)) || (!letter(base[span.end]) && put(place.end));
}

/** Looks for a value that was put where another stood. */
function checkPlace(edit: Edit, span: Stretch, snapshot: CaseSnapshot): Misplaced[] {
  const was = edit.base.slice(span.start, span.end);
  const standing = standingAt(span.origin, snapshot);
  const right = (shown: string): boolean => shown === was || (standing !== undefined && shows(shown, standing));
  const wrong = ({ start, end }: { start: number; end: number }): Misplaced => ({
    start,
    end,
    why: `起草时这里是“${was}”`,
    suggestion: was,
  });
  const kinds = kindsOf(was, standing);
  const stayed = keptAt(edit.kept, span.start, span.end);
  if (stayed) {
    const grown = edit.tokens.find(
      (token) => token.kind !== 'quote' && overlap(token, stayed) && !wasThere(edit.kept, token.start, token.end),
    );
    if (grown && !right(grown.text)) return [wrong(grown)];
    return kinds === undefined && lengthened(edit, span, stayed) ? [wrong(stayed)] : [];
  }
  const region = regionOf(edit, span);
  if (!region) return [];
  const now = edit.text.slice(region.start, region.end).trim();
  // Taking a value out is a shorter sentence, not a wrong one.
  if (now === '' || right(now)) return [];
  if (kinds !== undefined) {
    const tokens = edit.tokens.filter((token) => kinds.includes(token.kind) && overlap(token, region));
    if (tokens.length > 0) return tokens.filter((token) => !right(token.text)).map(wrong);
  } else if (now.includes(was)) return [];
  let kept = 0;
  for (let at = span.start; at < span.end; at++) if (edit.kept.to[at]! >= 0) kept++;
  return region.framed || kept >= was.length / 2 ? [wrong(region)] : [];
}

/** Finds values that a person put in the place of others. Rewriting a sentence, or leaving one out, is no finding. */
export function checkPlaces(edit: Edit, snapshot: CaseSnapshot): Misplaced[] {
  return edit.spans.flatMap((span) => checkPlace(edit, span, snapshot));
}

/**
 * What the stretches of an edited text came from: those that stayed as they
 * were; the rest a person wrote.
 */
export function carrySpans(base: Base, text: string): Stretch[] {
  const values = (base.spans ?? []).filter((span) => holdsValue(span.origin));
  const kept = alignTexts(
    base.text,
    text,
    values.filter(({ origin }) => !numbersLine(origin)),
  );
  const carried = values
    .flatMap(({ start, end, origin }) => {
      const place = keptAt(kept, start, end);
      return place ? [{ ...place, origin }] : [];
    })
    .sort((a, b) => a.start - b.start);
  const spans: Stretch[] = [];
  let at = 0;
  const fill = (to: number): void => void (to > at && spans.push({ start: at, end: to, origin: { from: 'person' } }));
  for (const span of carried) {
    fill(span.start);
    spans.push(span);
    at = span.end;
  }
  fill(text.length);
  return spans;
}
