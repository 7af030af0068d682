import { named } from './patterns.ts';

/** A stretch of the folded text; offsets of its UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

const END = /[。!?;\n]/;
/** Longer ones are cut: a rule looks at what a reader takes in at once, and the cost stays linear. */
const LONGEST = 240;

/** Cuts a text into sentences at full stops, semicolons and line ends. */
export function sentencesOf(text: string): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (END.test(text[i]!) || i - start >= LONGEST) {
      if (i > start) sentences.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** A sentence and where its thought begins: with the sentence before where it only continues that. */
export interface Thought extends Stretch {
  from: number;
}

/** Each sentence in order, as a thought. */
export function thoughtsOf(text: string): Thought[] {
  const sentences = sentencesOf(text);
  return sentences.map((sentence, i) => {
    const before = sentences[i - 1];
    const alone =
      !before ||
      before.end < sentence.start - 1 ||
      !named('continues').test(text.slice(sentence.start, sentence.start + 12));
    return { ...sentence, from: alone ? sentence.start : before.start };
  });
}

/** The thought that holds a place. */
export function thoughtAt(thoughts: readonly Thought[], at: number): Thought {
  let low = 0;
  let high = thoughts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (thoughts[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return thoughts[low]!;
}
