import { helpExamples } from '../program/help-examples.js';
import { Argument, Command } from 'commander';

/** The command that prints completion scripts, without its action. */
export function completionCommand(program: string): Command {
  return new Command('completion')
    .description('Print the completion script of a shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      helpExamples(
        program,
        `completion bash > ~/.local/share/bash-completion/completions/${program}`,
        `completion zsh > ~/.zfunc/_${program}`,
        `completion fish > ~/.config/fish/completions/${program}.fish`,
      ),
    );
}
