import { chooseEntry, notInTheList } from '../mappings/choose-entry.js';
import { editConnection, tableConnection } from '../mappings/edit-connection.js';
import { keyIn, lookupOf, rowsOf, tablePlaces } from '../mappings/mapping-table.js';
import { joinPath } from '../init/setting-path.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { QuotebridgeError, type MappingTable } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export function setMapping(name: MappingTable): Action<object> {
  return async (context, _options, [from = '', to = '']) => {
    const { terminal } = context;
    if (from.trim() === '') {
      throw new QuotebridgeError('usage', 'A row needs a name that it is for; nothing was written.', {
        faults: [
          { at: 'FROM', value: from, expected: `the ${tablePlaces[name].from} as the quoting tool names it` },
        ],
      });
    }
    await using session = await openConfiguredSession(context);
    const { path, rule } = tablePlaces[name];
    const target = await tableConnection(session, context, rule);
    const lookup = lookupOf(target.schema, path);
    const entries = await connected(session, context, `Reading ${lookup}`, ({ connection, signal }) =>
      connection.lookup(lookup, { signal, fresh: true }),
    );
    const key = keyIn(rowsOf(target.settings, path), from) ?? from.trim();
    const choice = chooseEntry(entries, to, joinPath([...path, key]), lookup);
    if ('fault' in choice) throw notInTheList([choice.fault], lookup);
    await editConnection(session, target, (draft) => draft.set(target.name, [...path, key], choice.value));
    terminal.result(
      { table: name, from: key, to: choice.value, id: choice.entry.id },
      (shown) => `${terminal.colours.green('✓')} ${shown.from} → ${shown.to} (${shown.id})`,
    );
    return 0;
  };
}
