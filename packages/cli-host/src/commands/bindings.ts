import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function bindingsCommand(): Command {
  return new Command('bindings')
    .description('Take what the state remembers of documents and records to another machine')
    .addCommand(
      new Command('export')
        .description('Write the bindings of the connection into a file, a line of JSON for each family')
        .argument('<file>', 'where to write them; - is standard output')
        .addHelpText(
          'after',
          examples('bindings export bindings.ndjson', 'bindings export - > bindings.ndjson'),
        )
        .action(lateAction(async () => (await import('../actions/export-bindings.js')).exportBindings)),
    )
    .addCommand(
      new Command('import')
        .description('Remember the bindings of a file. Those of another tenant are refused')
        .argument('<file>', 'file of bindings; - is standard input')
        .option('--replace', 'take over families that are bound to other records here, too')
        .addHelpText(
          'after',
          examples('bindings import bindings.ndjson', 'bindings import bindings.ndjson --replace'),
        )
        .action(lateAction(async () => (await import('../actions/import-bindings.js')).importBindings)),
    )
    .addHelpText('after', examples('bindings export bindings.ndjson', 'bindings import bindings.ndjson'));
}
