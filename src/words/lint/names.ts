import { bareText, foldText } from '../fold.ts';
import { placesOf } from '../private/redact-text.ts';
import { MASK } from './speech.ts';

/** Masks the names of the case: 奸商小铺 is what the shop is called, not what the writer calls it. */
export function hideNames(own: string, names: readonly string[]): string {
  const known = names.filter((name) => name.trim().length > 1);
  if (known.length === 0) return own;
  const bare = bareText(own);
  const units = own.split('');
  for (const { start, end } of known.flatMap((name) => placesOf(bare, foldText(name).text)))
    units.fill(MASK, start, end);
  return units.join('');
}
