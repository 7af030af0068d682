import type { Shell } from './options.ts';

/**
 * The scripts only carry words to the program and its answer back: what can stand where is said in one place,
 * `offers.ts`, and so differs in no shell. The environment variable makes the program answer instead of working.
 * `@{` stands for what begins a place of a template here and a variable there.
 */
const SCRIPTS: Record<Shell, string> = {
  bash: String.raw`# kameng completion for bash: eval "$(kameng completion bash)"
_kameng() {
  local words=() word raw cur='' files='' line offer glue='' before sign i
  # bash parts words at = and at :, which belong to them here.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=@{COMP_WORDS[i]}
    raw=$word
    word=@{word#[\"\']}
    word=@{word%[\"\']}
    word=@{word//\\/}
    if [[ @{#words[@]} -gt 0 && ( -n $glue || $word == [=:]* ) ]]; then
      words[@{#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    glue=
    [[ $word == *[=:] ]] && glue=1
  done
  cur=@{words[@{#words[@]}-1]}
  before=@{cur%"$word"}
  [[ $raw == [=:] ]] && before=$cur
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $files ]]; then files=$line; continue; fi
    offer=@{line%%$'\t'*}
    [[ $offer == "$cur"* ]] || continue
    offer=@{offer#"$before"}
    if [[ $raw != [\"\']* ]]; then
      for sign in ' ' '(' ')' '&' ';' '|' '<' '>' '$' '*' '?' '[' ']' '#' "'" '"'; do
        offer=@{offer//"$sign"/"\\$sign"}
      done
    fi
    COMPREPLY+=("$offer")
  done < <(KAMENG_COMPLETE=1 kameng "@{words[@]}" 2>/dev/null </dev/null)
  if [[ @{#COMPREPLY[@]} -eq 0 && ( $files == files || $files == cases ) ]]; then
    compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$cur"))
  elif [[ @{#COMPREPLY[@]} -eq 0 && $files == folders ]]; then
    compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$cur"))
  elif [[ @{COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -F _kameng kameng
`,
  zsh: String.raw`#compdef kameng
# kameng completion for zsh: put this into a file named _kameng in a folder of your $fpath, or
# source <(kameng completion zsh) after compinit
_kameng() {
  local -a lines whole open
  local line word files
  lines=("@{(@f)$(KAMENG_COMPLETE=1 kameng "@{(@Q)words[2,CURRENT-1]}" "@{(Q)PREFIX}" 2>/dev/null </dev/null)}")
  files=$lines[1]
  for line in "@{(@)lines[2,-1]}"; do
    word=@{line%%$'\t'*}
    line="@{word//:/\\:}:@{line#*$'\t'}"
    if [[ $word == *= ]]; then open+=("$line"); else whole+=("$line"); fi
  done
  (( $#whole )) && _describe -V kameng whole
  (( $#open )) && _describe -V kameng open -S ''
  case $files in
    files) _files ;;
    folders) _files -/ ;;
    cases) _path_files -/ -g '*.kameng' ;;
  esac
}
(( $+functions[compdef] )) && compdef _kameng kameng
[[ $funcstack[1] == _kameng ]] && _kameng "$@"
`,
  fish: String.raw`# kameng completion for fish: kameng completion fish > ~/.config/fish/completions/kameng.fish
function __kameng_offers
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  set -l lines (KAMENG_COMPLETE=1 kameng $typed[2..-1] "$current" 2>/dev/null </dev/null)
  test (count $lines) -gt 1; and printf '%s\n' $lines[2..-1]
  switch "$lines[1]"
    case files
      __fish_complete_path "$current"
    case folders
      __fish_complete_directories "$current" ""
    case cases
      __fish_complete_path "$current" | string match -r '^[^\t]*(?:/|\.kameng)(?:\t.*)?$'
  end
end
complete -c kameng -f -a '(__kameng_offers)'
`,
};

/** The script that makes a shell complete lines of kameng. */
export const completionScript = (shell: Shell): string => SCRIPTS[shell].replaceAll('@{', '${');
