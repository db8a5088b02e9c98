import { readCsvFile, type CsvFileRow } from '../csv/read-csv-file.js';
import { chooseEntry, notInTheList } from '../mappings/choose-entry.js';
import { configuredConnection, editConnection } from '../mappings/edit-connection.js';
import { keyIn, lookupOf, rowsOf, tablePlaces } from '../mappings/mapping-table.js';
import { counted } from '../presentation/counted.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import type { InputFault, LookupEntry, MappingTable } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export function importMappings(name: MappingTable): Action<{ readonly replace?: boolean }> {
  return async (context, { replace = false }, [file = '']) => {
    const { terminal } = context;
    await using session = await openConfiguredSession(context);
    const { path } = tablePlaces[name];
    const target = configuredConnection(session, context);
    const lookup = lookupOf(target.schema, path);
    const read = withoutHeader(await readCsvFile(file, 'mapping file'));
    const entries = await connected(session, context, `Reading ${lookup}`, ({ connection, signal }) =>
      connection.lookup(lookup, { signal, fresh: true }),
    );
    const { rows, faults } = checked(read, entries, lookup);
    if (faults.length > 0) throw notInTheList(faults, lookup);
    let gone: readonly string[] = [];
    await editConnection(session, target, (draft, settings) => {
      const before = rowsOf(settings, path);
      gone = replace ? Object.keys(before).filter((key) => keyIn(rows, key) === undefined) : [];
      for (const key of gone) draft.unset(target.name, [...path, key]);
      for (const [from, to] of Object.entries(rows)) {
        draft.set(target.name, [...path, keyIn(before, from) ?? from], to);
      }
    });
    const imported = Object.keys(rows).length;
    terminal.result({ table: name, imported, removed: gone }, (shown) => {
      const also = shown.removed.length === 0 ? '' : `, ${shown.removed.length} taken away`;
      return `${terminal.colours.green('✓')} ${counted(shown.imported, 'row')} in the table ${name}${also}`;
    });
    return 0;
  };
}

/** The first row is a header when it says so. */
function withoutHeader(rows: readonly CsvFileRow[]): readonly CsvFileRow[] {
  const [from = '', to = ''] = rows[0]?.cells.map((cell) => cell.toLowerCase()) ?? [];
  return from === 'from' && to === 'to' ? rows.slice(1) : rows;
}

function checked(
  read: readonly CsvFileRow[],
  entries: readonly LookupEntry[],
  lookup: string,
): { readonly rows: Readonly<Record<string, string>>; readonly faults: readonly InputFault[] } {
  const rows: Record<string, string> = {};
  const faults: InputFault[] = [];
  for (const { line, cells } of read) {
    const [from = '', to = '', ...more] = cells;
    const at = `line ${line}`;
    if (from === '' || to === '' || more.some((cell) => cell !== '')) {
      faults.push({ at, value: cells.join(','), expected: 'two columns, from and to' });
      continue;
    }
    const choice = chooseEntry(entries, to, at, lookup);
    const twice = keyIn(rows, from);
    if ('fault' in choice) faults.push(choice.fault);
    else if (twice !== undefined) faults.push({ at, value: from, expected: 'each name once' });
    else rows[from] = choice.value;
  }
  return { rows, faults };
}
