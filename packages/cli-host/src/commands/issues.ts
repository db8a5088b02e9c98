import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function issuesCommand(): Command {
  return new Command('issues')
    .description('What did not go through, until it does')
    .addCommand(
      new Command('list')
        .description('List what is open: document, cause, and when it was seen last')
        .option('--doc <number...>', 'only of these documents')
        .option('--dismissed', 'those that were put aside, too')
        .addHelpText('after', examples('issues list', 'issues list --doc AAAQ1001 --json'))
        .action(lateAction(async () => (await import('../actions/list-issues.js')).listIssues)),
    )
    .addCommand(
      new Command('show')
        .description('Print one issue with its cause, its candidates and the next step')
        .argument('<id>', 'its id, or the beginning of it')
        .addHelpText('after', examples('issues show k3f9m2ap', 'issues show k3f --json'))
        .action(lateAction(async () => (await import('../actions/show-issue.js')).showIssue)),
    )
    .addCommand(
      new Command('retry')
        .description(
          'Push documents again from the files that they came from; only what is missing is written',
        )
        .argument('[id...]', 'ids of issues, or the beginnings of them')
        .option('--all', 'every open issue')
        .option('-y, --yes', 'do not ask: needed when nobody sits at a terminal')
        .addHelpText('after', examples('issues retry k3f9m2ap', 'issues retry --all --yes'))
        .action(lateAction(async () => (await import('../actions/retry-issues.js')).retryIssues)),
    )
    .addCommand(
      new Command('dismiss')
        .description('Put issues aside; an error that happens again comes back')
        .argument('<id...>', 'ids of issues, or the beginnings of them')
        .addHelpText('after', examples('issues dismiss k3f9m2ap'))
        .action(lateAction(async () => (await import('../actions/dismiss-issues.js')).dismissIssues)),
    )
    .addHelpText('after', examples('issues list', 'issues retry --all --yes'));
}
