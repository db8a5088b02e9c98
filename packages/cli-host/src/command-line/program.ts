import { addGlobalOptions } from './global-options.js';
import { examples } from './help-examples.js';
import { applyCommand } from '../commands/apply.js';
import { attachCommand } from '../commands/attach.js';
import { bindingsCommand } from '../commands/bindings.js';
import { clientsCommand } from '../commands/clients.js';
import { completionCommand } from '../commands/completion.js';
import { connectionsCommand } from '../commands/connections.js';
import { datalinkCommand } from '../commands/datalink.js';
import { doctorCommand } from '../commands/doctor.js';
import { documentsCommand } from '../commands/documents.js';
import { driftCommand } from '../commands/drift.js';
import { explainCommand } from '../commands/explain.js';
import { historyCommand } from '../commands/history.js';
import { initCommand } from '../commands/init.js';
import { issuesCommand } from '../commands/issues.js';
import { itemsCommand } from '../commands/items.js';
import { mappingsCommand } from '../commands/mappings.js';
import { lookupsCommand } from '../commands/lookups.js';
import { opportunitiesCommand } from '../commands/opportunities.js';
import { planCommand } from '../commands/plan.js';
import { pluginsCommand } from '../commands/plugins.js';
import { pushCommand } from '../commands/push.js';
import { rebindCommand } from '../commands/rebind.js';
import { renderCommand } from '../commands/render.js';
import { rulesCommand } from '../commands/rules.js';
import { sandboxCommand } from '../commands/sandbox.js';
import { schemaCommand } from '../commands/schema.js';
import { undoCommand } from '../commands/undo.js';
import { usersCommand } from '../commands/users.js';
import { versionCommand } from '../commands/version.js';
import { version } from '../version.js';
import { finishedProgram, helpCommand } from '@quotebridge/command-line';
import { Command } from 'commander';

/** The tree of commands: names, options and help. The work of each is loaded when it runs. */
export function createProgram(options: { readonly json: boolean }): Command {
  const program = addGlobalOptions(new Command('quotebridge'))
    .description(
      'The bridge from a quoting tool to a PSA: a plan before any write, never twice, never wrong by a cent.',
    )
    .version(
      options.json ? JSON.stringify({ version, node: process.versions.node }) : version,
      '-V, --version',
      'print the version',
    )
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .commandsGroup('Set up:')
    .addCommand(initCommand())
    .addCommand(mappingsCommand())
    .addCommand(datalinkCommand())
    .addCommand(rulesCommand())
    .addCommand(sandboxCommand())
    .commandsGroup('Documents:')
    .addCommand(documentsCommand())
    .addCommand(renderCommand())
    .addCommand(planCommand())
    .addCommand(explainCommand())
    .addCommand(applyCommand())
    .addCommand(pushCommand())
    .addCommand(attachCommand())
    .addCommand(driftCommand())
    .addCommand(undoCommand())
    .commandsGroup('Keep in order:')
    .addCommand(issuesCommand())
    .addCommand(historyCommand())
    .addCommand(doctorCommand())
    .addCommand(rebindCommand())
    .addCommand(bindingsCommand())
    .commandsGroup('Look up in the PSA:')
    .addCommand(clientsCommand())
    .addCommand(usersCommand())
    .addCommand(itemsCommand())
    .addCommand(opportunitiesCommand())
    .addCommand(lookupsCommand())
    .commandsGroup('About this installation:')
    .addCommand(connectionsCommand())
    .addCommand(pluginsCommand())
    .addCommand(schemaCommand())
    .addCommand(completionCommand())
    .addCommand(versionCommand())
    .addCommand(helpCommand('quotebridge', 'push'))
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(
        'init',
        'plan examples/quotes.csv --doc AAAQ1001',
        'push examples/quotes.csv --doc AAAQ1001 --attach examples/quote.pdf',
      ) +
        '\nExit codes:\n' +
        '  0 done · 2 fix the input · 3 fix credentials or permissions\n' +
        '  4 try again later · 5 decide · 6 the money differs\n' +
        '  7 report it · 130 stopped\n',
    );
  return finishedProgram(program, options);
}
