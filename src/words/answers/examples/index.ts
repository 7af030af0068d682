import { type Kind } from '../likeness.ts';
import { ASKING } from './asking.ts';
import { PROMISED } from './promised.ts';
import { REFUSED_BY_OFFICES } from './refused-offices.ts';
import { REFUSED_BY_SHOPS } from './refused-shops.ts';
import { SETTLED } from './settled.ts';
import { VAGUE } from './vague.ts';

const BY_KIND: readonly (readonly [Kind, readonly string[]])[] = [
  ['vague', VAGUE],
  ['refusal', REFUSED_BY_OFFICES],
  ['refusal', REFUSED_BY_SHOPS],
  ['promise', PROMISED],
  ['settled', SETTLED],
  ['none', ASKING],
];

/** Answers whose kind a person has told, for what no rule explains. */
export const EXAMPLES: readonly (readonly [kind: Kind, said: string])[] = BY_KIND.flatMap(([kind, said]) =>
  said.map((one) => [kind, one] as const),
);
