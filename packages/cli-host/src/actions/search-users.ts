import { foundText } from '../presentation/found-text.js';
import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';
import { table } from '@quotebridge/command-line/table';

interface Options {
  readonly client?: string;
  readonly includeInactive?: boolean;
  readonly limit?: number;
}

export const searchUsers: Action<Options> = async (
  context,
  { client, includeInactive, limit },
  [text = ''],
) => {
  const { terminal } = context;
  const query = {
    text,
    ...(client === undefined ? {} : { clientId: client }),
    ...(includeInactive === undefined ? {} : { includeInactive }),
    ...(limit === undefined ? {} : { limit }),
  };
  const users = await withConnection(context, 'Searching users', ({ connection, signal }) =>
    connection.contactManager.users.search(query, { signal }),
  );
  terminal.result({ users }, (shown) => {
    const rows = shown.users.map((user) => [
      user.id,
      user.inactive ? `${user.name} (inactive)` : user.name,
      user.email,
      user.clientName,
      user.siteName ?? '',
    ]);
    const columns = [
      { title: 'id', align: 'right' as const },
      { title: 'user', shrinksTo: 12 },
      { title: 'e-mail', shrinksTo: 12 },
      { title: 'client', shrinksTo: 12 },
      { title: 'site', shrinksTo: 8 },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(foundText(users, 'user', limit)));
  return 0;
};
