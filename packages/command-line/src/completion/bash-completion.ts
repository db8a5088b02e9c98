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
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path='' word skip='' words='' options='' files=''
  local index position=0
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    if [[ -n $skip ]]; then skip=''; continue; fi
    case "$word" in
      ${valueOptions.join('|')}) skip=1; continue ;;
      -*) continue ;;
    esac
    case "\${path:+$path }$word" in
      ${words.map(quoted).join('|')}) path="\${path:+$path }$word" position=0 ;;
      *) position=$((position + 1)) ;;
    esac
  done
  case "$path $previous" in
${commands.flatMap(optionCases).join('\n')}
  esac
  case "$previous" in
    ${fileOptions.join('|')}) COMPREPLY=($(compgen -f -- "$current")); compopt -o filenames; return ;;
    ${valueOptions.filter((flag) => !fileOptions.includes(flag)).join('|')}) return ;;
  esac
  local global=${quoted(flagsOf(root.options).join(' '))}
  case "$path" in
${commands.map((command) => commandCase(command, root)).join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options $global" -- "$current"))
  elif [[ -n $files ]]; then
    COMPREPLY=($(compgen -f -- "$current"))
    compopt -o filenames
  else
    COMPREPLY=($(compgen -W "\${words:-$options $global}" -- "$current"))
  fi
}
complete -F ${functionName(name)} ${name}
`;
}

/** Words that an option takes; those of the program's own options count behind every command. */
function optionCases({ path, options }: CommandNode): string[] {
  return options
    .filter(({ choices }) => choices.length > 0)
    .map(({ flags, choices }) => {
      const before = path.length === 0 ? '*' : quoted(path.join(' '));
      const patterns = flags.map((flag) => `${before}' ${flag}'`).join('|');
      return `    ${patterns}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$current")); return ;;`;
    });
}

function commandCase(command: CommandNode, root: CommandNode): string {
  const children = command.children.map((child) => child.path.at(-1) ?? '');
  const everywhere = new Set(flagsOf(root.options));
  const options = flagsOf(command.options).filter((flag) => !everywhere.has(flag));
  const positions = command.arguments.map(({ value, choices, several }, position) => {
    const offered =
      choices.length > 0 ? `words=${quoted(choices.join(' '))}` : value === 'file' ? 'files=1' : ':';
    return `${several ? '*' : position}) ${offered} ;;`;
  });
  return (
    [
      `    ${quoted(command.path.join(' '))}) options=${quoted(options.join(' '))}`,
      ...(children.length === 0 ? [] : [`words=${quoted(children.join(' '))}`]),
      ...(positions.length === 0 ? [] : [`case $position in ${positions.join(' ')} esac`]),
    ].join('; ') + ' ;;'
  );
}

function flagsOf(options: readonly OptionNode[]): string[] {
  return options.flatMap((option) => option.flags.filter((flag) => flag.startsWith('--')));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
