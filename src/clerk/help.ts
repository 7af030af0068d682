import { HELP_TOPICS } from '../knowledge/built/help.ts';

/** A page on what people ask, as it stands under docs/help. */
export interface HelpTopic {
  title: string;
  /** Other words for it. */
  also: readonly string[];
  body: string;
}

export function helpTopics(): Omit<HelpTopic, 'body'>[] {
  return HELP_TOPICS.map(({ title, also }) => ({ title, also }));
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The page that is called so, or is the only one of whose names the words are a part. */
export function findTopic(words: string): HelpTopic | undefined {
  const wanted = plain(words);
  const exact = HELP_TOPICS.find(({ title, also }) => [title, ...also].some((name) => plain(name) === wanted));
  if (exact || wanted === '') return exact;
  const found = HELP_TOPICS.filter(({ title, also }) =>
    [title, ...also].some((name) => plain(name).includes(wanted) || wanted.includes(plain(name))),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Titles of pages that share two signs in a row with the words. */
export function nearestTopics(words: string): string[] {
  const signs = [...plain(words)];
  const pairs = signs.slice(1).map((sign, i) => signs[i]! + sign);
  return HELP_TOPICS.filter(({ title, also }) =>
    [title, ...also].some((name) => pairs.some((pair) => plain(name).includes(pair))),
  ).map(({ title }) => title);
}
