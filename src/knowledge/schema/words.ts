import { z } from 'zod';
import { patternOf, type Words } from '../patterns.ts';

/** Text for people or a table's cell: something must stand there, and nothing around it. */
export const said = z
  .string('is missing, or no text')
  .min(1, 'is empty')
  .refine((text) => text === text.trim(), 'has spaces around it');

/** A regular expression that compiles and says something: one that fits an empty text would fit everything. */
export const expression = z.string().superRefine((source, context) => {
  const wrong = wrongIn(source);
  if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong });
});

/** Many of them, as one list of alternatives. */
export const expressions = z.array(expression).min(1);

/** A row of words with flags and a place in the text, as `patternOf` takes it. */
export const wordsRow = {
  words: expressions,
  at: z.enum(['start', 'whole']).optional(),
  flags: z.enum(['i', 'u', 'iu']).optional(),
};

/** Some expressions are none with the flag `u`: the row is compiled as the program will. */
export function compiles(row: Words, context: z.RefinementCtx): void {
  try {
    patternOf(row);
  } catch (cause) {
    context.addIssue({ code: 'custom', message: (cause as Error).message, path: ['words'] });
  }
}

function wrongIn(source: string): string | undefined {
  try {
    return new RegExp(source).test('') ? `${source} fits an empty text` : undefined;
  } catch (cause) {
    return `${source} is no regular expression (${(cause as Error).message})`;
  }
}
