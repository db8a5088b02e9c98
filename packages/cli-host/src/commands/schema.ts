import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function schemaCommand(): Command {
  return new Command('schema')
    .description('Print a published JSON Schema, for editors and programs')
    .argument('[name]', 'schema to print; without it, the names of the schemas')
    .option('--plugin <id>', 'for `settings`: the contact manager whose settings it describes')
    .addHelpText(
      'after',
      examples(
        'schema',
        'schema configuration > quotebridge.schema.json',
        'schema settings --plugin halopsa',
      ),
    )
    .action(lateAction(async () => (await import('../actions/print-schema.js')).printSchema));
}
