import { helpTopics } from '../../../clerk/help.ts';
import type { Command } from '../../context.ts';
import type { OptionTable } from '../../options.ts';
import type { Shell } from './options.ts';

interface Word {
  name: string;
  text: string;
  options: { flags: string[]; text: string; choices: string[]; takesValue: boolean }[];
  /** What may stand as its first word. */
  values: readonly string[];
}

const wordsOf = (commands: readonly Command[], common: OptionTable): Word[] => {
  const words = commands.map(({ name, says, options, values }): Word => ({
    name,
    text: says,
    options: [...Object.values(options), ...Object.values(common)].map((option) => ({
      flags: option.flags.match(/(?<![\w-])--?[\w-]+/g)!,
      text: option.says,
      choices: [...(option.choices ?? [])],
      takesValue: option.flags.includes('<'),
    })),
    values,
  }));
  const names = [...commands.map(({ name }) => name), ...helpTopics().map(({ title }) => title)];
  return words.map((word) => (word.name === 'help' ? { ...word, options: [], values: names } : word));
};

/**
 * A completion script made from the declarations of the program, so that the two cannot differ.
 * @param common the options that every command takes
 */
export function completionScript(shell: Shell, commands: readonly Command[], common: OptionTable): string {
  return { bash, zsh, fish }[shell](wordsOf(commands, common));
}

function bash(words: readonly Word[]): string {
  const cases = words
    .map((word) => {
      const choices = word.options
        .filter((option) => option.choices.length > 0)
        .map(
          (option) =>
            `      ${option.flags.join('|')}) COMPREPLY=($(compgen -W "${option.choices.join(' ')}" -- "$cur")); return ;;`,
        );
      const flags = word.options.flatMap((option) => option.flags).join(' ');
      return `    ${word.name})
      case "$prev" in
${choices.join('\n')}
      esac
      [[ "$cur" == -* ]] && COMPREPLY=($(compgen -W "${flags}" -- "$cur")) && return
${word.values.length > 0 ? `      [[ $COMP_CWORD -eq 2 ]] && COMPREPLY=($(compgen -W "${word.values.join(' ')}" -- "$cur"))\n` : ''}      ;;`;
    })
    .join('\n');
  return `# kameng completion for bash: eval "$(kameng completion bash)"
_kameng() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${words.map((word) => word.name).join(' ')}" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
}
complete -o default -F _kameng kameng
`;
}

const escapeZsh = (text: string): string => text.replace(/[[\]:'\\]/g, '\\$&').replaceAll("'", '');

function zsh(words: readonly Word[]): string {
  const list = words.map((word) => `    '${word.name}:${escapeZsh(word.text)}'`).join('\n');
  const cases = words
    .map((word) => {
      const options = word.options.flatMap((option) =>
        option.flags.map((flag) => {
          const value = option.takesValue
            ? `:value:${option.choices.length > 0 ? `(${option.choices.join(' ')})` : '_files'}`
            : '';
          return `        '${flag}[${escapeZsh(option.text)}]${value}'`;
        }),
      );
      return `      ${word.name})
        _arguments \\
${[...options, word.values.length > 0 ? `        '1:word:(${word.values.join(' ')})'` : "        '*:file:_files'"].join(' \\\n')}
        ;;`;
    })
    .join('\n');
  return `#compdef kameng
# kameng completion for zsh: put this into a file named _kameng in your $fpath
_kameng() {
  local -a commands
  commands=(
${list}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
  else
    local command="$words[2]"
    shift words
    (( CURRENT-- ))
    case "$command" in
${cases}
    esac
  fi
}
compdef _kameng kameng
`;
}

const quoteFish = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

function fish(words: readonly Word[]): string {
  const lines = ['# kameng completion for fish: kameng completion fish > ~/.config/fish/completions/kameng.fish'];
  for (const word of words) {
    lines.push(`complete -c kameng -n __fish_use_subcommand -f -a ${word.name} -d ${quoteFish(word.text)}`);
    if (word.values.length > 0)
      lines.push(
        `complete -c kameng -n '__fish_seen_subcommand_from ${word.name}' -f -a ${quoteFish(word.values.join(' '))}`,
      );
    for (const option of word.options) {
      const flags = option.flags
        .map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
        .join(' ');
      const value =
        option.choices.length > 0 ? ` -x -a ${quoteFish(option.choices.join(' '))}` : option.takesValue ? ' -r' : '';
      lines.push(
        `complete -c kameng -n '__fish_seen_subcommand_from ${word.name}' ${flags}${value} -d ${quoteFish(option.text)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
