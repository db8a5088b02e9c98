import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { dataFormats } from '../data/data-format.js';
import { addLinesOptions } from '../data/lines-options.js';
import { Command, Option } from 'commander';

export function runCommand(): Command {
  const command = new Command('run')
    .description('Run the rules over lines of any number: what they make of each stands in columns behind it')
    .argument('<rules>', 'rule file, in YAML or JSON')
    .option('--in <path>', 'lines as CSV, JSON or NDJSON; - is standard input', '-')
    .option('--out <path>', 'where the lines go; a file is written as a whole or not at all', '-');
  return addLinesOptions(command)
    .addOption(
      new Option(
        '--to <format>',
        'what is written (default: by the ending of the name, then as the lines are)',
      ).choices(dataFormats),
    )
    .option('--no-problems', 'leave out the column Problems with the codes of what is wrong with a line')
    .option('--overwrite', 'write over columns of the lines that are called like those of the result')
    .addHelpText(
      'after',
      examples(
        'run rules.yaml --in lines.csv --out numbered.csv',
        'run rules.yaml --in lines.csv --out numbered.ndjson',
        'run rules.yaml < lines.csv > numbered.csv',
      ) +
        '\nColumns are fields: ItemType or DI_ItemType of the line, DH_DocNo or DocNo of the header, LineType.\n' +
        'Read are CSV with commas, semicolons or tabs (also where its first line is sep=;), JSON and NDJSON,\n' +
        'in UTF-8, UTF-16 with a byte order mark, or Windows-1252. CSV is written with the same sign, in UTF-8.\n' +
        'A cell that a spreadsheet would run gets an apostrophe in CSV, and loses it when it is read.\n' +
        'Exit codes: 0 all lines went through · 1 lines with an error, or rules · 2 nothing was written\n',
    )
    .action(lateAction(async () => (await import('../actions/run-rules.js')).runRules));
}
