import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';
import { refuseAs } from '../errors/refuse-as.js';
import { existingFolder, writeFileWhole } from '@quotebridge/command-line/files';
import { counted } from '@quotebridge/command-line/terminal';
import type { BindingsFamily, BindingsHeader } from '@quotebridge/core';

export const exportBindings: Action<object> = async (context, _options, [file = '']) => {
  const { terminal } = context;
  const toScreen = file === '-';
  if (!toScreen) await existingFolder(file, refuseAs('usage'));
  const families = await withConnection(
    context,
    'Exporting bindings',
    async ({ connection, signal, progress }) => {
      let count = -1;
      const records = connection.exportBindings({ signal, progress: progress.report });
      const counting = async function* (): AsyncGenerator<BindingsHeader | BindingsFamily> {
        for await (const record of records) {
          count += 1;
          yield record;
        }
      };
      if (toScreen) for await (const record of counting()) terminal.object(record, 'line');
      else await writeFileWhole(file, linesOf(counting()), refuseAs('usage'), ownerOnly);
      return count;
    },
  );
  if (toScreen) terminal.note(terminal.noteColours.dim(counted(families, 'family', 'families')));
  else {
    terminal.result(
      { output: file, families },
      (shown) =>
        `${terminal.colours.green('✓')} Written: ${shown.output}, ${counted(families, 'family', 'families')}`,
    );
  }
  return 0;
};

/** Names, addresses and prices of customers stand in it. */
const ownerOnly = 0o600;

async function* linesOf(records: AsyncIterable<unknown>): AsyncGenerator<string, void, undefined> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}
