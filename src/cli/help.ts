import type { Command, CommanderError, Option } from 'commander';
import { usageError, type KamengError } from '../model/errors.ts';
import { printable, editDistance } from '../model/text.ts';
import { cellsOf } from './views/cells.ts';
import { wrap } from './views/wrap.ts';

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

const words = new WeakMap<Option, Readonly<Record<string, string>>>();

/** Keeps what the choices of an option are called, for its help. */
export function nameChoices(option: Option, called: Readonly<Record<string, string>>): void {
  words.set(option, called);
}

const choiceWordsOf = (option: Option): string[] =>
  (option.argChoices ?? []).map((id) => `${id}${words.get(option)?.[id] ? ` ${words.get(option)![id]}` : ''}`);

/** Help in Chinese, with columns that line up where characters are two cells wide. */
export function styleHelp(command: Command): void {
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      minWidthToWrap: 24,
      styleTitle: (title) => TITLES[title] ?? title,
      displayWidth: cellsOf,
      // The parser breaks lines at blanks, which Chinese has none of.
      boxWrap: (text, width) =>
        text
          .split('\n')
          .flatMap((line) => wrap(line, width))
          .join('\n'),
      commandUsage: (parsed) =>
        `${parsed.parent ? `${parsed.parent.name()} ` : ''}${parsed.name()} ${parsed.usage()}`.replace(
          '[options]',
          '[选项]',
        ),
      optionDescription: (option) => {
        const choices = option.argChoices ? `（可选：${choiceWordsOf(option).join('、')}）` : '';
        const preset = typeof option.defaultValue === 'string' ? `（默认 ${option.defaultValue}）` : '';
        return option.description + choices + preset;
      },
      subcommandTerm: (sub) =>
        [
          sub.name(),
          ...sub.registeredArguments.map((a) =>
            a.required ? `<${a.name()}${a.variadic ? '...' : ''}>` : `[${a.name()}${a.variadic ? '...' : ''}]`,
          ),
        ].join(' '),
    })
    .configureOutput({ writeErr: () => {} })
    .showSuggestionAfterError(true)
    .exitOverride();
}

/** What each argument that a command cannot do without is called. */
const ARGUMENTS: Record<string, string> = {
  path: '文件或文件夹',
  file: '文件',
  bag: '证据包',
  word: '要找的词',
  title: '新的标题',
  shell: '哪一种：bash、zsh、fish',
};

/** What each complaint of the parser is called here; `it` is the word it is about. */
const COMPLAINTS: Record<string, (it: string, message: string) => string> = {
  'commander.unknownOption': (it) => `没有这个选项：${it}`,
  'commander.unknownCommand': (it) => `没有这个命令：${it}`,
  'commander.missingArgument': (it) => `还要写上${ARGUMENTS[it] ?? ` ${it}`}`,
  'commander.optionMissingArgument': (it) => `选项后面缺少内容：${it}`,
  'commander.excessArguments': (it) => `kameng ${it} 后面多写了内容`,
  'commander.invalidArgument': (it, message) => {
    const value = /argument '([^']*)' is invalid/.exec(message)?.[1] ?? '';
    const allowed = /Allowed choices are (.*)\.$/.exec(message)?.[1];
    return `${it} 没有“${value}”这一项${allowed ? `，可选：${allowed.replaceAll(', ', '、')}` : ''}`;
  },
};

/** A first word that is no command; what begins or ends alike is offered. */
export function unknownCommand(word: string, program: Command): KamengError {
  const near = program.commands.map((command) => command.name()).filter((name) => editDistance(name, word) <= 2);
  return usageError(
    'USAGE',
    `没有这个命令：${printable(word)}`,
    ...near.map((name) => `是不是想写 ${name}`),
    'kameng --help 列出所有命令',
  );
}

/** Of the choices of an option the one that was meant, by its letters. */
function nearChoice({ code, message }: CommanderError): string | undefined {
  if (code !== 'commander.invalidArgument') return undefined;
  const typed = /argument '([^']*)' is invalid/.exec(message)?.[1] ?? '';
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1]?.split(', ') ?? [];
  const near = (choice: string): number => Math.min(...choice.split(' ').map((word) => editDistance(word, typed)));
  const best = choices.toSorted((a, b) => near(a) - near(b))[0];
  return best !== undefined && near(best) <= Math.min(2, typed.length - 1) ? best : undefined;
}

/**
 * Turns the parser's complaint into a usage error in Chinese.
 * @param command that was called, whose help says more; undefined where none was
 */
export function explainUsage(error: CommanderError, command: string | undefined): KamengError {
  const it = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  // The whole list is in the help; who mistyped one of it is told that one.
  const near = nearChoice(error);
  const suggestion = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message)?.[1] ?? near;
  const said = near === undefined ? error.message : error.message.replace(/Allowed choices are .*$/s, '');
  const words =
    COMPLAINTS[error.code]?.(it.split(' ')[0]!, said) ?? `命令写法不对：${error.message.replace(/^error: /, '')}`;
  const help = command === undefined ? 'kameng --help' : `kameng ${command} --help`;
  return usageError('USAGE', words, ...(suggestion ? [`是不是想写 ${suggestion}`] : []), `${help} 查看用法`);
}
