import { LetterStopped } from '../../../clerk/letters/write-letter.ts';
import { KamengError } from '../../../model/errors.ts';
import type { Context } from '../../context.ts';
import { editText, keepDraft } from '../../editor.ts';
import { findingLines } from '../../views/findings.ts';
import { paint } from '../../views/paint.ts';
import { showStopped } from './show.ts';

/**
 * Does the writing; a letter that a reader stopped is shown before the error is. What somebody wrote by hand is there
 * again when he edits once more, and stays in a file when he does not.
 */
export async function orEditAgain<T>(
  context: Context,
  work: (edit: (text: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  let written: string | undefined;
  const edit = async (text: string): Promise<string> => (written = await editText(context, written ?? text));
  for (;;) {
    try {
      return await work(edit);
    } catch (error) {
      if (!(error instanceof LetterStopped)) throw error;
      if (!context.interactive || written === undefined) {
        showStopped(context, error, written !== undefined);
        throw error;
      }
      for (const line of findingLines(error.composed.text, error.findings, paint(context.io.color.stderr)))
        context.io.say(line);
      const prompter = await context.prompter();
      if (await prompter.confirm({ message: `${error.message}。再改一次？`, default: true })) continue;
      throw new KamengError(error.code, error.message, { hints: [`改过的文字留在 ${keepDraft(written)}`] });
    }
  }
}
