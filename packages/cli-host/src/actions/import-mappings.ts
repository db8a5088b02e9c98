import { chooseEntry, notInTheList } from '../mappings/choose-entry.js';
import { editConnection, tableConnection } from '../mappings/edit-connection.js';
import { keyIn, lookupOf, rowsOf, tablePlaces } from '../mappings/mapping-table.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { refuseAs } from '../errors/refuse-as.js';
import { type CsvFileRow, readCsvFile } from '@quotebridge/command-line/csv';
import { counted } from '@quotebridge/command-line/terminal';
import { QuotebridgeError, type InputFault, type LookupEntry, type MappingTable } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export function importMappings(name: MappingTable): Action<{ readonly replace?: boolean }> {
  return async (context, { replace = false }, [file = '']) => {
    const { terminal } = context;
    await using session = await openConfiguredSession(context);
    const { path, rule } = tablePlaces[name];
    const target = await tableConnection(session, context, rule);
    const lookup = lookupOf(target.schema, path);
    const read = withoutHeader(await readCsvFile(file, 'mapping file', refuseAs('usage')));
    if (read.length === 0) throw noRows(file);
    const entries = await connected(session, context, `Reading ${lookup}`, ({ connection, signal }) =>
      connection.lookup(lookup, { signal, fresh: true }),
    );
    const { rows, faults, isMisread } = checked(read, entries, lookup);
    if (faults.length > 0) throw isMisread ? faultyLines(faults, file) : notInTheList(faults, lookup);
    let change: Change = { added: 0, changed: 0, unchanged: 0, removed: [], rows: 0 };
    await editConnection(session, target, (draft, settings) => {
      const before = rowsOf(settings, path);
      change = changeOf(before, rows, replace);
      for (const key of change.removed) draft.unset(target.name, [...path, key]);
      for (const [from, to] of Object.entries(rows)) {
        draft.set(target.name, [...path, keyIn(before, from) ?? from], to);
      }
    });
    terminal.result({ table: name, imported: Object.keys(rows).length, ...change }, (shown) => {
      const gone = shown.removed.length === 0 ? '' : `, ${shown.removed.length} taken away`;
      const what = `${shown.added} added, ${shown.changed} changed, ${shown.unchanged} unchanged${gone}`;
      return `${terminal.colours.green('✓')} ${what}; the table ${name} has ${counted(shown.rows, 'row')} now`;
    });
    return 0;
  };
}

/** What an import does to a table, and how many rows that then has. */
interface Change {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that the file does not have, when it replaces the table. */
  readonly removed: readonly string[];
  readonly rows: number;
}

type Rows = Readonly<Record<string, string>>;

function changeOf(before: Rows, rows: Rows, replace: boolean): Change {
  const pairs = Object.entries(rows).map(([from, to]) => [keyIn(before, from), to] as const);
  const added = pairs.filter(([key]) => key === undefined).length;
  const unchanged = pairs.filter(([key, to]) => key !== undefined && before[key] === to).length;
  const removed = replace ? Object.keys(before).filter((key) => keyIn(rows, key) === undefined) : [];
  return {
    added,
    changed: pairs.length - added - unchanged,
    unchanged,
    removed,
    rows: Object.keys(before).length + added - removed.length,
  };
}

/** Without this, --replace would take every row away. */
function noRows(file: string): QuotebridgeError {
  return new QuotebridgeError('usage', `The mapping file “${file}” has no rows; nothing was written.`, {
    next: 'Give each row two columns, from and to. Single rows are taken away with: quotebridge mappings … remove FROM',
  });
}

function faultyLines(faults: readonly InputFault[], file: string): QuotebridgeError {
  const what = faults.length === 1 ? 'One line' : `${faults.length} lines`;
  return new QuotebridgeError(
    'usage',
    `${what} of the mapping file “${file}” cannot be used; nothing was written.`,
    {
      faults,
      next: 'Correct them; a row has two columns, from and to.',
    },
  );
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
): { readonly rows: Rows; readonly faults: readonly InputFault[]; readonly isMisread: boolean } {
  const rows: Record<string, string> = {};
  const faults: InputFault[] = [];
  let isMisread = false;
  for (const { line, cells } of read) {
    const [from = '', to = '', ...more] = cells;
    const at = `line ${line}`;
    if (from === '' || to === '' || more.some((cell) => cell !== '')) {
      faults.push({ at, value: cells.join(','), expected: 'two columns, from and to' });
      isMisread = true;
      continue;
    }
    const choice = chooseEntry(entries, to, at, lookup);
    const twice = keyIn(rows, from);
    if ('fault' in choice) faults.push(choice.fault);
    else if (twice !== undefined) {
      faults.push({ at, value: from, expected: 'each name once' });
      isMisread = true;
    } else rows[from] = choice.value;
  }
  return { rows, faults, isMisread };
}
