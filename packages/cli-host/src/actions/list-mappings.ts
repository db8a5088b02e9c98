import { pickDocuments, validDocument } from '../documents/pick-documents.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { tableConnection } from '../mappings/edit-connection.js';
import { lookupOf, rowsOf, tablePlaces } from '../mappings/mapping-table.js';
import { openConfiguredSession, type ConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { table } from '@quotebridge/command-line/table';
import { counted } from '@quotebridge/command-line/terminal';
import {
  findInLookup,
  QuotebridgeError,
  taxCoverage,
  unmappedNames,
  type MappingTable,
  type QuoteDocument,
} from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly doc?: readonly string[];
  readonly all?: boolean;
}

export function listMappings(name: MappingTable): Action<Options> {
  return async (context, { doc = [], all = false }, [file]) => {
    const { terminal } = context;
    if (file === undefined && (doc.length > 0 || all)) {
      throw new QuotebridgeError('usage', 'Documents of which file? Expected a file before --doc or --all.');
    }
    await using session = await openConfiguredSession(context);
    const { path, rule, from, to } = tablePlaces[name];
    const { settings, schema } = await tableConnection(session, context, rule);
    const rows = rowsOf(settings, path);
    const documents = file === undefined ? [] : await documentsOf(session, file, doc);
    const lookup = lookupOf(schema, path);
    const entries = await connected(session, context, `Reading ${lookup}`, ({ connection, signal }) =>
      connection.lookup(lookup, { signal, fresh: true }),
    );
    const shownRows = Object.entries(rows).map(([key, value]) => {
      const found = findInLookup(entries, value).map(({ id, name: found }) => ({ id, name: found }));
      return { from: key, to: value, found, known: found.length === 1 };
    });
    const { unmapped, understood } =
      name === 'taxes'
        ? await taxCoverage(rows, documents, entries)
        : { unmapped: unmappedNames(name, rows, documents), understood: [] };
    const result = { table: name, rows: shownRows, unmapped, ...(name === 'taxes' ? { understood } : {}) };
    terminal.result(result, (shown) => {
      const { colours, width } = terminal;
      const lines = shown.rows.map((row) => [row.from, row.to, state(row.found)]);
      const columns = [
        { title: from, shrinksTo: 12 },
        { title: to, shrinksTo: 12 },
        { title: 'in the PSA', shrinksTo: 12 },
      ];
      const parts = [table(columns, lines, { width, colours })];
      if (shown.unmapped.length > 0) {
        const missing = shown.unmapped.map((entry) => [entry.name, entry.documents.join(', ')]);
        parts.push(
          table(
            [
              { title: `unmapped ${from}`, shrinksTo: 12 },
              { title: 'in', shrinksTo: 12 },
            ],
            missing,
            { width, colours },
          ),
        );
      }
      if (understood.length > 0) {
        const known = understood.map((entry) => [entry.name, entry.means, entry.documents.join(', ')]);
        parts.push(
          table(
            [
              { title: `${from} without a row` },
              { title: 'needs none', shrinksTo: 16 },
              { title: 'in', shrinksTo: 12 },
            ],
            known,
            { width, colours },
          ),
        );
      }
      return parts.join('\n\n');
    });
    const notes = [
      counted(shownRows.length, 'row'),
      ...(file === undefined ? [] : [`${unmapped.length} unmapped`]),
    ];
    terminal.note(terminal.noteColours.dim(notes.join(', ')));
    return 0;
  };
}

async function documentsOf(
  session: ConfiguredSession,
  file: string,
  doc: readonly string[],
): Promise<readonly QuoteDocument[]> {
  const read = await readDocuments(session.engine, file);
  return doc.length === 0 ? validDocuments(read) : pickDocuments(read, doc, file).map(validDocument);
}

function state(found: readonly { readonly id: string; readonly name: string }[]): string {
  if (found.length === 0) return 'not there';
  return found.length === 1 ? `id ${found[0]?.id ?? ''}` : `${found.length} of that name`;
}
