import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function schemaCommand(): Command {
  return new Command('schema')
    .description('Print the JSON Schema of rule files, by which editors complete and check them')
    .option('-o, --output <path>', 'write it to a file')
    .option('--force', 'write over a file that holds something else')
    .addHelpText('after', examples('schema', 'schema -o mapping-rules.schema.json'))
    .action(lateAction(async () => (await import('../actions/print-schema.js')).printSchema));
}
