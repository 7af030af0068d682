import { HARMLESS } from '../../knowledge/built/lint.ts';
import type { Stretch } from './sentences.ts';
import { WordTree } from './word-tree.ts';

/** Words in which an ugly one is only letters, each with the id of its kind. */
const words = new WordTree(HARMLESS.flatMap(({ id, words: list }) => list.map((word) => [word, id] as const)));

/** Why words of this kind are harmless, in Chinese. */
export function harmlessReason(id: string): string | undefined {
  if (id === INSIDE_A_WORD) return '是前后两个词拼在一起的字';
  return HARMLESS.find((each) => each.id === id)?.reason;
}

/** The longest harmless word can begin so far before a hit. */
const BEFORE = 40;

/**
 * What makes a hit harmless: a word that covers it wholly, or overlaps with it and is as long;
 * for a word of a table also that the sentence has it only by chance, between two words.
 * @returns for each hit the id of the reason, undefined where it is not harmless
 */
export function harmlessAt(own: string): (hit: Stretch, isWord: boolean) => string | undefined {
  const covers = words.find(own);
  return (hit, isWord) => {
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
    return isWord && hit.end - hit.start === SHORT && straddles(own, hit) ? INSIDE_A_WORD : undefined;
  };
}

function outweighs(cover: Stretch, hit: Stretch): boolean {
  const inside = cover.start <= hit.start && cover.end >= hit.end;
  const contained = hit.start <= cover.start && hit.end >= cover.end;
  return inside || (!contained && cover.end - cover.start >= hit.end - hit.start);
}

/** The id of what is no word of its own, but the end of one and the beginning of another: 上当 in 当晚上当天. */
export const INSIDE_A_WORD = 'inside-a-word';

/** Only words of two signs come about by chance; longer phrases are cut differently from what they mean. */
const SHORT = 2;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** So much beside a hit is cut into words. More would say no more, and costs memory by the square. */
const BESIDE = 8;

type Cut = readonly (readonly [index: number, segment: string])[];
const cuts = new Map<string, Cut>();
const MOST_CUTS = 1024;

/** The words of a few signs; what was just cut is not cut again. */
function cutIntoWords(near: string): Cut {
  const known = cuts.get(near);
  if (known) return known;
  const cut = Array.from(segmenter.segment(near), ({ index, segment }) => [index, segment] as const);
  if (cuts.size >= MOST_CUTS) cuts.clear();
  cuts.set(near, cut);
  return cut;
}

/** Does a word of the sentence begin before a hit and end in it, or begin in it and end behind it? */
function straddles(own: string, { start, end }: Stretch): boolean {
  const from = Math.max(0, start - BESIDE);
  for (const [index, segment] of cutIntoWords(own.slice(from, end + BESIDE))) {
    const [first, last] = [from + index, from + index + segment.length];
    if (first >= end) return false;
    // 气得一晚上: the particle belongs to what stands before it.
    if (segment.startsWith('得')) continue;
    if ((first < start && last > start && last < end) || (first > start && first < end && last > end)) return true;
  }
  return false;
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
