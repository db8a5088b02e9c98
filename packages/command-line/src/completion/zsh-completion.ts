import { functionName, type CommandNode, type OptionNode } from './command-node.js';

/** A zsh script: one function a command, as zsh's own `_arguments` wants it. */
export function zshCompletion(root: CommandNode): string {
  const { name } = root;
  return `#compdef ${name}
# zsh completion of ${name}. Install: ${name} completion zsh --help
${functions(root, root.options).join('\n')}
compdef ${functionName(name)} ${name}
`;
}

function functions(command: CommandNode, globals: readonly OptionNode[]): string[] {
  const options = command.path.length === 0 ? globals : [...command.options, ...globals];
  const specs = unique(options).map(optionSpec);
  const name = functionName(command.name, command.path);
  if (command.children.length === 0) {
    const argument =
      command.choices.length > 0
        ? `'1: :(${command.choices.join(' ')})'`
        : command.argument === 'file'
          ? `'1: :_files'`
          : `'*: :'`;
    return [`${name}() {\n  _arguments -s \\\n    ${[...specs, argument].join(' \\\n    ')}\n}`];
  }
  const described = command.children.map((child) => escaped(`${lastWord(child)}:${child.description}`));
  const cases = command.children.map(
    (child) => `        ${lastWord(child)}) ${functionName(child.name, child.path)} ;;`,
  );
  return [
    ...command.children.flatMap((child) => functions(child, globals)),
    `${name}() {
  local line state
  _arguments -C \\
    ${[...specs, `'1: :->command'`, `'*:: :->arguments'`].join(' \\\n    ')}
  case $state in
    command)
      local -a commands=(${described.map((text) => `'${text}'`).join(' ')})
      _describe command commands ;;
    arguments)
      case $line[1] in
${cases.join('\n')}
      esac ;;
  esac
}`,
  ];
}

function optionSpec(option: OptionNode): string {
  const long = option.flags.at(-1) ?? '';
  const value = { file: ': :_files', other: ': :', none: '' }[option.value];
  return `'*${long}[${escaped(option.description).replaceAll(/[[\]]/g, '\\$&')}]${value}'`;
}

function unique(options: readonly OptionNode[]): OptionNode[] {
  return options.filter(
    (option, index) => options.findIndex((other) => other.flags.at(-1) === option.flags.at(-1)) === index,
  );
}

function lastWord(command: CommandNode): string {
  return command.path.at(-1) ?? '';
}

function escaped(text: string): string {
  return text.replaceAll("'", `'\\''`);
}
