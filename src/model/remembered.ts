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
