import { documentOf } from './check-data-link.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { refuseAs } from '../errors/refuse-as.js';
import { existingFolder, writeFileWhole } from '@quotebridge/command-line/files';
import { table } from '@quotebridge/command-line/table';
import { fillDocument, QuotebridgeError } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly user?: string;
  readonly client?: string;
  readonly site?: string;
  readonly as: 'sold-to' | 'ship-to' | 'bill-to';
  readonly doc?: string;
  readonly output?: string;
}

const addresses = { 'sold-to': 'soldTo', 'ship-to': 'shipTo', 'bill-to': 'billTo' } as const;

export const pullDataLink: Action<Options> = async (context, options, [file]) => {
  const { terminal } = context;
  const { user, client, site, as, doc, output } = options;
  if (user === undefined && client === undefined) {
    throw new QuotebridgeError('usage', 'Who is chosen? Expected --user or --client.', {
      next: 'Find the id with: quotebridge users search TEXT',
    });
  }
  if (output !== undefined && file === undefined) {
    throw new QuotebridgeError('usage', 'Which document is filled? Expected a file and --doc with --output.');
  }
  if (output !== undefined) await existingFolder(output, refuseAs('usage'));
  await using session = await openConfiguredSession(context);
  const document = await documentOf(session, file, doc);
  const pulled = await connected(
    session,
    context,
    'Reading the records',
    ({ connection, signal, progress }) =>
      connection.contactFields(
        {
          as: addresses[as],
          ...(user === undefined ? {} : { userId: user }),
          ...(client === undefined ? {} : { clientId: client }),
          ...(site === undefined ? {} : { siteId: site }),
          ...(document === undefined ? {} : { document }),
        },
        { signal, progress: progress.report },
      ),
  );
  const filled = document === undefined ? {} : { document: fillDocument(document, pulled.fields) };
  if (output !== undefined)
    await writeFileWhole(output, `${JSON.stringify(filled.document, undefined, 2)}\n`, refuseAs('usage'));
  terminal.result({ ...pulled, ...filled }, (shown) => {
    const rows = shown.fields.map(({ field, value, reason }) => [
      field,
      value === '' ? terminal.colours.dim('(empty)') : value,
      terminal.colours.dim(reason.text),
    ]);
    const columns = [
      { title: 'field', shrinksTo: 16 },
      { title: 'value', shrinksTo: 16 },
      { title: 'from', shrinksTo: 10 },
    ];
    const warnings = shown.warnings.map(
      ({ about, message }) => `${terminal.colours.yellow('!')} ${about}: ${message}`,
    );
    return [table(columns, rows, { width: terminal.width, colours: terminal.colours }), ...warnings].join(
      '\n',
    );
  });
  if (output !== undefined) terminal.note(`Written to ${output}`);
  return 0;
};
