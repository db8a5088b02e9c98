import { chooseEntry, notInTheList } from '../mappings/choose-entry.js';
import { editConnection, tableConnection } from '../mappings/edit-connection.js';
import { lookupOf } from '../mappings/mapping-table.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';

const path = ['defaults', 'productGroup'] as const;

export const setDefaultGroup: Action<object> = async (context, _options, [wanted = '']) => {
  const { terminal } = context;
  await using session = await openConfiguredSession(context);
  const target = await tableConnection(session, context, ['productGroups', 'default']);
  const lookup = lookupOf(target.schema, path);
  const entries = await connected(session, context, `Reading ${lookup}`, ({ connection, signal }) =>
    connection.lookup(lookup, { signal, fresh: true }),
  );
  const choice = chooseEntry(entries, wanted, path.join('.'), lookup);
  if ('fault' in choice) throw notInTheList([choice.fault], lookup);
  await editConnection(session, target, (draft) => draft.set(target.name, path, choice.value));
  terminal.result(
    { default: choice.value, id: choice.entry.id },
    (shown) => `${terminal.colours.green('✓')} Default product group: ${shown.default} (${shown.id})`,
  );
  return 0;
};
