import { WELL_KNOWN } from '../../knowledge/built/well-known.ts';
import { once } from '../../model/once.ts';

/** The signs that a sign is taken for. */
const alikeTo = once(() => {
  const all = new Map<string, Set<string>>();
  for (const group of WELL_KNOWN.alike)
    for (const sign of group) all.set(sign, new Set([...(all.get(sign) ?? []), ...group]));
  return all;
});

/** Is one sign taken for the other where a picture is not clear? */
export const looksLike = (a: string, b: string): boolean => alikeTo().get(a)?.has(b) === true;

/** More letters than these are not misread in one name. */
const MOST_MISREAD = 2;

/** Are these the same words but for letters that look alike, as 末 and 未, or O and 0? */
export function differInLooksOnly(a: string, b: string): boolean {
  const [p, q] = [a, b].map((text) => [...text.normalize('NFKC').replace(/\s/g, '')]) as [string[], string[]];
  if (p.length !== q.length) return false;
  const other = p.flatMap((letter, i) => (letter === q[i] ? [] : [i]));
  return (
    other.length > 0 &&
    other.length <= Math.min(MOST_MISREAD, p.length - 1) &&
    other.every((i) => looksLike(p[i]!, q[i]!))
  );
}
