import { withConnection } from '../session/with-connection.js';
import { table } from '@quotebridge/command-line/table';
import { counted } from '@quotebridge/command-line/terminal';
import { QuotebridgeError } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const listLookup: Action<object> = async (context, _options, [name]) => {
  const { terminal } = context;
  if (name === undefined) {
    const names = await withConnection(
      context,
      'Opening',
      async ({ connection }) => connection.contactManager.lookups.names,
    );
    terminal.result({ lookups: names }, ({ lookups }) => lookups.join('\n'));
    return 0;
  }
  const entries = await withConnection(
    context,
    `Reading ${name}`,
    async ({ connection, signal, progress }) => {
      const { names } = connection.contactManager.lookups;
      if (!names.includes(name)) {
        throw new QuotebridgeError('usage', `There is no list “${name}”.`, {
          faults: [{ at: 'NAME', value: name, expected: `one of ${names.join(', ')}` }],
          next: 'List their names with: quotebridge lookups',
        });
      }
      return connection.lookup(name, { signal, progress: progress.report, fresh: true });
    },
  );
  terminal.result({ lookup: name, entries }, (shown) => {
    const rows = shown.entries.map((entry) => [
      entry.id,
      entry.name,
      Object.entries(entry.detail ?? {})
        .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(', '),
    ]);
    const columns = [
      { title: 'id', align: 'right' as const },
      { title: 'name', shrinksTo: 16 },
      { title: '', shrinksTo: 8 },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(counted(entries.length, 'entry', 'entries')));
  return 0;
};
