/** Words of a table as one pattern. Each is a regular expression of its own. */
export interface Words {
  words: readonly string[];
  /** `whole`: the text is one of them and nothing else; `start`: it begins with one. */
  at?: 'start' | 'whole' | undefined;
  /** `i`: capitals are no matter; `u`: letters of all scripts. */
  flags?: string | undefined;
}

/** One pattern of many rows of alternatives, so that each row can say what it is for. */
export function anyOf(rows: readonly string[], flags = ''): RegExp {
  return new RegExp(rows.join('|'), flags);
}

/** The same for a text that is one of them and nothing else. */
export function oneOf(rows: readonly string[], flags = ''): RegExp {
  return new RegExp(`^(?:${rows.join('|')})$`, flags);
}

/** @throws SyntaxError where a word is no regular expression; building the tables proves that none is */
export function patternOf({ words, at, flags }: Words): RegExp {
  if (at === 'whole') return oneOf(words, flags);
  return at === 'start' ? new RegExp(`^(?:${words.join('|')})`, flags) : anyOf(words, flags);
}
