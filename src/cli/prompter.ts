import { Cancelled } from '../model/errors.ts';
import { printable, printableLines } from '../model/text.ts';
import { withPastes } from './pasted.ts';

export interface Choice<T> {
  value: T;
  name: string;
  description?: string;
}

/** Asks a person. Every question it can ask has an option on the command line. */
export interface Prompter {
  select<T extends string>(question: { message: string; choices: readonly Choice<T>[]; default?: T }): Promise<T>;
  /** @param validate the trouble in words, or undefined when the answer will do */
  input(question: {
    message: string;
    default?: string;
    validate?: (text: string) => string | undefined;
  }): Promise<string>;
  confirm(question: { message: string; default: boolean }): Promise<boolean>;
  checkbox<T extends string>(question: { message: string; choices: readonly Choice<T>[] }): Promise<T[]>;
  /** Typed unseen. */
  password(question: { message: string }): Promise<string>;
}

type Streams = {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** Set off by Ctrl-C where no question stands: the next one is not asked any more, a standing one ends. */
  signal: AbortSignal;
};

const KEYS: Record<string, string> = {
  navigate: '移动',
  select: '选中',
  submit: '确定',
  all: '全选',
  invert: '反选',
};

const theme = {
  style: {
    keysHelpTip: (keys: [string, string][]) =>
      keys.map(([key, action]) => `${key === 'space' ? '空格' : key} ${KEYS[action] ?? action}`).join('  '),
    // What nobody ticked is an answer as well.
    renderSelectedChoices: (chosen: readonly { short: string }[]) =>
      chosen.length > 0 ? chosen.map(({ short }) => short).join('、') : '没有',
    defaultAnswer: (text: string) => `（回车：${printable(text)}）`,
  },
};

/** 对, 不对 are answers as much as y and n; undefined for what is neither. */
function yesOrNo(text: string): boolean | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (/^(?:y|yes|是|是的|对|对的|好|好的|嗯|有)$/.test(word)) return true;
  return /^(?:n|no|否|不|不对|不是|错|没有|没)$/.test(word) ? false : undefined;
}

/** As many choices as the screen holds below what was said before. */
const pageSize = (output: NodeJS.WritableStream): number =>
  Math.min(18, Math.max(7, ((output as { rows?: number }).rows ?? 24) - 9));

/** A question as it may be shown: names of cases and files in it are somebody's text. */
function shown(question: Record<string, unknown>): Record<string, unknown> {
  const choices = question['choices'] as readonly Choice<unknown>[] | undefined;
  return {
    ...question,
    message: printableLines(String(question['message'])),
    ...(choices && {
      choices: choices.map(({ name, description, ...choice }) => ({
        ...choice,
        name: printable(name),
        ...(description === undefined ? {} : { description: printableLines(description) }),
      })),
    }),
  };
}

/**
 * Loads the prompt library and ties it to the terminal; questions go to
 * standard error, so that standard output stays data.
 */
export async function createPrompter(streams: Streams): Promise<Prompter> {
  const { default: inquirer } = await import('inquirer');
  const promptOn = (input: NodeJS.ReadableStream): ReturnType<typeof inquirer.createPromptModule> =>
    inquirer.createPromptModule({
      input,
      output: streams.output,
      signal: streams.signal,
      skipTTYChecks: true,
    } as never);
  const prompt = promptOn(streams.input);

  async function ask<T>(question: Record<string, unknown>, asking = prompt): Promise<T> {
    // A terminal that goes away never answers; without this the question would hang on.
    let onEnd: () => void = () => {};
    const closed = new Promise<never>((_resolve, reject) => {
      onEnd = () => reject(new Cancelled());
      streams.input.once('end', onEnd);
    });
    try {
      const asked = asking([{ theme, ...shown(question), name: 'answer' } as never]) as Promise<{ answer: T }>;
      const { answer } = await Promise.race([asked, closed]);
      return answer;
    } catch (error) {
      if (error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'].includes(error.name)) {
        throw new Cancelled();
      }
      throw error;
    } finally {
      streams.input.removeListener('end', onEnd);
    }
  }

  return {
    select: ({ message, choices, default: preset }) =>
      ask({
        type: 'select',
        message,
        choices,
        pageSize: pageSize(streams.output),
        loop: false,
        ...(preset === undefined ? {} : { default: preset }),
      }),
    input: ({ message, default: preset, validate }) =>
      withPastes(streams.input, streams.output, (keyboard) =>
        ask(
          { type: 'input', message, default: preset, validate: (text: string) => validate?.(text) ?? true },
          promptOn(keyboard),
        ),
      ),
    confirm: async ({ message, default: preset }) => {
      const answer = await ask<string>({
        type: 'input',
        message: `${message}${preset ? '（回车为是，n 为否）' : '（回车为否，y 为是）'}`,
        validate: (text: string) => text.trim() === '' || yesOrNo(text) !== undefined || '请回答 y（是）或 n（否）',
        // Enter alone leaves nothing behind it: what it meant is shown.
        transformer: (text: string, { isFinal }: { isFinal: boolean }) =>
          isFinal ? ((yesOrNo(text) ?? preset) ? '是' : '否') : text,
      });
      return yesOrNo(answer) ?? preset;
    },
    checkbox: ({ message, choices }) =>
      ask({ type: 'checkbox', message, choices, pageSize: pageSize(streams.output), loop: false }),
    password: ({ message }) => ask({ type: 'password', message, mask: '*' }),
  };
}
