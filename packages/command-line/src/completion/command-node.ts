import type { Command, Option } from 'commander';

/** One command as completion scripts see it. */
export interface CommandNode {
  /** Of the program: the same in the whole tree. */
  readonly name: string;
  /** Words that lead to it, such as `['items', 'sync']`; empty for the command itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly children: readonly CommandNode[];
  readonly options: readonly OptionNode[];
  /** Whether its arguments are files, or one of fixed words. */
  readonly argument: 'file' | 'other' | 'none';
  readonly choices: readonly string[];
}

export interface OptionNode {
  readonly flags: readonly string[];
  readonly description: string;
  readonly value: 'file' | 'other' | 'none';
}

/** The tree of commands, read off commander: completion can offer nothing that does not exist. */
export function commandTree(
  command: Command,
  program = command.name(),
  path: readonly string[] = [],
): CommandNode {
  const [argument] = command.registeredArguments;
  return {
    name: program,
    path,
    description: command.description(),
    children: command.commands.flatMap((child) =>
      [child.name(), ...child.aliases()].map((name) => commandTree(child, program, [...path, name])),
    ),
    options: [
      ...command.options.map(optionNode),
      { flags: ['-h', '--help'], description: 'print help', value: 'none' },
    ],
    argument:
      argument === undefined ? 'none' : /file|plan|path|rules/.test(argument.name()) ? 'file' : 'other',
    choices: argument?.argChoices ?? [],
  };
}

function optionNode(option: Option): OptionNode {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined);
  const takesValue = option.required || option.optional;
  return {
    flags,
    description: option.description,
    value: !takesValue ? 'none' : /<(path|file)/.test(option.flags) ? 'file' : 'other',
  };
}

/** Name of a shell function: `_mapping_rules_check`. */
export function functionName(program: string, path: readonly string[] = []): string {
  return ['', program.replaceAll('-', '_'), ...path].join('_');
}

/** All commands below and with this one. */
export function allCommands(node: CommandNode): readonly CommandNode[] {
  return [node, ...node.children.flatMap(allCommands)];
}
