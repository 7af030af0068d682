import { MARKETS } from './second/markets.ts';
import { PRIVATE } from './second/private.ts';
import { WEBSHOPS } from './second/webshops.ts';
import type { LookDossier } from './page.ts';

/** Looks by another author who had read no rule of the reader. */
export const SECOND: readonly LookDossier[] = [...WEBSHOPS, ...MARKETS, ...PRIVATE];
