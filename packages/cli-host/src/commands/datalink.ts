import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Argument, Command, Option } from 'commander';

const objects = ['users', 'clients', 'opportunities', 'quotes', 'lineItems'];
const events = ['soldTo', 'shipTo', 'billTo', 'address', 'save'];

export function datalinkCommand(): Command {
  return new Command('datalink')
    .description('Fields that are copied between documents and records of the PSA')
    .addCommand(fieldsCommand())
    .addCommand(
      new Command('list')
        .description('Show the rows of the table')
        .addHelpText('after', examples('datalink list'))
        .action(lateAction(async () => (await import('../actions/list-data-link.js')).listDataLink)),
    )
    .addCommand(addCommand())
    .addCommand(
      new Command('remove')
        .description('Take a row away')
        .argument('<row>', 'its number in the list')
        .addHelpText('after', examples('datalink remove 1'))
        .action(lateAction(async () => (await import('../actions/remove-data-link.js')).removeDataLink)),
    )
    .addCommand(
      new Command('check')
        .description('Compare each row with the fields that there are')
        .argument('[file]', 'file of the quoting tool, whose own columns count as well')
        .option('--doc <number>', 'the document in it')
        .addHelpText('after', examples('datalink check', 'datalink check examples/quotes.csv --doc AAAQ1001'))
        .action(lateAction(async () => (await import('../actions/check-data-link.js')).checkDataLink)),
    )
    .addCommand(pullCommand())
    .addHelpText('after', examples('datalink fields opportunities', 'datalink list'));
}

function fieldsCommand(): Command {
  return new Command('fields')
    .description('List the fields of a record of the PSA, or of documents, that a row may name')
    .addArgument(new Argument('<record>', 'kind of record, or document').choices([...objects, 'document']))
    .argument('[file]', 'with document: file of the quoting tool, whose own columns count as well')
    .option('--doc <number>', 'the document in it, whose values are shown')
    .option('--custom', 'custom fields of the PSA only')
    .addHelpText(
      'after',
      examples(
        'datalink fields opportunities',
        'datalink fields clients --custom --json',
        'datalink fields document examples/quotes.csv --doc AAAQ1001',
      ),
    )
    .action(lateAction(async () => (await import('../actions/list-fields.js')).listFields));
}

function addCommand(): Command {
  return new Command('add')
    .description('Add a row, when the PSA and the documents have such fields')
    .addOption(new Option('--on <event>', 'an address is chosen, or the document is sent').choices(events))
    .addOption(new Option('--object <record>', 'record of the PSA').choices(objects))
    .option('--from <field>', 'field that is read')
    .option('--to <field>', 'field that is filled')
    .option('--comment <text>', 'for people')
    .addHelpText(
      'after',
      examples(
        'datalink add --on save --object opportunities --from CustomText01 --to CFQuoteReference',
        "datalink add --on address --object users --from phonenumber --to '***Phone'",
      ),
    )
    .action(lateAction(async () => (await import('../actions/add-data-link.js')).addDataLink));
}

function pullCommand(): Command {
  return new Command('pull')
    .description('Show what choosing a client or user fills into a document')
    .argument('[file]', 'file of the quoting tool, named before the options')
    .option('--user <id>', 'the user that is chosen; the client follows')
    .option('--client <id>', 'the client that is chosen')
    .option('--site <id>', 'site whose address is taken, in place of the main one')
    .addOption(
      new Option('--as <address>', 'address that is filled')
        .choices(['sold-to', 'ship-to', 'bill-to'])
        .default('sold-to'),
    )
    .option('--doc <number>', 'the document in the file that is filled')
    .option('-o, --output <path>', 'write the filled document as JSON')
    .addHelpText(
      'after',
      examples(
        'datalink pull --user 301',
        'datalink pull examples/quotes.csv --doc AAAQ1001 --user 301 --as ship-to -o filled.json',
      ),
    )
    .action(lateAction(async () => (await import('../actions/pull-data-link.js')).pullDataLink));
}
