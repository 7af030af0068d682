import { bucket, grams, SPACE } from './buckets.ts';
import { bandOf, CLASS, classOf, formOf, isLabelStretch, labelWords, runsOf, stretchesOf } from './forms.ts';
import { FROM, FULL, isSurelyValue, type LabelBeside, labelsOf, neighbourAt, type Side, sideOf } from './label-side.ts';
import { neighbours, type PlacedLine, type Seen } from './neighbours.ts';
import { type Rank, ranksOn } from './ranks.ts';

/** Features of one line: those of the line itself, which all its letters share, and those of each letter. */
export interface LineFeatures {
  shared: Uint32Array;
  /** `perLetter` of every letter in turn. */
  letters: Uint32Array;
  perLetter: number;
}

/** What a phone writes at its top. */
const SIGN = /^\d{1,2}:\d\d$|^(?:[45]G|WLAN|WiFi)/i;
const TITLES = 2;
const TITLE_LETTERS = 12;
const ROWS_FROM_TOP = [1, 2, 3, 4, 6, 10];

interface PageSeen {
  width: number;
  /** How far to the right the words of the page reach. */
  right: number;
  usualHeight: number;
  order: ReadonlyMap<Seen, number>;
  title: readonly number[];
  side: Side | undefined;
  /** Those that stand where the page has its labels, beside what is surely a value. */
  heads: ReadonlySet<Seen>;
  rankOf: (words: string) => Rank;
}

/** What the model looks at, for each line of a page. Pure. */
export function featuresOf(lines: readonly PlacedLine[], width: number): LineFeatures[] {
  const seen = neighbours(lines);
  const heights = seen.map(({ box }) => box.height).toSorted((a, b) => a - b);
  const fromTop = seen.toSorted((a, b) => a.middle - b.middle);
  const title: number[] = [];
  for (const { text } of fromTop.filter((one) => !SIGN.test(one.text)).slice(0, TITLES))
    grams(title, SPACE.title, text.slice(0, TITLE_LETTERS));
  const side = sideOf(seen);
  const page: PageSeen = {
    width,
    right: Math.max(0, ...seen.map(({ right }) => right)),
    usualHeight: heights[heights.length >> 1] ?? 1,
    order: new Map(fromTop.map((one, i) => [one, i])),
    title,
    side,
    heads: new Set(side ? seen.filter(isSurelyValue).flatMap((one) => neighbourAt(one, side) ?? []) : []),
    rankOf: ranksOn(seen.map(({ text }) => text)),
  };
  const labels = labelsOf(seen, page.right, side);
  return seen.map((one) => {
    const label = labels.get(one)!;
    const shared = [bucket(SPACE.bias, 0), ...title];
    addWordsAround(shared, one, label);
    addPlace(shared, one, label, page);
    return { shared: Uint32Array.from(shared), letters: lettersOf(one, label, page), perLetter: PER_LETTER };
  });
}

function addWordsAround(shared: number[], { after, form }: Seen, label: LabelBeside): void {
  grams(shared, SPACE.left, label.left);
  if (label.from === 7) grams(shared, SPACE.belowWords, label.below);
  grams(shared, SPACE.above, label.above);
  grams(shared, SPACE.wrapped, label.wrapped);
  if (after) grams(shared, SPACE.right, labelWords(after.text).slice(0, 4));
  grams(shared, SPACE.labelWord, label.words);
  grams(shared, SPACE.labelAndShape, label.words, form + 1);
}

/** No line there. */
const NOBODY = 99;

function addPlace(
  shared: number[],
  one: Seen,
  { from }: LabelBeside,
  { width, right: margin, usualHeight, order, side, heads }: PageSeen,
): void {
  const { form, box, above, left, after, below, right } = one;
  const at = order.get(one)!;
  const centred = Math.abs(box.x - (width - right)) < width * 0.06;
  shared.push(
    bucket(SPACE.shape, form, from),
    bucket(SPACE.shape, form, 10 + (above?.form ?? NOBODY), from),
    bucket(SPACE.shape, form, 200 + (left?.form ?? NOBODY)),
    bucket(SPACE.shape, form, 400 + (after?.form ?? NOBODY)),
    bucket(SPACE.side, form, side ? FROM[side] : 0, from),
    bucket(SPACE.side, form, side ? FROM[side] : 0, 20, heads.has(one) ? 1 : 0),
    bucket(SPACE.below, form, below?.form ?? NOBODY),
    bucket(SPACE.place, 1, bandOf(at, ROWS_FROM_TOP), form),
    bucket(SPACE.place, 2, bandOf(order.size - at, [1, 2, 3, 4, 6]), form),
    bucket(SPACE.place, 3, bandOf(box.height / usualHeight, [0.8, 0.95, 1.1, 1.3, 1.7]), form),
    bucket(SPACE.place, 4, centred ? 1 : 0, form),
    bucket(SPACE.place, 5, bandOf(box.x / width, [0.06, 0.2, 0.4, 0.6]), form),
    bucket(SPACE.place, 6, bandOf(right / width, [0.4, 0.6, 0.8, 0.94]), form),
    bucket(SPACE.place, 7, above ? bandOf((box.y - above.bottom) / usualHeight, [0.3, 0.8, 1.5, 3]) : 9, form),
    bucket(SPACE.place, 8, bandOf(order.size, [4, 7, 12, 20, 40])),
    bucket(SPACE.filled, form, above ? bandOf((margin - above.right) / usualHeight, FULL) : 9, above?.form ?? NOBODY),
    bucket(SPACE.filled, form, 20 + bandOf((margin - right) / usualHeight, FULL), below?.form ?? NOBODY),
  );
}

/** So many pairs of letters of a label, from its end, wherever they stand in it. */
const LABEL_PAIRS = 5;
/** How many features each letter has: first those of the letter itself, then those of the stretch that it stands in. */
export const OF_LETTER = 13;
const PER_LETTER = 32 + 2 * LABEL_PAIRS;
/** All digits are one letter: which number it is says nothing of its part. */
const ANY_DIGIT = 48;
const BEFORE_LINE = 1;
const BEHIND_LINE = 2;
/** 订单编码8812…: Chinese, then something else, with no sign between. */
const GLUED = /^[\s【[「]*([\u3400-\u9fff]{2,8})\s*(?=[^\u3400-\u9fff\s])/;

/** Which pairs of letters a label has: 买家付款完成时间 is one of paying, though neither end of it says so. */
function pairsOf(label: string, how: number, shape: number): number[] {
  const out: number[] = [];
  for (let k = 0; k < LABEL_PAIRS; k++) {
    const at = label.length - 2 - k;
    const [a, b] = at < 0 ? [0, how] : [label.charCodeAt(at), label.charCodeAt(at + 1)];
    out.push(bucket(SPACE.labelPair, a, b), bucket(SPACE.labelPairAndShape, a, b, shape));
  }
  return out;
}

function lettersOf(one: Seen, beside: LabelBeside, { order, rankOf }: PageSeen): Uint32Array {
  const { text } = one;
  const row = bandOf(order.get(one)!, ROWS_FROM_TOP);
  const classes = Uint8Array.from({ length: text.length }, (_, i) => classOf(text[i]!));
  const cls = (i: number): number => classes[i] ?? CLASS.outside;
  const chr = (i: number): number =>
    i < 0 ? BEFORE_LINE : i >= text.length ? BEHIND_LINE : cls(i) === CLASS.digit ? ANY_DIGIT : text.charCodeAt(i);
  const letters = new Uint32Array(text.length * PER_LETTER);
  /** The label that ended before this stretch of the line. */
  let inline = '';
  for (const [from, to] of stretchesOf(text)) {
    const words = text.slice(from, to);
    const form = formOf(words.replace(/[：:】\]；;，,。、|｜]$/, ''));
    const head = GLUED.exec(words);
    const rest = head ? formOf(words.slice(head[0].length)) : 0;
    const ends = isLabelStretch(text, from, to) ? 1 : 0;
    const own = labelWords(words);
    const ownLast = [own.charCodeAt(own.length - 1) || 0, own.charCodeAt(own.length - 2) || 0] as const;
    const ownFirst = [own.charCodeAt(0) || 0, own.charCodeAt(1) || 0] as const;
    const runs = runsOf(words);
    const rank = rankOf(words);
    const ofStretch = (glued: boolean): number[] => {
      const label = inline || (glued ? head![1]! : '') || beside.words;
      const how = inline ? 3 : glued ? 4 : beside.from;
      const shape = glued ? rest + 40 : form;
      const last = (k: number): number => (k > label.length ? 0 : label.charCodeAt(label.length - k));
      const [first, second] = [0, 1].map((k) => (k < label.length ? label.charCodeAt(k) : 0)) as [number, number];
      return [
        bucket(SPACE.inStretch, 10, ends, shape),
        bucket(SPACE.stretchShape, shape, how, ends),
        bucket(SPACE.stretchLabel, last(1), last(2)),
        bucket(SPACE.stretchLabel, last(2), last(3), 1),
        bucket(SPACE.stretchLabel, last(3), last(4), 2),
        bucket(SPACE.stretchLabel, first, second, 3),
        bucket(SPACE.stretchBoth, last(1), last(2), shape),
        bucket(SPACE.stretchBoth, last(2), last(3), shape + 100),
        bucket(SPACE.stretchBoth, first, second, shape + 200),
        bucket(SPACE.stretchBoth, last(1), 0, shape + 300),
        bucket(SPACE.inline, last(1), last(2), how),
        bucket(SPACE.run, 40, shape, row),
        bucket(SPACE.run, 41, ends * 2 + (one.after ? 1 : 0), form),
        bucket(SPACE.own, ownLast[0], ownLast[1], ends),
        bucket(SPACE.own, ownLast[0], ownLast[1], 10 + how, last(1)),
        bucket(SPACE.own, ownFirst[0], ownFirst[1], 2),
        bucket(SPACE.own, ownLast[0], ownFirst[0], 3, how),
        bucket(SPACE.rank, rank.kind, rank.at, rank.again ? 1 : 0, ends),
        bucket(SPACE.rank, 10 + rank.kind, rank.at, how, last(1)),
        ...pairsOf(label, how, shape),
      ];
    };
    // What stands before a value that is glued to its label is of another stretch.
    const end = head === null ? from : from + head[0].length;
    const [before, behind] = [ofStretch(false), head === null ? undefined : ofStretch(true)];
    for (let i = from; i < to; i++) {
      const glued = behind !== undefined && i >= end;
      const shape = glued ? rest + 40 : form;
      const how = inline ? 3 : glued ? 4 : beside.from;
      const [runStart, runLength] = runs[i - from]!;
      letters.set(
        [
          bucket(SPACE.letter, 0, chr(i)),
          bucket(SPACE.letter, 1, chr(i - 1)),
          bucket(SPACE.letter, 2, chr(i + 1)),
          bucket(SPACE.letter, 3, chr(i - 1), chr(i)),
          bucket(SPACE.letter, 4, chr(i), chr(i + 1)),
          bucket(SPACE.letter, 5, chr(i - 1), chr(i), chr(i + 1)),
          bucket(SPACE.letter, 6, chr(i - 2), chr(i - 1), chr(i)),
          bucket(SPACE.letter, 7, chr(i), chr(i + 1), chr(i + 2)),
          bucket(SPACE.classes, cls(i), cls(i - 1), cls(i + 1)),
          bucket(SPACE.classes, 100 + cls(i), cls(i - 2) * 11 + cls(i - 1), cls(i + 1) * 11 + cls(i + 2)),
          bucket(SPACE.inStretch, Math.min(4, i - from), Math.min(4, to - 1 - i), shape),
          bucket(SPACE.run, cls(i), runLength, how),
          bucket(SPACE.run, 20 + cls(i), runLength, runStart),
        ],
        i * PER_LETTER,
      );
      letters.set(glued ? behind : before, i * PER_LETTER + OF_LETTER);
    }
    inline = ends ? labelWords(words) : '';
  }
  return letters;
}
