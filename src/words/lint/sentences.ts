/** A stretch of the folded text; offsets of its UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

const END = /[。!?;\n]/;
/** Longer ones are cut: a rule looks at what a reader takes in at once, and the cost stays linear. */
const LONGEST = 240;
/** A sentence that begins so is the second half of the one before. */
const CONTINUES =
  /^[\s"”’)]*(?:否则|不然|要不然|要不|到时|届时|别怪|后果|我就|我会|我们就|我直接|我要|那就|那我|就|直接|不信|信不信|等着|要么|这样|不退|不赔|不给|不处理|不还|不解决|再不|晚了|过时|逾期|过期|超过|时间一到|一分|少一分|想|网上|咱|大家|行|好[,吧]|可以|ok|那|明天|今晚|我叫|我让|警察)/;

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
      !before || before.end < sentence.start - 1 || !CONTINUES.test(text.slice(sentence.start, sentence.start + 12));
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
