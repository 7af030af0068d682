import { TROUBLE_WORDS } from '../../knowledge/built/trouble-words.ts';
import { foldText } from '../../words/fold.ts';
import { placeOf } from '../../words/judge.ts';

/** What a sentence is heard by falls into so many places; two that fall into one are not told apart. */
export const BUCKETS = 2 ** 15;

/** One letter for each class of words, in the order of the table. */
const FIRST_CLASS = 0xe000;
const CLASS_OF = new Map(
  TROUBLE_WORDS.flatMap(([, words], at) =>
    words.split(/\s+/).map((word) => [word, String.fromCharCode(FIRST_CLASS + at)] as const),
  ),
);
const LONGEST = Math.max(...[...CLASS_OF.keys()].map((word) => word.length));
/** So many Latin letters on end are several words whose spaces a picture lost. */
const RUN_TOGETHER = 15;
/** Of a Latin word what says which one it is, however it ends. */
const STEM = 5;
/** The words of no class between two that have one. */
const OTHER = '.';

/** A sentence without what does not change what it says: width, case, traditional forms, spaces, which number. */
function plainOf(said: string): string {
  return foldText(said)
    .text.replaceAll('帐', '账')
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}\p{N}]+/gu, (marks) => (marks.trim() === '' ? ' ' : '_'))
    .replace(/ (?![a-z])|(?<![a-z]) /g, '');
}

const isLatin = (letter: string | undefined): boolean => letter !== undefined && letter >= 'a' && letter <= 'z';

/** Chinese letters one by one, Latin words whole. */
function piecesOf(plain: string): string[] {
  return plain.match(/[a-z]+|[^ ]/g) ?? [];
}

/** The classes of the words in it, each as one letter, and one mark for all that stands between. */
function classesOf(plain: string): string {
  let out = '';
  for (let at = 0; at < plain.length;) {
    const word = wordAt(plain, at);
    if (word !== undefined) out += CLASS_OF.get(word)!;
    else if (plain[at] === '_' || plain[at] === '0') out += plain[at]!;
    else if (plain[at] !== ' ' && !out.endsWith(OTHER)) out += OTHER;
    at += word?.length ?? (isLatin(plain[at]) ? latinFrom(plain, at) : 1);
  }
  return out;
}

const latinFrom = (plain: string, at: number): number => {
  const length = /^[a-z]+/.exec(plain.slice(at))![0].length;
  return length < RUN_TOGETHER ? length : 1;
};

/** The longest word of a class that stands here; of Latin ones only whole words, but where spaces were lost. */
function wordAt(plain: string, at: number): string | undefined {
  const latin = isLatin(plain[at]) ? latinFrom(plain, at) : undefined;
  if (latin !== undefined && latin > 1) {
    const word = plain.slice(at, at + latin);
    // A Latin letter may begin a Chinese word: q币.
    if (isLatin(plain[at + 1])) return CLASS_OF.has(word) ? word : undefined;
  }
  for (let length = Math.min(LONGEST, plain.length - at); length > 0; length--) {
    const word = plain.slice(at, at + length);
    if (CLASS_OF.has(word)) return word;
  }
  return undefined;
}

/** The place of a sign of one sort. */
const bucketOf = (sort: number, sign: string): number => placeOf(sort, sign, BUCKETS);

const SORTS = { pieces: 1, stem: 2, classes: 3, bare: 4, order: 5 } as const;

/** Everything of up to so many on end, from so few on. */
function* runsOf(parts: ArrayLike<string>, least: number, most: number): Generator<string> {
  for (let i = 0; i < parts.length; i++) {
    let run = '';
    for (let n = 1; n <= most && i + n <= parts.length; n++) {
      run +=
        n > 1 && isLatin(run.at(-1)) && isLatin(parts[i + n - 1]![0]) ? ` ${parts[i + n - 1]!}` : parts[i + n - 1]!;
      if (n >= least) yield run;
    }
  }
}

/**
 * What a sentence is heard by: its letters and words, alone and in twos; the classes of its words in rows of up to
 * three, with and without a sign for what stands between; and which class stands somewhere before which.
 */
export function signsOf(said: string): Int32Array {
  const plain = plainOf(said);
  const signs = new Set<number>();
  const pieces = ['^', ...piecesOf(plain), '$'];
  for (const run of runsOf(pieces, 1, 2)) signs.add(bucketOf(SORTS.pieces, run));
  for (const piece of pieces) if (isLatin(piece[0])) signs.add(bucketOf(SORTS.stem, piece.slice(0, STEM)));
  const classes = classesOf(plain);
  for (const run of runsOf(`^${classes}$`, 1, 3)) signs.add(bucketOf(SORTS.classes, run));
  const bare = classes.replaceAll(OTHER, '');
  for (const run of runsOf(`^${bare}$`, 2, 3)) signs.add(bucketOf(SORTS.bare, run));
  for (let i = 0; i < bare.length; i++)
    for (let j = i + 1; j < bare.length; j++) signs.add(bucketOf(SORTS.order, bare[i]! + bare[j]!));
  return Int32Array.from(signs);
}
