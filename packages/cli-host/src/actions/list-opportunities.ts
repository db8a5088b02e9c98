import { counted } from '../presentation/counted.js';
import { moneyText } from '../presentation/money-text.js';
import { table } from '../presentation/table.js';
import { withConnection } from '../session/with-connection.js';
import { QuotebridgeError } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly client?: string;
  readonly user?: string;
  readonly open?: boolean;
}

export const listOpportunities: Action<Options> = async (context, { client, user, open = false }) => {
  const { terminal } = context;
  if (client === undefined && user === undefined) {
    throw new QuotebridgeError('usage', 'Whose opportunities? Expected --client or --user.', {
      next: 'Find the id with: quotebridge clients search TEXT',
    });
  }
  const query = {
    ...(client === undefined ? {} : { clientId: client }),
    ...(user === undefined ? {} : { userId: user }),
    openOnly: open,
  };
  const opportunities = await withConnection(context, 'Reading opportunities', ({ connection, signal }) =>
    connection.contactManager.opportunities.list(query, { signal }),
  );
  terminal.result({ opportunities }, (shown) => {
    const rows = shown.opportunities.map((entry) => [
      entry.id,
      entry.title ?? '',
      entry.outcome,
      entry.statusName ?? '',
      entry.value === undefined ? '' : moneyText(entry.value),
      entry.url ?? '',
    ]);
    const columns = [
      { title: 'id', align: 'right' as const },
      { title: 'opportunity', shrinksTo: 16 },
      { title: 'outcome' },
      { title: 'status', shrinksTo: 8 },
      { title: 'value', align: 'right' as const },
      { title: 'link', shrinksTo: 12 },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(counted(opportunities.length, 'opportunity', 'opportunities')));
  return 0;
};
