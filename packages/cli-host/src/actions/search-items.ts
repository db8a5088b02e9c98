import { chooseEntry, notInTheList } from '../mappings/choose-entry.js';
import { foundText } from '../presentation/found-text.js';
import { itemTable } from '../presentation/item-table.js';
import { missingCapability } from '../session/missing-capability.js';
import { withConnection, type ConnectionWork } from '../session/with-connection.js';
import { csvText } from '@quotebridge/command-line/csv';
import type { DocumentLine, Item } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';
import { lineTable } from '@quotebridge/quotewerks-source';

interface Options {
  readonly number?: string;
  readonly sku?: string;
  readonly supplierNumber?: string;
  readonly group?: string;
  readonly recurring?: boolean;
  readonly oneOff?: boolean;
  readonly includeInactive?: boolean;
  readonly limit?: number;
  readonly asLines?: boolean;
}

export const searchItems: Action<Options> = async (context, options, [text]) => {
  const { terminal } = context;
  const { items, lines } = await withConnection(context, 'Searching items', async (work) => {
    const found = await search(work, options, text);
    if (options.asLines !== true) return { items: found };
    const { connection, signal } = work;
    return { items: found, lines: await connection.linesFromItems(found, { signal }) };
  });
  if (lines === undefined) {
    const { width, colours } = terminal;
    terminal.result({ items }, (shown) => itemTable(shown.items, { width, colours }));
  } else {
    terminal.result({ lines: lines.map(withoutEmpty) }, () => linesText(lines));
  }
  terminal.note(terminal.noteColours.dim(foundText(items, 'item', options.limit)));
  return 0;
};

async function search(
  { connection, signal }: ConnectionWork,
  { number, sku, supplierNumber, group, recurring, oneOff, includeInactive, limit }: Options,
  text: string | undefined,
): Promise<readonly Item[]> {
  const port = connection.contactManager.items;
  if (port === undefined) throw missingCapability(connection, 'no item catalogue');
  return port.search(
    {
      ...given({ text, number, sku, supplierNumber, includeInactive, limit }),
      ...(recurring === true ? { recurring: true } : oneOff === true ? { recurring: false } : {}),
      ...(group === undefined ? {} : { classification: await classification() }),
    },
    { signal },
  );

  async function classification(): Promise<Readonly<Record<string, string>>> {
    const axis = port?.axes.find(({ lookup }) => lookup === 'productGroups');
    if (axis === undefined) throw missingCapability(connection, 'no product groups');
    const entries = await connection.lookup(axis.lookup, { signal });
    const choice = chooseEntry(entries, group ?? '', '--group', axis.lookup);
    if ('fault' in choice) throw notInTheList([choice.fault], axis.lookup, '');
    return { [axis.name]: choice.entry.id };
  }
}

/** What was said, without what was not. */
function given<Values extends object>(
  values: Values,
): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: NonNullable<Values[Name]>;
  };
}

/** In the JSON form of a document what is empty need not be there. */
function withoutEmpty(line: DocumentLine): object {
  const isEmpty = (value: unknown): boolean =>
    value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(line).filter(([, value]) => !isEmpty(value)));
}

/** For pasting: no byte order mark, which only files need. */
function linesText(lines: readonly DocumentLine[]): string {
  const { columns, rows } = lineTable(lines);
  return csvText([columns, ...rows])
    .slice(1)
    .trimEnd();
}
