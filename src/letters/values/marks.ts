import { KamengError } from '../../model/errors.ts';
import type { Origin, Stretch } from '../../model/origin.ts';

/**
 * Values in a letter are data. A product called `**VIP** {{x}} | 1. 月卡` must
 * come out as exactly these characters in every format and must not become a
 * heading, a table cell or a command. So every character that could mean
 * something to the template's markup travels under a private code point and is
 * turned back when the format is known.
 *
 * Each value also carries where it came from, through sentences and templates to
 * the end: a private code point before it numbers its origin, another closes it.
 * Marks nest; the innermost counts. Nothing that comes out of a case or a
 * template can hold one: both lose these code points on the way in.
 */
const FIRST = 0xe100;
const MARKUP = /[!-/:-@[-`{-~]/g;
const HIDDEN = /[\ue100-\ue17f]/g;
const CLOSE = '\ue180';
const OPEN_FIRST = 0xf0000;
const OPEN_LAST = 0x10ffff;
const MARKS = /[\ue180\u{f0000}-\u{10ffff}]/gu;
// Control characters, bidirectional marks and our own code points have no place in a value.
const UNPRINTABLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue100-\ue180\u{f0000}-\u{10ffff}]/gu;

/** A value as one line of printable characters. */
export function printable(value: string): string {
  return value.replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim();
}

/** A value for a template: one line, printable, no markup. */
export function hideMarkup(value: string): string {
  return printable(value).replace(MARKUP, (char) => String.fromCharCode(FIRST + char.charCodeAt(0)));
}

const shown = (char: string): string => String.fromCharCode(char.charCodeAt(0) - FIRST);

/** A text without its marks; hidden markup stays hidden. */
export function dropMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** A template's text without code points that would be taken for ours. */
export function dropPrivate(text: string): string {
  return text.replace(/[\ue100-\ue180\u{f0000}-\u{10ffff}]/gu, '');
}

/** Hidden characters as themselves, without marks: plain text. */
export function showPlain(text: string): string {
  return dropMarks(text).replace(HIDDEN, shown);
}

/** Hidden characters as Markdown that prints them and nothing else. */
export function showMarkdown(text: string): string {
  const bare = dropMarks(text);
  const opening = /^[\d\ue100-\ue17f]*/.exec(bare)![0].length;
  return bare.replace(HIDDEN, (char, at: number) => {
    const plain = shown(char);
    return /[\\`*_{}[\]<>#|~&$^]/.test(plain) || at < opening ? `\\${plain}` : plain;
  });
}

/** The origins of one letter, each with its number. */
export interface Origins {
  /** Marks a text as coming from there; an empty text stays empty. */
  mark(text: string, origin: Origin): string;
  at(index: number): Origin;
}

export function gatherOrigins(): Origins {
  const list: Origin[] = [];
  const known = new Map<string, number>();
  return {
    mark(text, origin) {
      if (text === '') return '';
      const key = JSON.stringify(origin);
      const index = known.get(key) ?? list.push(origin) - 1;
      known.set(key, index);
      if (OPEN_FIRST + index > OPEN_LAST) throw tooMuch();
      return `${String.fromCodePoint(OPEN_FIRST + index)}${text}${CLOSE}`;
    },
    at: (index) => list[index]!,
  };
}

const isOpen = (char: string): boolean => char.codePointAt(0)! >= OPEN_FIRST;

/** Cuts a marked text in two; a mark that the cut goes through is closed before it and opened again behind it. */
export function cutMarked(text: string, at: number): [string, string] {
  const open: string[] = [];
  for (const char of text.slice(0, at)) {
    if (isOpen(char)) open.push(char);
    else if (char === CLOSE) open.pop();
  }
  return [text.slice(0, at) + CLOSE.repeat(open.length), open.join('') + text.slice(at)];
}

/** How long a text is without its marks. */
export const lengthOf = (text: string): number => dropMarks(text).length;

/** The first characters of a marked text and `…`, when it is longer than that. */
export function clipMarked(text: string, most: number): string {
  if (lengthOf(text) <= most) return text;
  let room = most - 1;
  let at = 0;
  for (const char of text) {
    if (!isOpen(char) && char !== CLOSE && (room -= char.length) < 0) break;
    at += char.length;
  }
  const [head] = cutMarked(`${text.slice(0, at)}…`, at + 1);
  return head;
}

/** Takes full stops and the like off the end of a marked text: a quoted value gives them up to the sentence around it. */
export function unstopped(text: string): string {
  return text.replace(/[。．.\ue12e；;，,\s]+(\ue180*)$/u, '$1');
}

/** Marks of exhibits in brackets: `（证据1、证据3）`. */
export const PROOFS = /（(?:[\u{f0000}-\u{10ffff}]?证据\d+\ue180?、?)+）/gu;

/** A sentence that only points at exhibits: it goes with them where a document lists none. */
export const POINTERS =
  /(?:有关情况的材料|订单和付款的情况|操作过程)见(?:录屏)?（?(?:[\u{f0000}-\u{10ffff}]?证据\d+\ue180?、?)+）?。/gu;

/**
 * Reads a marked text: what is shown, and for each stretch of it the innermost
 * origin. The stretches follow each other without a gap.
 * @param ground where words stem from that carry no mark
 */
export function readMarks(text: string, origins: Origins, ground: Origin): { text: string; stretches: Stretch[] } {
  const stretches: Stretch[] = [];
  let stack: Origin[] = [];
  let plain = '';
  for (const char of text) {
    if (isOpen(char)) stack.push(origins.at(char.codePointAt(0)! - OPEN_FIRST));
    else if (char === CLOSE) stack.pop();
    else {
      // No value goes over the end of a line: a mark that lost its end is over there.
      if (char === '\n') stack = [];
      const origin = stack.at(-1) ?? ground;
      const last = stretches.at(-1);
      const start = plain.length;
      plain += char >= '\ue100' && char <= '\ue17f' ? shown(char) : char;
      if (last?.origin === origin) last.end = plain.length;
      else stretches.push({ start, end: plain.length, origin });
    }
  }
  return { text: plain, stretches };
}

/** There are marks for some hundred thousand values; who reads a letter has had enough long before. */
const tooMuch = (): KamengError =>
  new KamengError('LETTER_TOO_LONG', '要写进文书的内容太多，写不成一份文书', {
    hints: ['联系记录逐条看：kameng timeline', '证据目录可以单独附上：kameng export'],
  });
