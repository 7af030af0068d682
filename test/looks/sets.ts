import { APART } from './apart.ts';
import { FRESH } from './fresh.ts';
import { KEPT_OUT } from './kept-out.ts';
import { LEARN_MORE } from './learn-more.ts';
import { LEARN_WIDE } from './learn-wide.ts';
import { REAL } from './real.ts';
import { SEALED } from './sealed.ts';
import { TRAIN } from './train.ts';
import { UNSEEN } from './unseen.ts';
import { VEILED } from './veiled.ts';
import type { Words } from './words.ts';

/** Sets of words by name: rules are written with those to learn from and measured with the others. */
export const LEARNING = {
  train: TRAIN,
  more: LEARN_MORE,
  wide: LEARN_WIDE,
  fresh: FRESH,
  sealed: SEALED,
  unseen: UNSEEN,
  veiled: VEILED,
  real: REAL,
  apart: APART,
} as const satisfies Record<string, Words>;
export const MEASURING = { 'kept-out': KEPT_OUT } as const satisfies Record<string, Words>;
export const SETS: Readonly<Record<string, Words>> = { ...LEARNING, ...MEASURING };

const heldOut = new Set<string>();
/** Nobody learns from this set in this run: what to choose is seen on it. To be called before the words are loaded. */
export const holdOut = (name: keyof typeof LEARNING): void => void heldOut.add(name);

const leftOut = new Set<string>();
/** As if this set were not there: what ships was learnt before it was. To be called before the words are loaded. */
export const leaveOut = (name: keyof typeof LEARNING): void => void leftOut.add(name);

/** Sets that may be learnt from in this run, and those whose words may not be. */
export const toLearnFrom = (): Words[] =>
  Object.entries(LEARNING).flatMap(([name, set]) => (heldOut.has(name) || leftOut.has(name) ? [] : [set]));
export const neverLearnt = (): Words[] => [
  ...Object.values(MEASURING),
  ...Object.entries(LEARNING).flatMap(([name, set]) => (heldOut.has(name) ? [set] : [])),
];
