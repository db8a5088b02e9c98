import { foundText } from '../presentation/found-text.js';
import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';
import { table } from '@quotebridge/command-line/table';

interface Options {
  readonly includeInactive?: boolean;
  readonly limit?: number;
}

export const searchClients: Action<Options> = async (context, { includeInactive, limit }, [text = '']) => {
  const { terminal } = context;
  const query = {
    text,
    ...(includeInactive === undefined ? {} : { includeInactive }),
    ...(limit === undefined ? {} : { limit }),
  };
  const clients = await withConnection(context, 'Searching clients', ({ connection, signal }) =>
    connection.contactManager.clients.search(query, { signal }),
  );
  terminal.result({ clients }, (shown) => {
    const rows = shown.clients.map(({ id, name, inactive, siteName, url }) => [
      id,
      inactive ? `${name} (inactive)` : name,
      siteName ?? '',
      url ?? '',
    ]);
    const columns = [
      { title: 'id', align: 'right' as const },
      { title: 'client', shrinksTo: 16 },
      { title: 'main site', shrinksTo: 10 },
      { title: 'link', shrinksTo: 12 },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(foundText(clients, 'client', limit)));
  return 0;
};
