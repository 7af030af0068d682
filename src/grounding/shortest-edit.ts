/** More differences than this, and what lies between the common ends counts as rewritten. */
const MOST_CHANGES = 1500;

/**
 * Pairs equal items of two lists in order, by the shortest edit between them (Myers 1986).
 * @returns pairs of places, ascending
 */
export function pairEqual<T>(a: ArrayLike<T>, b: ArrayLike<T>): [number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const pairs: [number, number][] = [];
  for (let i = 0; i < head; i++) pairs.push([i, i]);
  for (const [i, j] of shortestEdit(a, b, head, a.length - tail, b.length - tail)) pairs.push([i, j]);
  for (let i = tail; i > 0; i--) pairs.push([a.length - i, b.length - i]);
  return pairs;
}

function shortestEdit<T>(
  a: ArrayLike<T>,
  b: ArrayLike<T>,
  from: number,
  aEnd: number,
  bEnd: number,
): [number, number][] {
  const [n, m] = [aEnd - from, bEnd - from];
  if (n === 0 || m === 0) return [];
  const most = Math.min(n + m, MOST_CHANGES);
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(furthest.slice(most + 1 - d - 1, most + 1 + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const at = most + 1 + k;
      const down = k === -d || (k !== d && furthest[at - 1]! < furthest[at + 1]!);
      let x = down ? furthest[at + 1]! : furthest[at - 1]! + 1;
      while (x < n && x - k < m && a[from + x] === b[from + x - k]) x++;
      furthest[at] = x;
      if (x >= n && x - k >= m) return walkBack(trace, d, n, m, from);
    }
  }
  return [];
}

function walkBack(trace: readonly Int32Array[], last: number, n: number, m: number, from: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [n, m];
  for (let d = last; d >= 0; d--) {
    const row = trace[d]!;
    const reached = (k: number): number => row[d + 1 + k]!;
    const k = x - y;
    const down = k === -d || (k !== d && reached(k - 1) < reached(k + 1));
    const before = down ? k + 1 : k - 1;
    const startX = d === 0 ? 0 : reached(before);
    const startY = startX - before;
    const enteredAt = d === 0 ? 0 : down ? startX : startX + 1;
    while (x > enteredAt) pairs.push([from + --x, from + --y]);
    if (d > 0) [x, y] = [startX, startY];
  }
  return pairs.toReversed();
}
