import { ConfigurationDraft } from '../init/configuration-draft.js';
import { saveDraft } from '../init/save-draft.js';
import { configuredConnection } from '../mappings/edit-connection.js';
import { dataLinkRows, rowsPath } from '../mappings/data-link-rows.js';
import { openConfiguredSession, type ConfiguredSession } from '../session/open-session.js';
import { QuotebridgeError, type ConnectionConfiguration } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly on: string;
  readonly object: string;
  readonly from: string;
  readonly to: string;
  readonly comment?: string;
}

export const addDataLink: Action<Options> = async (context, { on, object, from, to, comment }) => {
  const { terminal } = context;
  await using session = await openConfiguredSession(context);
  const { name, settings } = configuredConnection(session, context);
  const rows = dataLinkRows(settings);
  const row = { on, object, from, to, ...(comment === undefined ? {} : { comment }) };
  const draft = await ConfigurationDraft.open(session.configuration.path);
  draft.set(name, rowsPath, [...rows, row]);
  const configuration = draft.connection(name);
  if (configuration !== undefined) await refuseUnknownFields(session, name, configuration, rows.length);
  await saveDraft(draft, session.engine, name);
  terminal.result({ row: rows.length + 1, ...row }, (shown) => {
    const what = `${shown.object}: ${shown.from} → ${shown.to}`;
    return `${terminal.colours.green('✓')} Row ${shown.row}, on ${shown.on}, ${what}`;
  });
  return 0;
};

/** Only the new row is judged here: `datalink check` speaks of the others. */
async function refuseUnknownFields(
  { engine }: ConfiguredSession,
  name: string,
  configuration: ConnectionConfiguration,
  row: number,
): Promise<void> {
  await using connection = await engine.open(name, configuration);
  const place = [...rowsPath, row].join('.');
  const found = await connection.checkDataLink();
  const conflicts = found.filter(({ about }) => about === place || about.startsWith(`${place}.`));
  if (conflicts.length === 0) return;
  throw new QuotebridgeError('settings.invalid', 'The row does not fit; nothing was written.', {
    faults: conflicts.map(({ about, message, next }) => ({ at: about, expected: `${message} ${next}` })),
    next: 'List the fields with: quotebridge datalink fields RECORD',
  });
}
