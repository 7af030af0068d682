/** So many answers are kept; a page asks for a few hundred. */
const MOST = 4096;

/**
 * The same function, which answers the same words a second time from what it said: on one page the same lines are
 * looked at many times over. What it answers must hang on nothing but the words, and nobody may change it.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (answers.has(text)) return answers.get(text)!;
    const answer = work(text);
    if (answers.size >= MOST) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}

/**
 * The same for what is asked of a thing that stays as it is, such as a page: known as long as somebody has the thing.
 * What is answered is shared, and nobody may change it.
 */
export function rememberedOf<K extends object, T>(work: (of: K) => T): (of: K) => T {
  const answers = new WeakMap<K, { answer: T }>();
  return (of) => {
    let known = answers.get(of);
    if (!known) answers.set(of, (known = { answer: work(of) }));
    return known.answer;
  };
}
