import { HARMLESS } from '../../knowledge/built/lint.ts';
import { type Stretch } from './sentences.ts';
import { WordTree } from './word-tree.ts';

/** Words in which an ugly one is only letters, each with the id of its kind. */
const words = new WordTree(HARMLESS.flatMap(({ id, words: list }) => list.map((word) => [word, id] as const)));

/** The longest harmless word can begin so far before a hit. */
const BEFORE = 40;

/**
 * What makes a hit harmless: a word that covers it wholly, or overlaps with it and is as long.
 * @returns for each hit the id of the reason, undefined where it is not harmless
 */
export function harmlessAt(own: string): (hit: Stretch) => string | undefined {
  const covers = words.find(own);
  return (hit) => {
    let low = 0;
    let high = covers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (covers[middle]!.start < hit.start - BEFORE) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < covers.length && covers[i]!.start < hit.end; i++) {
      if (covers[i]!.end > hit.start && outweighs(covers[i]!, hit)) return covers[i]!.value;
    }
    return undefined;
  };
}

function outweighs(cover: Stretch, hit: Stretch): boolean {
  const inside = cover.start <= hit.start && cover.end >= hit.end;
  const contained = hit.start <= cover.start && hit.end >= cover.end;
  return inside || (!contained && cover.end - cover.start >= hit.end - hit.start);
}

/** The writer's words without those that are harmless whatever they look like, which say nothing of what a sentence is like. */
export function withoutHarmless(own: string, mask: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of words.find(own)) {
    if (start < at) continue;
    rest += own.slice(at, start) + mask.repeat(end - start);
    at = end;
  }
  return rest + own.slice(at);
}
