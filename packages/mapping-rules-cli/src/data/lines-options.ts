import type { DataFormat } from './data-format.js';
import { dataFormats } from './data-format.js';
import { Option, type Command } from 'commander';

/** How the lines of a command are read. */
export interface LinesOptions {
  readonly from?: DataFormat;
  readonly plainCells?: boolean;
}

export function addLinesOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--from <format>',
        'what the lines are (default: by the ending of the name, then by the content)',
      ).choices(dataFormats),
    )
    .option('--plain-cells', 'take cells of CSV as they are, an apostrophe before a formula included');
}
