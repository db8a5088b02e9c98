import { allCommands, functionName, type CommandNode, type OptionNode } from './command-node.js';

/** A bash script: finds the command among the words typed so far, then offers what belongs to it. */
export function bashCompletion(root: CommandNode): string {
  const { name } = root;
  const commands = allCommands(root);
  const valued = (options: readonly OptionNode[], value: OptionNode['value']): string[] =>
    options.filter((option) => option.value === value).flatMap((option) => option.flags);
  const everyOption = commands.flatMap((command) => command.options);
  const fileOptions = [...new Set(valued(everyOption, 'file'))];
  const valueOptions = [...new Set([...fileOptions, ...valued(everyOption, 'other')])];
  const groups = commands.filter((command) => command.children.length > 0);
  const words = groups.flatMap((group) => group.children.map((child) => child.path.join(' ')));
  return `# bash completion of ${name}. Install: ${name} completion bash --help
${functionName(name)}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path='' word skip='' words='' files=''
  local index
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    if [[ -n $skip ]]; then skip=''; continue; fi
    case "$word" in
      ${valueOptions.join('|')}) skip=1; continue ;;
      -*) continue ;;
    esac
    case "\${path:+$path }$word" in
      ${words.map(quoted).join('|')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$previous" in
    ${fileOptions.join('|')}) COMPREPLY=($(compgen -f -- "$current")); compopt -o filenames; return ;;
    ${valueOptions.filter((flag) => !fileOptions.includes(flag)).join('|')}) return ;;
  esac
  local global=${quoted(flagsOf(root.options).join(' '))}
  case "$path" in
${commands.map(commandCase).join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$words $global" -- "$current"))
  elif [[ -n $files ]]; then
    COMPREPLY=($(compgen -f -- "$current"))
    compopt -o filenames
  else
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -F ${functionName(name)} ${name}
`;
}

function commandCase(command: CommandNode): string {
  const offered = [...command.children.map((child) => child.path.at(-1) ?? ''), ...command.choices];
  const words = command.path.length === 0 ? offered : [...offered, ...flagsOf(command.options)];
  const files = command.argument === 'file' ? '; files=1' : '';
  return `    ${quoted(command.path.join(' '))}) words=${quoted(words.join(' '))}${files} ;;`;
}

function flagsOf(options: readonly OptionNode[]): string[] {
  return options.flatMap((option) => option.flags.filter((flag) => flag.startsWith('--')));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
