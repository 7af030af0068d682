/**
 * Finds words in a text in one walk: a tree of characters, longest match at
 * each place. The cost is the length of the text times the longest word.
 */
export interface Hit<T> {
  start: number;
  end: number;
  value: T;
}

interface Node<T> {
  next: Map<string, Node<T>>;
  value?: T;
}

const LATIN = /[a-z0-9]/;
// A run of one character would make the walk quadratic.
const MAX_DOUBLED = 3;

export class WordTree<T> {
  readonly #root: Node<T> = { next: new Map() };
  readonly #skips: number;

  /** @param doubled a character written twice counts once: 骗骗子子 */
  constructor(entries: Iterable<readonly [string, T]>, doubled = false) {
    this.#skips = doubled ? MAX_DOUBLED : 0;
    for (const [word, value] of entries) {
      let node = this.#root;
      for (const character of word) {
        let child = node.next.get(character);
        if (!child) node.next.set(character, (child = { next: new Map() }));
        node = child;
      }
      node.value = value;
    }
  }

  /** The longest word at each place, in order; words may overlap. A word that begins or ends in Latin letters stands alone there. */
  find(text: string): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      const hit = this.#at(text, start);
      if (hit) hits.push(hit);
    }
    return hits;
  }

  #at(text: string, start: number): Hit<T> | undefined {
    let node = this.#root.next.get(text[start]!);
    if (!node || (LATIN.test(text[start]!) && LATIN.test(text[start - 1] ?? ''))) return undefined;
    let best: Hit<T> | undefined;
    for (let i = start; ;) {
      if (node.value !== undefined && !(LATIN.test(text[i]!) && LATIN.test(text[i + 1] ?? ''))) {
        best = { start, end: i + 1, value: node.value };
      }
      let following: Node<T> | undefined = node.next.get(text[i + 1] ?? '');
      for (let skipped = 0; !following && skipped < this.#skips && text[i + 1] === text[i]; skipped++) {
        i++;
        following = node.next.get(text[i + 1] ?? '');
      }
      if (!following) return best;
      node = following;
      i++;
    }
  }
}
