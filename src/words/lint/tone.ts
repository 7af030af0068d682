import { type Finding } from '../../model/outcome.ts';
import { ABOUT_SELF, EMOTIONS } from './phrases/emotions.ts';
import {
  ACCUSATIONS,
  ASSERTED,
  CLAIMED,
  FEELINGS,
  HEDGES,
  RHETORICAL,
  RHETORICAL_END,
  SAID_ELSEWHERE,
} from './phrases/accusations.ts';
import { INNOCENTS } from './phrases/innocents.ts';
import { INSULTS, SHOP } from './phrases/insults.ts';
import { LATIN_ACCUSATIONS, LATIN_INSULTS, LATIN_SHORT, LATIN_SHORT_ACCUSATIONS } from './phrases/spellings.ts';
import { WordTree, allMatches } from './phrases/match.ts';
import { type Theme, wordsOf } from './phrases/theme.ts';
import { type FoldedText, placeOf } from './tone-fold.ts';

/** All themes of tone, insults first: where two say the same place, the first stands. */
export const THEMES: readonly Theme[] = [...INSULTS, ...ACCUSATIONS, ...EMOTIONS];

/** Words that are harmless although a word of the tables stands in them. */
export const innocents = new WordTree(INNOCENTS.map((word) => [word, true] as const));
const words = new WordTree(
  THEMES.toReversed().flatMap((theme) => wordsOf(theme).map((word) => [word, theme] as const)),
  true,
);
const theme = (id: string): Theme => THEMES.find((each) => each.id === id)!;

interface Match {
  start: number;
  end: number;
  theme: Theme;
}

/** How far back in its clause a word is looked at. */
const CLAUSE = 40;

/**
 * What in the writer's own words is insult, an accusation stated as fact or
 * loaded emotion.
 * @param own the folded text with the words of others masked, see `ownWords`
 * @param audience `police` and `court` may hear of deceit as the writer's account
 */
export function toneFindings(folded: FoldedText, own: string, audience?: string): Finding[] {
  const harmless = innocents.find(own);
  const matches = [
    ...words.find(own).map((hit) => ({ start: hit.start, end: hit.end, theme: hit.value })),
    ...patternMatches(own),
  ]
    .filter((match) => !isCovered(harmless, match))
    .concat(latinMatches(own));
  return longestOf(matches.filter((match) => holds(match, own, audience))).map((match) => {
    const { start, end } = placeOf(folded, match.start, match.end);
    const { kind, severity, suggestion, why } = match.theme;
    return { kind, severity, start, end, text: folded.source.slice(start, end), suggestion, why };
  });
}

function covers(cover: { start: number; end: number }, hit: { start: number; end: number }): boolean {
  const inside = cover.start <= hit.start && cover.end >= hit.end;
  const contained = hit.start <= cover.start && hit.end >= cover.end;
  return inside || (!contained && cover.end - cover.start >= hit.end - hit.start);
}

function patternMatches(own: string): Match[] {
  const matches: Match[] = [];
  for (const each of THEMES) {
    for (const pattern of each.patterns ?? []) {
      for (const { start, end } of allMatches(own, pattern)) matches.push({ start, end, theme: each });
    }
  }
  return matches;
}

function isCovered(sorted: readonly { start: number; end: number }[], match: Match): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < match.start - CLAUSE) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < sorted.length && sorted[i]!.start < match.end; i++) {
    if (sorted[i]!.end > match.start && covers(sorted[i]!, match)) return true;
  }
  return false;
}

const LATIN_RUN = /[a-z0-9]{1,16}(?:[ .*_\-·]{1,2}[a-z]{1,6}){0,5}/g;
const AT_PERSON = new RegExp(`^\\s*(?:${SHOP}|吧|啊|玩意|们|一样|似的|的|$|[,。!?\\n])`);
const PERSON_BEFORE = /(?:是|个|群|帮|些|你们?|死|大|臭|老|真|什么|啥|这|那|客服|商家|平台|店|老板|都|妥妥|纯|当)\s*$/;
const CODE_BEFORE = /(?:型号|编号|卡号|卡密|前缀|字母|开头|代码|版本|区服|单号|尾号|密码|账号|[:@/.\d#-])\s*$/;

function latinMatches(own: string): Match[] {
  const matches: Match[] = [];
  for (const run of own.matchAll(LATIN_RUN)) {
    const before = own.slice(Math.max(0, run.index - 8), run.index);
    const after = own.slice(run.index + run[0].length, run.index + run[0].length + 8);
    if (/[a-z0-9@/]$/.test(before) || /^[@\d]|^[./-][a-z0-9]/.test(after)) continue;
    for (const part of latinParts(run[0])) {
      const found = latinTheme(part.word, run[0], before, after);
      if (found) matches.push({ start: run.index + part.start, end: run.index + part.end, theme: found });
    }
  }
  return matches;
}

/** The run as one word, and each of its parts. */
function latinParts(run: string): { word: string; start: number; end: number }[] {
  const parts = Array.from(run.matchAll(/[a-z0-9]+/g), (part) => ({
    word: part[0],
    start: part.index,
    end: part.index + part[0].length,
  }));
  const joined = { word: parts.map((part) => part.word).join(''), start: 0, end: run.length };
  if (parts.length === 1 || LATIN_INSULTS.has(joined.word) || LATIN_ACCUSATIONS.has(joined.word)) return [joined];
  return parts.every((part) => part.word.length === 1) ? [joined] : parts;
}

function latinTheme(word: string, run: string, before: string, after: string): Theme | undefined {
  if (LATIN_INSULTS.has(word)) return theme('profanity');
  if (LATIN_ACCUSATIONS.has(word)) return theme('fraudster');
  const short = LATIN_SHORT.has(word) ? 'insult_person' : LATIN_SHORT_ACCUSATIONS.has(word) ? 'fraudster' : undefined;
  if (short === undefined || run.length > word.length * 2 || CODE_BEFORE.test(before)) return undefined;
  return PERSON_BEFORE.test(before) || (/^$|[,。!?\n\s]$/.test(before) && AT_PERSON.test(after))
    ? theme(short)
    : undefined;
}

function holds(match: Match, own: string, audience: string | undefined): boolean {
  const before = clauseBefore(own, match.start);
  const { id, kind } = match.theme;
  if (id === 'absolute') return !ABOUT_SELF.test(before);
  if (kind === 'emotion') return !NOT_FELT.test(before);
  return (
    kind === 'insult' ||
    (!isGeneric(own, match) &&
      isStated(own.slice(match.start, match.end), before, own.slice(match.end, match.end + 12), audience))
  );
}

const NOT_FELT = /(?:不要|请勿|没有|并非|不是|避免|不再|不想)(?:再|用|说|对|和)?$/;
const DECEIVED = /^(?:被骗|受骗|上当)/;
const ASKED_AFTER =
  /^(?:的)?(?:嫌疑|可能|风险|线索)|^[^,。!?\n]{0,6}(?:请.{0,4}核|的认定|的标准|如何认定)|^(?:行为)?吗/;

/** An accusation as a fact, not as a question, a request to check or a denial. */
function isStated(word: string, before: string, after: string, audience: string | undefined): boolean {
  if (DECEIVED.test(word) || (word.startsWith('骗') && /被[^,]{0,4}$/.test(before))) {
    if (audience === 'police' || audience === 'court' || FEELINGS.test(before)) return false;
  }
  if (ASSERTED.test(before + word) || (RHETORICAL.test(before) && RHETORICAL_END.test(after))) return true;
  if (SAID_ELSEWHERE.test(before)) return false;
  if (word.includes('欺诈') && CLAIMED.test(before)) return false;
  return !HEDGES.test(before + word.slice(0, -2)) && !ASKED_AFTER.test(after);
}

const TARGET = /你|商家|卖家|平台|对方|他们|她|店|公司|老板|被告|客服|贵|我/;

/** A law speaks of nobody: an enumeration, or `…的，属于…`. */
function isGeneric(own: string, match: Match): boolean {
  const listed = own[match.start - 1] === '、' || own[match.end] === '、';
  const defined = own.slice(match.start - 2, match.start) === '的,';
  return (
    (listed && !TARGET.test(clauseBefore(own, match.start))) ||
    (defined && !TARGET.test(own.slice(match.start, match.end)))
  );
}

function clauseBefore(own: string, start: number): string {
  const near = own.slice(Math.max(0, start - CLAUSE), start);
  return near.slice(near.search(/[^,。!?;:\n]*$/));
}

/** Of overlapping matches the longest; of equal ones the first theme. */
function longestOf(matches: Match[]): Match[] {
  const order = new Map(THEMES.map((each, i) => [each, i]));
  matches.sort((a, b) => a.start - b.start || b.end - a.end || order.get(a.theme)! - order.get(b.theme)!);
  const kept: Match[] = [];
  for (const match of matches) {
    const last = kept.at(-1);
    if (!last || match.start >= last.end) kept.push(match);
    else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match;
  }
  return kept;
}
