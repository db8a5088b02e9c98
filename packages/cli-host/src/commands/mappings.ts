import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command, Option } from 'commander';

/** What the help says about each table. */
const tables = [
  {
    name: 'users',
    of: 'users of the quoting tool to agents',
    from: 'dwhitfield',
    to: '"Dana Whitfield"',
    target: 'name, e-mail address or id of an agent',
  },
  {
    name: 'groups',
    of: 'ItemTypes to product groups',
    from: 'Hardware',
    to: 'Hardware',
    target: 'name or id of a product group',
  },
  {
    name: 'taxes',
    of: 'tax codes to taxes',
    from: 'Y',
    to: '"Sales tax 6.5"',
    target: 'name or id of a tax',
  },
] as const;

type Table = (typeof tables)[number];

export function mappingsCommand(): Command {
  const command = new Command('mappings').description('Tables of users, product groups and taxes');
  for (const table of tables) command.addCommand(tableCommand(table));
  return command.addHelpText(
    'after',
    examples('mappings users list examples/quotes.csv --all', 'mappings groups set Hardware Hardware'),
  );
}

function tableCommand(table: Table): Command {
  const { name, of, from, to, target } = table;
  const command = new Command(name)
    .description(`Map ${of}`)
    .addCommand(listCommand(table))
    .addCommand(
      new Command('set')
        .description('Add or change a row. The target must be one entry of the PSA’s list')
        .argument('<from>', 'as the quoting tool names it')
        .argument('<to>', target)
        .addHelpText('after', examples(`mappings ${name} set ${from} ${to}`))
        .action(lateAction(async () => (await import('../actions/set-mapping.js')).setMapping(name))),
    )
    .addCommand(
      new Command('remove')
        .description('Take a row away')
        .argument('<from>', 'as the quoting tool names it')
        .addHelpText('after', examples(`mappings ${name} remove ${from}`))
        .action(lateAction(async () => (await import('../actions/remove-mapping.js')).removeMapping(name))),
    )
    .addCommand(
      new Command('import')
        .description('Add the rows of a CSV file with the columns from and to. All or nothing')
        .argument('<file>', 'CSV file')
        .option('--replace', 'take away the rows that the file does not have')
        .addHelpText('after', examples(`mappings ${name} import ${name}.csv`))
        .action(lateAction(async () => (await import('../actions/import-mappings.js')).importMappings(name))),
    )
    .addCommand(
      new Command('export')
        .description('Print the table as CSV')
        .option('-o, --output <path>', 'write it to a file')
        .option('--force', 'write over a file that holds something else')
        .addHelpText('after', examples(`mappings ${name} export -o ${name}.csv`))
        .action(lateAction(async () => (await import('../actions/export-mappings.js')).exportMappings(name))),
    )
    .addHelpText('after', examples(`mappings ${name} list`, `mappings ${name} set ${from} ${to}`));
  if (name === 'groups') command.addCommand(defaultCommand());
  return command;
}

function listCommand({ name }: Table): Command {
  return new Command('list')
    .description('Show the rows, whether the PSA knows their targets, and what in documents has no row')
    .argument('[file]', 'file of the quoting tool, named before the options')
    .option('--doc <number...>', 'only what these documents name')
    .addOption(new Option('--all', 'every document of the file (default)').conflicts('doc'))
    .addHelpText(
      'after',
      examples(`mappings ${name} list`, `mappings ${name} list examples/quotes.csv --doc AAAQ1001`),
    )
    .action(lateAction(async () => (await import('../actions/list-mappings.js')).listMappings(name)));
}

function defaultCommand(): Command {
  return new Command('default')
    .description('Set the product group of created products whose ItemType has no row')
    .argument('<name>', 'name or id of the product group')
    .addHelpText('after', examples('mappings groups default Hardware'))
    .action(lateAction(async () => (await import('../actions/set-default-group.js')).setDefaultGroup));
}
