import { bareName, isNoName, KNOWN_PLATFORMS } from './names.ts';
import type { GivenBy } from '../../model/evidence.ts';
import { part, type Cell } from './page.ts';

export interface NamedCell {
  cell: Cell;
  /** How surely the words are a name of this kind. */
  sure: boolean;
  by: GivenBy;
}

/** What the first of the cells that says anything says. */
export function first(cells: readonly Cell[], look: (cell: Cell) => NamedCell | undefined): NamedCell | undefined {
  for (const cell of cells) {
    const found = look(cell);
    if (found) return found;
  }
  return undefined;
}

/** The name in a cell, without the words around it; undefined where it names nobody. */
export function cut(cell: Cell, said: string, by: GivenBy, sure = true): NamedCell | undefined {
  const name = bareName(said);
  const at = cell.text.indexOf(name);
  // 欢迎使用某某平台: of a name that not everyone knows it is a part, but not where 平台 is who does something.
  if (by !== 'position' && ENDS_WITH_PLATFORM.test(cell.text.slice(at + name.length)) && !KNOWN_PLATFORMS.test(name))
    return cut(cell, name + PLATFORM_WORD, by, sure);
  return at === -1 || name.length < 2 || name.length > 24 || isNoName(name)
    ? undefined
    : { cell: part(cell, at, at + name.length), sure, by };
}

const PLATFORM_WORD = '平台';
const ENDS_WITH_PLATFORM = /^平台(?!(?:全程)?(?:保障|守护|护航|保护|捍卫))/;

/** Does it stand in the middle of the page? */
export function isCentred({ place }: Cell, width: number | undefined): boolean {
  return (
    place !== undefined && width !== undefined && Math.abs(place.x - (width - place.x - place.width)) < width * 0.06
  );
}
