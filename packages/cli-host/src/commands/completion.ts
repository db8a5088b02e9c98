import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Argument, Command } from 'commander';

export function completionCommand(): Command {
  return new Command('completion')
    .description('Print the completion script of a shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      examples(
        'completion bash > ~/.local/share/bash-completion/completions/quotebridge',
        'completion zsh > ~/.zfunc/_quotebridge',
        'completion fish > ~/.config/fish/completions/quotebridge.fish',
      ),
    )
    .action(lateAction(async () => (await import('../actions/print-completion.js')).printCompletion));
}
