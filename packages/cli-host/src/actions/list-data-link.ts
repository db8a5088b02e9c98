import { tableConnection } from '../mappings/edit-connection.js';
import { dataLinkRows } from '../mappings/data-link-rows.js';
import { openConfiguredSession } from '../session/open-session.js';
import type { Action } from '../command-line/late-action.js';
import { table } from '@quotebridge/command-line/table';
import { counted } from '@quotebridge/command-line/terminal';

export const listDataLink: Action<object> = async (context) => {
  const { terminal } = context;
  await using session = await openConfiguredSession(context);
  const rows = dataLinkRows((await tableConnection(session, context, ['dataLink'])).settings);
  terminal.result({ rows }, (shown) => {
    const names = ['on', 'object', 'from', 'to', 'comment'];
    const cells = shown.rows.map((row, index) => [
      String(index + 1),
      ...names.map((name) => (typeof row[name] === 'string' ? row[name] : '')),
    ]);
    const columns = [
      { title: 'row', align: 'right' as const },
      ...names.map((title) => ({ title, shrinksTo: 8 })),
    ];
    return table(columns, cells, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(counted(rows.length, 'row')));
  return 0;
};
