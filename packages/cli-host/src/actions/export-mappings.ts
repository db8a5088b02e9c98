import { tableConnection } from '../mappings/edit-connection.js';
import { rowsOf, tablePlaces } from '../mappings/mapping-table.js';
import { openConfiguredSession } from '../session/open-session.js';
import { refuseAs } from '../errors/refuse-as.js';
import { csvText, withoutFormula } from '@quotebridge/command-line/csv';
import { existingFolder, refuseOtherFile, writeFileWhole } from '@quotebridge/command-line/files';
import { counted } from '@quotebridge/command-line/terminal';
import type { MappingTable } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly output?: string;
  readonly force?: boolean;
}

export function exportMappings(name: MappingTable): Action<Options> {
  return async (context, { output, force = false }) => {
    const { terminal } = context;
    if (output !== undefined) await existingFolder(output, refuseAs('usage'));
    await using session = await openConfiguredSession(context);
    const { path, rule } = tablePlaces[name];
    const { settings } = await tableConnection(session, context, rule);
    const rows = Object.entries(rowsOf(settings, path));
    const text = csvText([['from', 'to'], ...rows.map((row) => row.map(withoutFormula))]);
    if (output !== undefined) {
      if (!force) await refuseOtherFile(output, Buffer.from(text), refuseAs('usage'));
      await writeFileWhole(output, text, refuseAs('usage'));
    }
    terminal.result(
      {
        table: name,
        rows: rows.map(([from, to]) => ({ from, to })),
        ...(output === undefined ? {} : { output }),
      },
      () =>
        output === undefined ? text.slice(1).trimEnd() : `${terminal.colours.green('✓')} Written: ${output}`,
    );
    terminal.note(terminal.noteColours.dim(counted(rows.length, 'row')));
    return 0;
  };
}
