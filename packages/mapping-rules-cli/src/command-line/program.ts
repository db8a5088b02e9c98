import { examples } from './help-examples.js';
import { checkCommand } from '../commands/check.js';
import { completionCommand } from '../commands/completion.js';
import { coverageCommand } from '../commands/coverage.js';
import { diffCommand } from '../commands/diff.js';
import { explainCommand } from '../commands/explain.js';
import { exportCommand } from '../commands/export.js';
import { importCommand } from '../commands/import.js';
import { initCommand } from '../commands/init.js';
import { runCommand } from '../commands/run.js';
import { schemaCommand } from '../commands/schema.js';
import { testCommand } from '../commands/test.js';
import { versionCommand } from '../commands/version.js';
import { version } from '../version.js';
import { addCommonOptions, finishedProgram, helpCommand } from '@quotebridge/command-line';
import { Command } from 'commander';

/** The tree of commands: names, options and help. The work of each is loaded when it runs. */
export function createProgram(options: { readonly json: boolean }): Command {
  const program = addCommonOptions(new Command('mapping-rules'))
    .description('Rules that make item numbers, product groups, owners and taxes out of the lines of quotes.')
    .version(
      options.json ? JSON.stringify({ version, node: process.versions.node }) : version,
      '-V, --version',
      'print the version',
    )
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .commandsGroup('Write rules:')
    .addCommand(initCommand())
    .addCommand(checkCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .commandsGroup('Run them:')
    .addCommand(testCommand())
    .addCommand(runCommand())
    .addCommand(explainCommand())
    .addCommand(coverageCommand())
    .addCommand(diffCommand())
    .commandsGroup('About this installation:')
    .addCommand(schemaCommand())
    .addCommand(completionCommand())
    .addCommand(versionCommand())
    .addCommand(helpCommand('mapping-rules', 'check'))
    .helpCommand(false)
    .addHelpText(
      'after',
      examples('init', 'check rules.yaml', 'explain rules.yaml --in lines.csv --row 3') +
        '\nExit codes:\n' +
        '  0 fine · 1 problems were found · 2 fix the command line or the file\n' +
        '  7 report it · 130 stopped\n',
    );
  return finishedProgram(program, options);
}
