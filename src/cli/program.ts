import { Command as Parser, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { meantId } from '../model/choice-words.ts';
import { COMMON, type CommonOptions } from './common-options.ts';
import type { Command } from './context.ts';
import { COMMANDS, HELP_GROUPS, MENU } from './commands/index.ts';
import { nameChoices, styleHelp, unknownCommand } from './help.ts';
import type { OptionTable } from './options.ts';
import { cellsOf } from './views/cells.ts';
import { hanging } from './views/wrap.ts';

/** Runs a command that was chosen; set by `main`, which owns the streams and the exit code. */
export type Launch = (command: Command, parsed: Parser) => Promise<void>;

/** Declares commands to the parser, all of them unless told which; the bodies are loaded when one is run. */
export function createProgram(launch: Launch, commands: readonly Command[] = COMMANDS): Parser {
  const program = new Parser('kameng');
  styleHelp(program);
  program
    .description(MENU.says)
    .version(packageJson.version, '-V, --version', '显示版本')
    .helpCommand(false)
    .usage('[选项] [命令]')
    .allowExcessArguments()
    .action((_options, parsed: Parser) => {
      if (parsed.args.length > 0) throw unknownCommand(parsed.args[0]!, program);
      return launch(MENU, parsed);
    });
  declareOptions(program, COMMON);
  for (const command of commands) {
    // A word too many is a mistake of the hand: `evidence 1 2 --withdraw …` would withdraw only the first.
    const parser = program.command(command.usage).description(command.says).allowExcessArguments(false);
    styleHelp(parser);
    parser.action(() => launch(command, parser));
    parser.helpGroup(`${groupOf(command.name)}：`);
    parser.addHelpText('after', () => afterHelp(command, parser.configureOutput().getOutHelpWidth?.() ?? 80));
    declareOptions(parser, command.options);
    parser.optionsGroup('通用选项：');
    declareOptions(parser, COMMON);
  }
  return program;
}

const groupOf = (name: string): string => HELP_GROUPS.find(({ commands }) => commands.includes(name))?.title ?? '其他';

/** Examples and what else there is to know, below the options. */
function afterHelp({ examples, notes }: Command, width: number): string {
  const [title, ...rows] = notes();
  const widest = Math.max(0, ...rows.map(([term]) => cellsOf(term)));
  const parts = [
    ...(examples.length > 0 ? ['', '例子：', ...examples.map((example) => `  ${example}`)] : []),
    ...(title ? ['', title[0]] : []),
    ...rows.flatMap(([term, says = '']) => hanging(`  ${term}${' '.repeat(widest - cellsOf(term) + 2)}`, says, width)),
  ];
  return parts.length > 0 ? parts.join('\n') : '';
}

const gather = (value: string, all: string[] | undefined): string[] => [...(all ?? []), value];

function declareOptions(parser: Parser, table: OptionTable): void {
  for (const { flags, says, choices, words, preset, many } of Object.values(table)) {
    const option = new Option(flags, says);
    if (words) nameChoices(option, words);
    if (choices) {
      option.choices([...choices]);
      option.argParser((typed: string) => meantChoice(typed, choices, words));
    }
    if (typeof preset === 'string') option.default(preset);
    if (many) option.argParser(gather);
    parser.addOption(option);
  }
}

/** The choice that a word means; its name in Chinese will do. @throws InvalidArgumentError in the parser's own form */
function meantChoice(typed: string, choices: readonly string[], words: Readonly<Record<string, string>> = {}): string {
  const meant = choices.includes(typed) ? typed : meantId(typed, words);
  if (meant !== undefined && choices.includes(meant)) return meant;
  const shown = choices.map((id) => (words[id] === undefined ? id : `${id} ${words[id]}`));
  throw new InvalidArgumentError(`Allowed choices are ${shown.join(', ')}.`);
}

/** The common options of a command, given before or after its name. */
export function commonOptions(parsed: Parser): CommonOptions {
  return parsed.optsWithGlobals();
}
