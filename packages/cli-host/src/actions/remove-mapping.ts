import { editConnection, tableConnection } from '../mappings/edit-connection.js';
import { keyIn, rowsOf, tablePlaces } from '../mappings/mapping-table.js';
import { openConfiguredSession } from '../session/open-session.js';
import { nearestTo } from '@quotebridge/command-line/terminal';
import { QuotebridgeError, type MappingTable } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export function removeMapping(name: MappingTable): Action<object> {
  return async (context, _options, [from = '']) => {
    const { terminal } = context;
    await using session = await openConfiguredSession(context);
    const { path, rule } = tablePlaces[name];
    const target = await tableConnection(session, context, rule);
    const rows = rowsOf(target.settings, path);
    const key = keyIn(rows, from);
    if (key === undefined) {
      const names = Object.keys(rows).filter((row) => row.trim() !== '');
      const near = nearestTo(from, names)
        .map((row) => `“${row}”`)
        .join(', ');
      throw new QuotebridgeError('usage', `The table ${name} has no row “${from}”.`, {
        faults: [
          {
            at: 'FROM',
            value: from,
            expected:
              near !== ''
                ? `a row such as ${near}`
                : names.length === 0
                  ? 'a table with rows'
                  : 'a row of the table',
          },
        ],
        next: `List the rows with: quotebridge mappings ${name} list`,
      });
    }
    await editConnection(session, target, (draft) => draft.unset(target.name, [...path, key]));
    terminal.result(
      { table: name, removed: key },
      (shown) => `${terminal.colours.green('✓')} ${shown.removed} has no row any more`,
    );
    return 0;
  };
}
