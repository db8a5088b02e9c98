import { documentOf } from './check-data-link.js';
import { openSession } from '../session/open-session.js';
import { table } from '@quotebridge/command-line/table';
import { counted } from '@quotebridge/command-line/terminal';
import { listDocumentFields, QuotebridgeError } from '@quotebridge/core';
import type { CommandContext } from '../command-line/command-context.js';

/** The names that macros and DataLink rows know; with a document also its own columns, and the values in it. */
export async function listFieldsOfDocuments(
  context: CommandContext,
  custom: boolean | undefined,
  file: string | undefined,
  doc: string | undefined,
): Promise<number> {
  const { terminal } = context;
  if (custom === true) {
    throw new QuotebridgeError('usage', 'Documents have no custom fields of the PSA: leave --custom out.');
  }
  await using session = await openSession(context);
  const document = await documentOf(session, file, doc);
  const fields = listDocumentFields(document);
  terminal.result({ object: 'document', fields }, (shown) => {
    const rows = shown.fields.map(({ area, name, macro = '', type, place, value }) => [
      area,
      name,
      macro,
      type,
      place ?? `fields.${name}`,
      ...(document === undefined ? [] : [value ?? '']),
    ]);
    const columns = [
      { title: 'in' },
      { title: 'field', shrinksTo: 14 },
      { title: 'in macros', shrinksTo: 10 },
      { title: 'type' },
      { title: 'in JSON', shrinksTo: 10 },
      ...(document === undefined ? [] : [{ title: 'value', shrinksTo: 12 }]),
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  terminal.note(terminal.noteColours.dim(counted(fields.length, 'field')));
  return 0;
}
