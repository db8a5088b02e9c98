import { csvText } from '../csv/csv-text.js';
import { withoutFormula } from '../csv/formula-cell.js';
import { existingFolder } from '../configuration/existing-folder.js';
import { refuseOtherFile } from '../configuration/refuse-other-file.js';
import { writeFileWhole } from '../configuration/write-file-whole.js';
import { configuredConnection } from '../mappings/edit-connection.js';
import { rowsOf, tablePlaces } from '../mappings/mapping-table.js';
import { counted } from '../presentation/counted.js';
import { openConfiguredSession } from '../session/open-session.js';
import type { MappingTable } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly output?: string;
  readonly force?: boolean;
}

export function exportMappings(name: MappingTable): Action<Options> {
  return async (context, { output, force = false }) => {
    const { terminal } = context;
    if (output !== undefined) await existingFolder(output);
    await using session = await openConfiguredSession(context);
    const { settings } = configuredConnection(session, context);
    const rows = Object.entries(rowsOf(settings, tablePlaces[name].path));
    const text = csvText([['from', 'to'], ...rows.map((row) => row.map(withoutFormula))]);
    if (output !== undefined) {
      if (!force) await refuseOtherFile(output, Buffer.from(text));
      await writeFileWhole(output, text);
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
