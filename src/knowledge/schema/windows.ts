import { z } from 'zod';
import type { WindowStart } from '../../model/snapshot.ts';
import { kind } from './common.ts';
import { expression, expressions, said } from './words.ts';

/** From when a window can run, as far as the program tells one start from another. */
const STARTS = ['paid', 'ordered', 'sent', 'received', 'completed'] as const satisfies readonly WindowStart['id'][];

/** The three parts that a way to print a window is made of. */
export const WINDOW_PARTS = ['start', 'length', 'act'] as const;

const way = expression.refine(
  (text) => text.includes('{length}') && text.includes('{start}'),
  'says neither how long nor from when: {start} and {length} are needed',
);

/** `knowledge/words/windows.yaml`. */
export const windowsSchema = z.strictObject({
  pages: z.array(kind).min(1),
  starts: z.array(z.strictObject({ id: z.enum(STARTS), label: said, words: expressions })).min(1),
  acts: expressions,
  ways: z.array(way).min(1),
  never: expressions,
  speaker: expressions,
  yes: z.array(said).min(1),
  no: z.array(said).min(1),
});

/** A start as the program has it: its words are one pattern. */
export interface BuiltWindowStart extends WindowStart {
  words: string;
}
