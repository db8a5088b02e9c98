import { bashCompletion } from './bash-completion.js';
import { commandTree, type CommandNode } from './command-node.js';
import { fishCompletion } from './fish-completion.js';
import { zshCompletion } from './zsh-completion.js';
import type { Command } from 'commander';

const scripts: Readonly<Record<string, (root: CommandNode) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** The completion script of a program for one of the shells that `completionCommand` offers. */
export function completionScript(program: Command, shell: string): string {
  return scripts[shell]?.(commandTree(program)) ?? '';
}
