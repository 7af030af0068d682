import { ACCUSATIONS } from './accusations.ts';
import { EMOTIONS } from './emotions.ts';
import { INSULTS } from './insults.ts';
import { PLAIN_1 } from './plain-1.ts';
import { PLAIN_2 } from './plain-2.ts';
import { PLAIN_3 } from './plain-3.ts';
import { PLAIN_4 } from './plain-4.ts';
import { PLAIN_5 } from './plain-5.ts';
import { PLAIN_TALK_2 } from './plain-talk-2.ts';
import { PLAIN_TALK } from './plain-talk.ts';
import { THREATS_1 } from './threats-1.ts';
import { THREATS_2 } from './threats-2.ts';

/** What a sentence is like: one of the kinds of findings, or nothing to find. */
export type ExampleKind = 'threat' | 'insult' | 'accusation' | 'emotion' | 'none';

const BY_KIND: readonly (readonly [ExampleKind, readonly string[]])[] = [
  ['insult', INSULTS],
  ['accusation', ACCUSATIONS],
  ['emotion', EMOTIONS],
  ['threat', THREATS_1],
  ['threat', THREATS_2],
  ['none', PLAIN_1],
  ['none', PLAIN_TALK],
  ['none', PLAIN_TALK_2],
  ['none', PLAIN_2],
  ['none', PLAIN_3],
  ['none', PLAIN_4],
  ['none', PLAIN_5],
];

/** Sentences whose kind a person has told, for what no rule finds. */
export const EXAMPLES: readonly (readonly [kind: ExampleKind, text: string])[] = BY_KIND.flatMap(([kind, texts]) =>
  texts.map((text) => [kind, text] as const),
);
