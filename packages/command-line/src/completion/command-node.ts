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
  /** In their order; the last one counts for all that follow if there may be several. */
  readonly arguments: readonly ArgumentNode[];
}

/** What stands behind a command, or behind an option. */
export interface ArgumentNode {
  readonly value: 'file' | 'other';
  /** Words that are offered, whether or not others may stand there. */
  readonly choices: readonly string[];
  readonly several: boolean;
}

export interface OptionNode {
  readonly flags: readonly string[];
  readonly description: string;
  readonly value: 'file' | 'other' | 'none';
  readonly choices: readonly string[];
}

/** The tree of commands, read off commander: completion can offer nothing that does not exist. */
export function commandTree(
  command: Command,
  program = command.name(),
  path: readonly string[] = [],
): CommandNode {
  return {
    name: program,
    path,
    description: command.description(),
    children: command.commands.flatMap((child) =>
      [child.name(), ...child.aliases()].map((name) => commandTree(child, program, [...path, name])),
    ),
    options: [
      ...command.options.map(optionNode),
      { flags: ['-h', '--help'], description: 'print help', value: 'none', choices: [] },
    ],
    arguments: command.registeredArguments.map((argument) => ({
      value: /file|plan|path|rules|lines|before|after/.test(argument.name()) ? 'file' : 'other',
      choices: argument.argChoices ?? [],
      several: argument.variadic,
    })),
  };
}

function optionNode(option: Option): OptionNode {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined);
  const takesValue = option.required || option.optional;
  return {
    flags,
    description: option.description,
    value: !takesValue ? 'none' : /<(path|file)/.test(option.flags) ? 'file' : 'other',
    choices: option.argChoices ?? [],
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
