import {
  showWithWeekday,
  phoneDoubt,
  understandFact,
  understandTime,
  TIME_EXAMPLES,
  type Looking,
  type Understood,
} from '../clerk/intake/understand.ts';
import { KamengError, usageError } from '../model/errors.ts';
import { factSpec, type FactKey } from '../model/facts.ts';
import type { Day, Moment } from '../model/moment.ts';
import { printable } from '../model/text.ts';
import type { Context } from './context.ts';
import { clip } from './views/paint.ts';

/**
 * A fact as someone typed it. What was understood into it is shown back: for a yes on a terminal, as a note elsewhere.
 * @throws KamengError of understandFact, TIME_AMBIGUOUS
 */
export async function typedFact(context: Context, key: FactKey, typed: string): Promise<string> {
  const { label, type } = factSpec(key);
  const show = type === 'money' ? (value: string) => `${value} 元` : showWithWeekday;
  const value = await settle(context, label, typed, show, (text) => understandFact(key, text, context.now()));
  return surePhone(context, key, value);
}

/**
 * A telephone number that nobody could call is asked again on a terminal, noted elsewhere, and kept if it is meant.
 * @param leave the question when it is asked again and may be left: an empty answer then says that it is
 */
export async function surePhone(context: Context, key: FactKey, typed: string, leave?: string): Promise<string> {
  for (let text = typed; ;) {
    const doubt = phoneDoubt(key, text);
    if (doubt === undefined) return text;
    const told = `${clip(text, 20)} ${doubt}`;
    if (!context.interactive) {
      context.io.warn(`kameng: ${told}`);
      return text;
    }
    const prompter = await context.prompter();
    const chosen = await prompter.select({
      message: told,
      choices: [
        { value: 'again', name: '重新填' },
        { value: 'keep', name: '没写错，就用它' },
      ],
    });
    if (chosen === 'keep') return text;
    text = await prompter.input({
      message: leave ?? factSpec(key).label,
      validate: (answer) =>
        leave !== undefined && answer.trim() === ''
          ? undefined
          : complaintOf(() => understandFact(key, answer, context.now())),
    });
  }
}

/** A time as someone typed it. @param what it is called. @throws KamengError TIME_INVALID, TIME_AMBIGUOUS */
export async function typedTime(
  context: Context,
  what: string,
  typed: string,
  looking: Looking,
): Promise<Day | Moment> {
  return settle(context, what, typed, showWithWeekday, (text) =>
    understandTime(what, text, () => context.now(), looking),
  );
}

/** What is wrong with a typed answer, for a question; undefined when it can be understood. */
export function complaintOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof KamengError) return [error.message, ...error.hints].join('。');
    throw error;
  }
}

async function settle<T extends string>(
  context: Context,
  what: string,
  typed: string,
  show: (value: T) => string,
  understand: (text: string) => Understood<T>,
): Promise<T> {
  for (let text = typed; ;) {
    const { values, literal } = understand(text);
    if (values.length === 1 && literal) return values[0]!;
    if (!context.interactive) return alone(context, what, text, values, show);
    const prompter = await context.prompter();
    const chosen = await prompter.select<T | 'again'>({
      message: values.length === 1 ? `${what}：${show(values[0]!)}，对吗？` : `${what}“${printable(text)}”是哪一个？`,
      choices: [
        ...values.map((value) => ({ value, name: values.length === 1 ? '对' : show(value) })),
        { value: 'again' as const, name: '不对，重新填' },
      ],
    });
    if (chosen !== 'again') return chosen as T;
    text = await prompter.input({ message: what, validate: (answer) => complaintOf(() => understand(answer)) });
  }
}

/** Nobody can be asked: one meaning is taken and said, of several none. */
function alone<T extends string>(
  context: Context,
  what: string,
  text: string,
  values: T[],
  show: (value: T) => string,
): T {
  if (values.length > 1)
    throw usageError(
      'TIME_AMBIGUOUS',
      `${what}“${printable(text)}”可以是${values.map(show).join('，也可以是')}`,
      TIME_EXAMPLES,
    );
  context.io.say(`${what}：${printable(text)} → ${show(values[0]!)}`);
  return values[0]!;
}
