import type { Command, Option } from 'commander';

/** One command as completion scripts see it. */
export interface CommandNode {
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
export function commandTree(command: Command, path: readonly string[] = []): CommandNode {
  const [argument] = command.registeredArguments;
  return {
    path,
    description: command.description(),
    children: command.commands.flatMap((child) =>
      [child.name(), ...child.aliases()].map((name) => commandTree(child, [...path, name])),
    ),
    options: [
      ...command.options.map(optionNode),
      { flags: ['-h', '--help'], description: 'print help', value: 'none' },
    ],
    argument: argument === undefined ? 'none' : /file|plan|path/.test(argument.name()) ? 'file' : 'other',
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

/** All commands below and with this one. */
export function allCommands(node: CommandNode): readonly CommandNode[] {
  return [node, ...node.children.flatMap(allCommands)];
}
