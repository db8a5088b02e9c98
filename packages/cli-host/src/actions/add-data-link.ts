import { editConnection, tableConnection, type ConfiguredConnection } from '../mappings/edit-connection.js';
import { dataLinkRows, rowsPath } from '../mappings/data-link-rows.js';
import { objectAt } from '../init/plain-object.js';
import { openConfiguredSession, type ConfiguredSession } from '../session/open-session.js';
import { QuotebridgeError, type JsonObject } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Row {
  readonly on: string;
  readonly object: string;
  readonly from: string;
  readonly to: string;
  readonly comment?: string;
}

export const addDataLink: Action<Partial<Row>> = async (context, options) => {
  const { terminal } = context;
  const { on, object, from, to, comment } = completeRow(options);
  await using session = await openConfiguredSession(context);
  const target = await tableConnection(session, context, ['dataLink']);
  const row = { on, object, from, to, ...(comment === undefined ? {} : { comment }) };
  await refuseUnknownFields(session, target, row);
  let number = 0;
  await editConnection(session, target, (draft, settings) => {
    draft.append(target.name, rowsPath, row);
    number = dataLinkRows(settings).length + 1;
  });
  terminal.result({ row: number, ...row }, (shown) => {
    const what = `${shown.object}: ${shown.from} → ${shown.to}`;
    return `${terminal.colours.green('✓')} Row ${shown.row}, on ${shown.on}, ${what}`;
  });
  return 0;
};

const meanings = {
  on: 'when it is filled, such as save',
  object: 'a record of the PSA, such as opportunities',
  from: 'the field that is read',
  to: 'the field that is filled',
} as const;

/** @throws `usage` that names everything that is missing */
function completeRow({ on = '', object = '', from = '', to = '', comment }: Partial<Row>): Row {
  const row = { on, object, from, to };
  const names = (Object.keys(meanings) as (keyof typeof meanings)[]).filter((name) => row[name] === '');
  if (names.length === 0) return { ...row, ...(comment === undefined ? {} : { comment }) };
  const missing = names.map((name) => `--${name}`).join(', ');
  throw new QuotebridgeError('usage', `A row needs more: expected ${missing}.`, {
    faults: names.map((name) => ({ at: `--${name}`, expected: meanings[name] })),
    next: 'Add them, such as: quotebridge datalink add --on save --object opportunities --from CustomText01 --to CFQuoteReference',
  });
}

/** Only the new row is judged here: `datalink check` speaks of the others. */
async function refuseUnknownFields(
  { engine }: ConfiguredSession,
  { name, plugin, settings }: ConfiguredConnection,
  row: JsonObject,
): Promise<void> {
  const [page, list] = rowsPath;
  const rows = dataLinkRows(settings);
  const place = [...rowsPath, rows.length].join('.');
  const withRow = { ...settings, [page]: { ...objectAt(settings, page), [list]: [...rows, row] } };
  await using connection = await engine.open(name, { plugin, settings: withRow });
  const found = await connection.checkDataLink();
  const conflicts = found.filter(({ about }) => about === place || about.startsWith(`${place}.`));
  if (conflicts.length === 0) return;
  const data = conflicts.map(({ about, message, next, candidates }) => ({
    about,
    message,
    next,
    candidates: candidates.map(({ id, name }) => ({ id, name })),
  }));
  throw new QuotebridgeError('settings.invalid', 'The row does not fit; nothing was written.', {
    data,
    next: data.map(({ next }) => next).join(' '),
  });
}
