import { withConnection } from '../session/with-connection.js';
import { missingCapability } from '../session/missing-capability.js';
import type { Action } from '../command-line/late-action.js';
import { counted } from '@quotebridge/command-line/terminal';

export const synchroniseItems: Action<object> = async (context) => {
  const { terminal } = context;
  const result = await withConnection(
    context,
    'Reading the item catalogue',
    async ({ connection, signal, progress }) => {
      if (connection.contactManager.items === undefined)
        throw missingCapability(connection, 'no item catalogue');
      const { items } = await connection.synchroniseItems({ signal, progress: progress.report });
      return { connection: connection.name, items, requests: connection.requests };
    },
  );
  terminal.result(result, () => {
    const { read, write } = result.requests;
    return `${terminal.colours.green('✓')} ${counted(result.items, 'item')} in the cache (${counted(read + write, 'request')})`;
  });
  return 0;
};
