import { counted } from '../presentation/counted.js';
import { table } from '../presentation/table.js';
import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';

export const searchClients: Action<{ readonly limit?: number }> = async (context, { limit }, [text = '']) => {
  const { terminal } = context;
  const clients = await withConnection(context, 'Searching clients', ({ connection, signal }) =>
    connection.contactManager.clients.search({ text, ...(limit === undefined ? {} : { limit }) }, { signal }),
  );
  terminal.result({ clients }, (shown) => {
    const rows = shown.clients.map(({ id, name, siteName, url }) => [id, name, siteName ?? '', url ?? '']);
    const columns = [
      { title: 'id', align: 'right' as const },
      { title: 'client', shrinksTo: 16 },
      { title: 'main site', shrinksTo: 10 },
      { title: 'link', shrinksTo: 12 },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(counted(clients.length, 'client')));
  return 0;
};
