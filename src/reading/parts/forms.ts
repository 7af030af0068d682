/** The kinds of letter that the second reader tells apart. */
export const CLASS = {
  space: 0,
  digit: 1,
  latin: 2,
  han: 3,
  money: 4,
  colon: 5,
  dash: 6,
  pause: 7,
  bracket: 8,
  other: 9,
  outside: 10,
} as const;

const PAUSES = '，。！？；、,!?;|｜●';
const BRACKETS = '【】[]（）()「」〔〕〖〗『』《》<>{}';

export function classOf(letter: string): number {
  if (/\s/.test(letter)) return CLASS.space;
  if (/\d/.test(letter)) return CLASS.digit;
  if (/[A-Za-z]/.test(letter)) return CLASS.latin;
  if (/[\u3400-\u9fff]/.test(letter)) return CLASS.han;
  if (/[¥￥]/.test(letter)) return CLASS.money;
  if (/[:：]/.test(letter)) return CLASS.colon;
  if (/[-/.—]/.test(letter)) return CLASS.dash;
  if (PAUSES.includes(letter)) return CLASS.pause;
  return BRACKETS.includes(letter) ? CLASS.bracket : CLASS.other;
}

const MONEY = /^[-+]?\s*[¥￥]?\s*\d[\d,]*(?:\.\d{1,2})?\s*元?$/;
const MOMENT = /20\d\d\s*[-/.年]\s*\d{1,2}/;
/** Counts, short numbers, numbers of phones, of orders, of trades. */
const NUMBER_LENGTHS = [3, 8, 13, 24];
/** The kind of thing that a stretch of letters looks like. */
export function formOf(text: string): number {
  const bare = text.trim();
  if (bare === '') return 0;
  if (MOMENT.test(bare)) return /\d:\d/.test(bare) ? 1 : 2;
  if (/^\d{1,2}:\d\d(?::\d\d)?$/.test(bare)) return 3;
  if (MONEY.test(bare))
    return /[¥￥元]/.test(bare) ? 4 : bare.includes('.') ? 5 : 6 + bandOf(bare.length, NUMBER_LENGTHS);
  const han = bare.replace(/[^\u3400-\u9fff]/g, '').length;
  if (han === 0) {
    if (/^[A-Z0-9]{3,6}(?:-[A-Z0-9]{3,6}){2,}$/.test(bare)) return 11;
    if (/^[A-Z]{1,4}-?\d{8,}/.test(bare)) return 12;
    if (/^[A-Za-z0-9]{12,}$/.test(bare) && /\d/.test(bare) && /[A-Za-z]/.test(bare)) return 13;
    if (/^[A-Za-z0-9_]{5,12}$/.test(bare) && /\d/.test(bare)) return 14;
    if (/^[A-Za-z ]+$/.test(bare)) return 15;
    return 16;
  }
  if (/[，。！？,!?]/.test(bare)) return 17;
  if (/公司$|经营部$|商行$/.test(bare)) return 18;
  const length = bare.length;
  const mixed = han < length ? 4 : 0;
  return 20 + mixed + (length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3);
}

/** In which of the bands that these bounds make a value lies. */
export const bandOf = (value: number, bounds: readonly number[]): number => {
  let i = 0;
  while (i < bounds.length && value >= bounds[i]!) i++;
  return i;
};

/** Brackets that only labels stand in, and those that stand in a value too. */
const CLOSING = '】]」〕〗』';
const MAY_CLOSE = new Map([
  [')', '('],
  ['）', '（'],
  ['>', '<'],
  ['》', '《'],
  ['}', '{'],
]);
const OPENING = '【[「〔〖『';

/** Where a label inside a line ends: a colon that is none of a time, a closing bracket. */
export function endsLabel(text: string, at: number): boolean {
  const letter = text[at]!;
  if (CLOSING.includes(letter)) return true;
  const opened = MAY_CLOSE.get(letter);
  if (opened !== undefined) return isHead(text.slice(0, at), opened) && at < text.length - 1;
  if (letter !== '：' && letter !== ':') return false;
  return !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
}

/** `(订单号`: a few Chinese letters from an opening bracket at the start of a line. */
function isHead(before: string, opened: string): boolean {
  const from = before.lastIndexOf(opened);
  return (
    from !== -1 &&
    !/[\p{L}\p{N}]/u.test(before.slice(0, from)) &&
    /^[\u3400-\u9fffA-Za-z]{2,10}$/.test(before.slice(from + 1))
  );
}

const SHORT = '[\\u3400-\\u9fff][\\u3400-\\u9fffA-Za-z]{1,9}';
const SIGN = '(?:[=→｜|»~—–]|\\.{3,}|…+|·{3,}|[-_]{2,}|\\s[-/·]\\s)';
/** `订单号 - 8812`, `商品……月卡`, `店铺  青柠`: a label at the start of a line before a sign or much room. */
const SIGNED = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}(?:\\d{1,2}[.、)）])?\\s*${SHORT}(?:\\s*${SIGN}\\s*|\\s{2,}|\\u3000)(?=\\S)`,
  'u',
);
/** `1. `, `（2）`, `• `: what counts or marks the lines of a list. */
const MARK = /^\s*(?:[(（]?\d{1,2}[.、)）．](?!\d)|[\p{So}•·>*#-](?=\s?\p{L}))\s*/u;
/** What stands between the pairs of a line that has several. */
const JOINTS = '；;|｜，,、●\u3000';

/** Stretches of a line between the ends of labels, before opening brackets and behind what ends a value. */
export function stretchesOf(text: string): [from: number, to: number][] {
  const cuts: [number, number][] = [];
  let from = 0;
  for (const head of [MARK, SIGNED]) {
    const to = head.exec(text)?.[0].length ?? 0;
    if (to <= from || to >= text.length) continue;
    cuts.push([from, to]);
    from = to;
  }
  const lastEnd = lastLabelEnd(text);
  for (let i = from; i < text.length; i++) {
    if (OPENING.includes(text[i]!) && i > from) {
      cuts.push([from, i]);
      from = i;
    }
    if (endsLabel(text, i) || (i < lastEnd && JOINTS.includes(text[i]!))) {
      cuts.push([from, i + 1]);
      from = i + 1;
    }
  }
  if (from < text.length) cuts.push([from, text.length]);
  return cuts;
}

/** Does a stretch end as a label does? */
export function isLabelStretch(text: string, from: number, to: number): boolean {
  return endsLabel(text, to - 1) || (from < to && SIGNED.exec(text)?.[0].length === to);
}

function lastLabelEnd(text: string): number {
  for (let i = text.length - 1; i > 0; i--) if (endsLabel(text, i)) return i;
  return -1;
}

const LABEL_SIGNS = /[\s：:【】[\]「」〔〕〖〗『』《》<>{}（）()=→｜|»~—–_…·•\p{So}#*-]|^\d{1,2}[.、)）]|\.{2,}/gu;
export const labelWords = (text: string): string => text.replace(LABEL_SIGNS, '').slice(-8);

/** Of a line that holds label and value, the words of its last label; else the line. */
export function asLabel(text: string): string {
  const cuts = stretchesOf(text);
  if (cuts.length === 0) return '';
  const last =
    cuts.length > 1 && !isLabelStretch(text, ...cuts.at(-1)!)
      ? (cuts.findLast((cut) => isLabelStretch(text, ...cut)) ?? cuts.at(-1)!)
      : cuts.at(-1)!;
  return labelWords(text.slice(last[0], last[1]));
}

/** For each letter: where its run of digits, Latin or Chinese begins, and how long it is. */
export function runsOf(text: string): [start: number, length: number][] {
  const out: [number, number][] = [];
  for (const match of text.matchAll(/[\dA-Za-z-]+|[\u3400-\u9fff]+|[^\dA-Za-z\u3400-\u9fff-]/g)) {
    const length = bandOf(match[0].length, [2, 3, 4, 5, 6, 9, 13, 17, 22]);
    for (let i = 0; i < match[0].length; i++) out.push([Math.min(3, match.index), length]);
  }
  return out;
}
