import { allCommands, type CommandNode, type OptionNode } from './command-node.js';

/** A fish script: one `complete` line for each word and option, under the condition that its command was typed. */
export function fishCompletion(root: CommandNode): string {
  const lines = allCommands(root).flatMap((command) => {
    const condition = conditionFor(command);
    return [
      ...command.children.map((child) =>
        entry(root.name, condition, `-f -a ${child.path.at(-1) ?? ''}`, child.description),
      ),
      ...command.arguments
        .flatMap(({ choices }) => choices)
        .map((choice) => entry(root.name, condition, `-f -a ${choice}`, command.description)),
      ...command.options.map((option) =>
        entry(root.name, command.path.length === 0 ? '' : condition, flags(option), option.description),
      ),
      ...(command.arguments.some(({ value }) => value === 'file') || command.path.length === 0
        ? []
        : [entry(root.name, condition, '-f', '')]),
    ];
  });
  return `# fish completion of ${root.name}. Install: ${root.name} completion fish --help\n${lines.join('\n')}\n`;
}

function conditionFor({ path, children }: CommandNode): string {
  if (path.length === 0) return '__fish_use_subcommand';
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
  const words = children.map((child) => child.path.at(-1) ?? '').join(' ');
  return words === '' ? seen : `${seen}; and not __fish_seen_subcommand_from ${words}`;
}

function flags(option: OptionNode): string {
  const names = option.flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const words = option.choices.length === 0 ? '' : ` -a '${option.choices.join(' ')}'`;
  const value = { file: ' -r', other: ` -x${words}`, none: '' }[option.value];
  return `${names.join(' ')}${value}`;
}

function entry(program: string, condition: string, what: string, description: string): string {
  const when = condition === '' ? '' : ` -n '${condition}'`;
  const text =
    description === '' ? '' : ` -d '${description.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return `complete -c ${program}${when} ${what}${text}`;
}
