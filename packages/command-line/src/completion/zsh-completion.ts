import { functionName, type ArgumentNode, type CommandNode, type OptionNode } from './command-node.js';

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
    const places = command.arguments.map(argumentSpec);
    const positions = places.length === 0 ? [`'*: :'`] : places;
    return [`${name}() {\n  _arguments -s \\\n    ${[...specs, ...positions].join(' \\\n    ')}\n}`];
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

function argumentSpec({ value, choices, several }: ArgumentNode, index: number): string {
  return `'${several ? '*' : index + 1}: :${offered(value, choices)}'`;
}

function offered(value: ArgumentNode['value'], choices: readonly string[]): string {
  if (choices.length > 0) return `(${choices.join(' ')})`;
  return value === 'file' ? '_files' : '';
}

function optionSpec(option: OptionNode): string {
  const long = option.flags.at(-1) ?? '';
  const value = option.value === 'none' ? '' : `: :${offered(option.value, option.choices)}`;
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
