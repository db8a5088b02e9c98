import { editConnection, tableConnection } from '../mappings/edit-connection.js';
import { dataLinkRows, rowsPath } from '../mappings/data-link-rows.js';
import { openConfiguredSession } from '../session/open-session.js';
import { counted } from '@quotebridge/command-line/terminal';
import { QuotebridgeError } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const removeDataLink: Action<object> = async (context, _options, [number = '']) => {
  const { terminal } = context;
  await using session = await openConfiguredSession(context);
  const target = await tableConnection(session, context, ['dataLink']);
  const rows = dataLinkRows(target.settings);
  const row = /^\d+$/.test(number) ? Number(number) : 0;
  if (rows[row - 1] === undefined) {
    throw new QuotebridgeError('usage', `There is no row ${number}.`, {
      faults: [
        {
          at: 'ROW',
          value: number,
          expected: rows.length === 0 ? 'a table with rows' : `1 to ${rows.length}`,
        },
      ],
      next: 'List the rows with: quotebridge datalink list',
    });
  }
  let left = 0;
  await editConnection(session, target, (draft, settings) => {
    const now = dataLinkRows(settings);
    // Rows are named by their place: another one that has come to stand there is not meant.
    if (JSON.stringify(now[row - 1]) !== JSON.stringify(rows[row - 1])) throw moved(number);
    draft.unset(target.name, [...rowsPath, String(row - 1)]);
    left = now.length - 1;
  });
  terminal.result(
    { removed: row, left },
    (shown) =>
      `${terminal.colours.green('✓')} Row ${shown.removed} is gone; ${counted(shown.left, 'row')} left`,
  );
  return 0;
};

function moved(number: string): QuotebridgeError {
  return new QuotebridgeError('usage', `Row ${number} was changed meanwhile; nothing was written.`, {
    next: 'List the rows with: quotebridge datalink list',
  });
}
