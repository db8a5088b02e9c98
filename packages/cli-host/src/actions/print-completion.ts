import { createProgram } from '../command-line/program.js';
import { bashCompletion } from '../completion/bash-completion.js';
import { commandTree, type CommandNode } from '../completion/command-node.js';
import { fishCompletion } from '../completion/fish-completion.js';
import { zshCompletion } from '../completion/zsh-completion.js';
import type { Action } from '../command-line/late-action.js';

const scripts: Readonly<Record<string, (root: CommandNode) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

export const printCompletion: Action<object> = async ({ terminal }, _options, [shell = 'bash']) => {
  const script = scripts[shell]?.(commandTree(createProgram({ json: false }))) ?? '';
  terminal.result({ shell, script }, () => script.trimEnd());
  return 0;
};
