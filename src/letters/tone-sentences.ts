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
  /^[\s"”’)]*(?:否则|不然|要不然|要不|到时|届时|别怪|后果|我就|我会|我们就|我直接|我要|那就|那我|就|直接|不信|信不信|等着|要么|这样|不退|不赔|不给|不处理|不还|不解决|再不|晚了|过时|逾期|过期|超过|时间一到|一分|少一分|想|网上|咱|大家)/;

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

/** Each sentence, with the one before it where it only continues that. */
export function thoughtsOf(text: string): Stretch[] {
  const sentences = sentencesOf(text);
  return sentences.map((sentence, i) => {
    const before = sentences[i - 1];
    if (!before || before.end < sentence.start - 1) return sentence;
    return CONTINUES.test(text.slice(sentence.start, sentence.start + 12)) ? { start: before.start, end: sentence.end } : sentence;
  });
}
