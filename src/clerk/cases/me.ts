import { readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeFact, type FactKey } from '../../model/facts.ts';
import { makeFolder } from '../files/folder.ts';
import { placeFile } from '../files/place.ts';
import { explainWrite } from '../files/write.ts';
import { giveFact } from '../intake/record-facts.ts';
import { homeFolder, type World } from '../files/home-folder.ts';
import type { OpenCase } from './open-case.ts';

/** What a document can need of the buyer himself. */
export const ME_KEYS = ['buyerName', 'buyerPhone', 'buyerAddress', 'buyerIdNo'] as const satisfies readonly FactKey[];
export type MeKey = (typeof ME_KEYS)[number];
export type Me = Partial<Record<MeKey, string>>;

const fileOf = (world: World): string => join(homeFolder(world), 'me.json');

/** The buyer's own data as kept; empty when nothing is. */
export function readMe(world: World): Me {
  try {
    const kept = JSON.parse(readFileSync(fileOf(world), 'utf8')) as Record<string, unknown>;
    return Object.fromEntries(
      ME_KEYS.flatMap((key) => (typeof kept[key] === 'string' && kept[key] !== '' ? [[key, kept[key]]] : [])),
    );
  } catch {
    return {};
  }
}

/**
 * Keeps the buyer's own data once, in a file that only its owner can read; an empty value takes one back.
 * @throws KamengError of normalizeFact, OUT_NOT_WRITABLE
 */
export function keepMe(world: World, changes: ReadonlyMap<MeKey, string>): Me {
  const me: Me = { ...readMe(world) };
  for (const [key, typed] of changes) {
    if (typed === '') delete me[key];
    else me[key] = normalizeFact(key, typed);
  }
  const path = fileOf(world);
  try {
    makeFolder(homeFolder(world));
    if (Object.keys(me).length === 0) {
      unlinkSync(path);
      return me;
    }
    placeFile(path, [Buffer.from(`${JSON.stringify(me, null, 2)}\n`)], { over: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && Object.keys(me).length === 0) return me;
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
  return me;
}

/** What of these facts is kept. */
export function keptOfMe(world: World, wanted: readonly string[]): MeKey[] {
  const me = readMe(world);
  return ME_KEYS.filter((key) => wanted.includes(key) && me[key] !== undefined);
}

/** Copies into a case what a document needs of it and the case does not have. @returns the keys that were copied */
export function copyMe(world: World, file: OpenCase, wanted: readonly string[]): MeKey[] {
  const me = readMe(world);
  const keys = keptOfMe(world, wanted);
  for (const key of keys) giveFact(file, key, me[key]!);
  return keys;
}
