export interface ReadWords {
  text: string;
  /** Mean over the characters, 0 to 1. */
  confidence: number;
  /** One for each UTF-16 unit of `text`. */
  scores: number[];
  /** One for each UTF-16 unit of `text`: the letters that the picture allows as well, likeliest first; often none. */
  others: string[];
  /** Marks such as ， that were measured to be half or full width, and where those stand that could not be measured. */
  marks: { half: number; full: number; open: number[] };
}

export const NOTHING_READ: ReadWords = {
  text: '',
  confidence: 0,
  scores: [],
  others: [],
  marks: { half: 0, full: 0, open: [] },
};
/** Of a letter that is read so surely nothing else is thinkable, and what has less of a share is not. */
const OTHERS = { below: 0.995, from: 0.001, most: 4 } as const;

/**
 * The model leaves out most spaces beside Chinese, yet it sees them: over the
 * sample pictures, blurred and shrunk ones too, the space's share between two
 * such characters was above 0.0018 where one stood and below 0.0009 where none
 * did, but for a few in between; between two Chinese characters up to 0.0015 means nothing.
 */
const SPACE_SEEN = { latin: 0.0018, han: 0.004 } as const;
const SPACE_DOUBTFUL = { from: 0.0008, to: 0.003 } as const;
/** Below what counts as certain, above what counts as unread. */
export const SPACE_DOUBT_SCORE = 0.65;
const LATIN = /[A-Za-z0-9]/;
const HAN = /\p{Script=Han}/u;

/** Spells out the model's answer: class 0 is the blank between letters, the last class the space. */
export function spell(data: Float32Array, dims: readonly number[], characters: readonly string[]): ReadWords {
  const [, steps = 0, classes = 0] = dims;
  let text = '';
  const scores: number[] = [];
  const others: string[] = [];
  const places: number[] = [];
  let last = 0;
  let space = 0;
  for (let step = 0; step < steps; step++) {
    const offset = step * classes;
    let best = 0;
    for (let i = 1; i < classes; i++) if (data[offset + i]! > data[offset + best]!) best = i;
    const score = data[offset + best]!;
    space = Math.max(space, data[offset + classes - 1]!);
    if (best !== 0 && best === last) {
      scores[scores.length - 1] = Math.max(scores.at(-1)!, score);
    } else if (best !== 0) {
      const letter = characters[best - 1] ?? '?';
      if (spaceMayStand(text.at(-1), letter)) {
        const bothHan = HAN.test(text.at(-1)!) && HAN.test(letter);
        const doubtful = !bothHan && space > SPACE_DOUBTFUL.from && space < SPACE_DOUBTFUL.to;
        if (space >= (bothHan ? SPACE_SEEN.han : SPACE_SEEN.latin)) {
          text += ' ';
          scores.push(1);
          others.push('');
          places.push(step);
        }
        if (doubtful) scores[scores.length - 1] = Math.min(scores.at(-1)!, SPACE_DOUBT_SCORE);
      }
      text += letter;
      // How sure the model is of a gap says nothing of the letters.
      scores.push(letter === ' ' ? 1 : score);
      others.push(score < OTHERS.below ? othersAt(data, offset, classes, best, characters) : '');
      places.push(step);
      space = 0;
    }
    last = best;
  }
  doubtGaps(text, places, scores);
  doubtDigitGaps(text, places, scores);
  const confidence = scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { ...measureMarks(text, places), confidence, scores, others };
}

/** The letters that one step of the answer leaves room for beside the best, likeliest first. */
function othersAt(
  data: Float32Array,
  offset: number,
  classes: number,
  best: number,
  characters: readonly string[],
): string {
  const seen: { letter: string; share: number }[] = [];
  for (let i = 1; i < classes; i++) {
    const share = data[offset + i]!;
    const letter = characters[i - 1] ?? '';
    if (i !== best && share >= OTHERS.from && letter.trim() !== '') seen.push({ letter, share });
  }
  return seen
    .toSorted((a, b) => b.share - a.share)
    .slice(0, OTHERS.most)
    .map(({ letter }) => letter)
    .join('');
}

/** Two Chinese characters farther apart than this, in squares, have lost one between them. */
const LOST_BETWEEN = 1.6;

/** A blurred character can vanish without making its neighbours less sure; the hole that it leaves shows. */
function doubtGaps(text: string, places: readonly number[], scores: number[]): void {
  const pairs = Array.from(text, (_, i) => i).filter((i) => i > 0 && HAN.test(text[i]!) && HAN.test(text[i - 1]!));
  const steps = pairs.map((i) => places[i]! - places[i - 1]!).toSorted((a, b) => a - b);
  const square = steps[Math.floor((steps.length - 1) / 2)];
  if (square === undefined || steps.length < 2) return;
  const marked = Array.from(text, (_, i) => i).filter(
    (i) =>
      i > 0 &&
      FULL_MARK.test(text[i]!) &&
      HAN.test(text[i - 1]!) &&
      places[i]! - places[i - 1]! > square * LOST_BEFORE_MARK,
  );
  for (const i of marked) scores[i - 1] = Math.min(scores[i - 1]!, LOST_SCORE);
  for (const i of pairs) {
    if (places[i]! - places[i - 1]! < square * LOST_BETWEEN) continue;
    scores[i] = Math.min(scores[i]!, LOST_SCORE);
    scores[i - 1] = Math.min(scores[i - 1]!, LOST_SCORE);
  }
}

/** Digits of one number are all as wide: over 170 numbers of poor copies no step was wider than 1.48 of their mean. */
const LOST_DIGIT = 1.65;
const RUN = /\d{6,}/g;

/** The same of a digit among digits: of `555` the second can vanish. A second look loses it too. */
function doubtDigitGaps(text: string, places: readonly number[], scores: number[]): void {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const last = index + run.length - 1;
    const mean = (places[last]! - places[index]!) / (run.length - 1);
    for (let i = index + 1; i <= last; i++) {
      if (places[i]! - places[i - 1]! < mean * LOST_DIGIT) continue;
      scores[i] = Math.min(scores[i]!, LOST_DIGIT_SCORE);
      scores[i - 1] = Math.min(scores[i - 1]!, LOST_DIGIT_SCORE);
    }
  }
}

/** Below what a second look makes certain. */
const LOST_DIGIT_SCORE = 0.4;

/** The same before a mark, which stands at the left of its square. */
const LOST_BEFORE_MARK = 1.75;
const FULL_MARK = /[，。！？、；：]/;
const LOST_SCORE = 0.5;

const HALF = ',:;?!()';
const FULL = '，：；？！（）';

/**
 * The model takes ， and , for one another, but knows where the letters stand: a
 * full mark between two Chinese characters keeps them two squares apart, a half one little more than one.
 */
function measureMarks(text: string, places: readonly number[]): Pick<ReadWords, 'text' | 'marks'> {
  const marks: ReadWords['marks'] = { half: 0, full: 0, open: [] };
  const steps: number[] = [];
  for (let i = 1; i < text.length; i++)
    if (HAN.test(text[i]!) && HAN.test(text[i - 1]!)) steps.push(places[i]! - places[i - 1]!);
  const square = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const measured = [...text].map((letter, i) => {
    const at = Math.max(HALF.indexOf(letter), FULL.indexOf(letter));
    if (at === -1 || !HAN.test(text[i - 1] ?? '')) return letter;
    if (steps.length < 2 || !HAN.test(text[i + 1] ?? '')) {
      marks.open.push(i);
      return letter;
    }
    const width = places[i + 1]! - places[i - 1]! < square * HALF_MARK ? 'half' : 'full';
    marks[width]++;
    return (width === 'half' ? HALF : FULL)[at]!;
  });
  return { text: measured.join(''), marks };
}

/** Writes the marks that could not be measured (at a line's end) as the others on the picture are. */
export function levelMarks(words: readonly Pick<ReadWords, 'text' | 'marks'>[]): string[] {
  const half = words.reduce((sum, { marks }) => sum + marks.half, 0);
  const full = words.reduce((sum, { marks }) => sum + marks.full, 0);
  if (half === full) return words.map(({ text }) => text);
  const [from, to] = half > full ? [FULL, HALF] : [HALF, FULL];
  return words.map(({ text, marks }) =>
    [...text]
      .map((letter, i) => (marks.open.includes(i) && from.includes(letter) ? to[from.indexOf(letter)]! : letter))
      .join(''),
  );
}

/** In squares from the character before to the one behind. */
const HALF_MARK = 1.75;

/** Beside Chinese, or between a letter and a digit; never inside a run of digits or capitals, where codes stand. */
function spaceMayStand(before: string | undefined, after: string): boolean {
  if (before === undefined) return false;
  if (HAN.test(before)) return LATIN.test(after) || HAN.test(after);
  if (HAN.test(after)) return LATIN.test(before);
  return /[a-z]/i.test(before) && /\d/.test(after) && !/[A-Z]/.test(before);
}
