import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { wholeNumber } from '@quotebridge/command-line';
import { Command } from 'commander';

export function sandboxCommand(): Command {
  return new Command('sandbox')
    .description('Run a HaloPSA-compatible server with a made-up tenant, until it is stopped')
    .option('--port <port>', 'port on this machine; 0 for any free one', wholeNumber, 4010)
    .option('--seed <file>', 'JSON file with another tenant')
    .option('--items <count>', 'size of the item catalogue', wholeNumber)
    .option(
      '--switch <name=value...>',
      'behaviour that differs between tenants, as the README of the sandbox lists',
    )
    .addHelpText('after', examples('sandbox', 'sandbox --port 0 --json', 'sandbox --items 20000'))
    .action(lateAction(async () => (await import('../actions/run-sandbox.js')).runSandbox));
}
