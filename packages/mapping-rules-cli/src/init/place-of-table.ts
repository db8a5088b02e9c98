import { plain } from './table-columns.js';
import { refuse } from '../errors/refuse.js';
import { nearestTo } from '@quotebridge/command-line/terminal';
import type { RuleSet, Table } from '@quotebridge/mapping-rules';

/** Where a table of a spreadsheet stands in the rules. */
export interface TablePlace {
  /** Name of the table where it stands. */
  readonly name: string;
  /** What `--section` calls it. */
  readonly section: string;
  /** How far its name is indented, in steps. */
  readonly depth: number;
  /** Lines above it. */
  readonly above: readonly string[];
  /** Column of the result that it fills. */
  readonly column: string;
  ruleSet(table: Table): Partial<RuleSet>;
}

const columns = { productGroups: 'ProductGroup', users: 'User', taxes: 'Tax' } as const;

/** What people call the columns of these sections. */
const meanings: Readonly<Record<string, string>> = {
  productgroup: 'productGroups',
  user: 'users',
  agent: 'users',
  tax: 'taxes',
  partnumber: 'partNumber',
  itemnumber: 'partNumber',
  summarypartnumber: 'tables.SummaryNumber',
  itemname: 'tables.NameOfItem',
  itemdescription: 'tables.DescriptionOfItem',
  linename: 'tables.NameOfLine',
};

/** Name of the table by which numbers are looked up. */
const numbers = 'ItemNumber';

/**
 * The section that was named, else the one that the column is called like, else a table of that name.
 *
 * @throws Failure `usage` when there is no such section
 */
export function placeOfTable(section: string | undefined, value: string): TablePlace {
  const name =
    section ?? meanings[plain(value)] ?? `tables.${value.replaceAll(/[^A-Za-z0-9]/g, '') || 'Value'}`;
  if (name === 'productGroups' || name === 'users' || name === 'taxes') {
    return {
      name,
      section: name,
      depth: 0,
      above: [],
      column: columns[name],
      ruleSet: (table) => ({ [name]: table }),
    };
  }
  if (name === 'partNumber') return numberPlace();
  const [, own] = /^tables\.([A-Za-z0-9]+)$/.exec(name) ?? [];
  if (own === undefined) throw noSection(name);
  const above = [`# Gives a column of its name, and &{TABLE_${own}} in macros.`, 'tables:'];
  return {
    name: own,
    section: name,
    depth: 1,
    above,
    column: own,
    ruleSet: (table) => ({ tables: { [own]: table } }),
  };
}

function numberPlace(): TablePlace {
  const macro = `&{TABLE_${numbers} ?? DI_ManufacturerPartNumber}`;
  const partNumber = {
    field: 'InternalPartNumber',
    generation: { mode: 'macro', macro },
  } as const;
  return {
    name: numbers,
    section: 'partNumber',
    depth: 1,
    column: 'PartNumber',
    above: [
      '# The item number of a line: this field; when it is empty the table below, then the manufacturer’s number.',
      'partNumber:',
      `  field: ${partNumber.field}`,
      '  generation:',
      '    mode: macro',
      `    macro: '${macro}'`,
      '',
      'tables:',
    ],
    ruleSet: (table) => ({ partNumber, tables: { [numbers]: table } }),
  };
}

function noSection(name: string): Error {
  const known = ['partNumber', ...Object.keys(columns), 'tables.<name>'];
  const [near] = nearestTo(name, known);
  return refuse(`There is no section “${name}”.`, {
    faults: [
      { at: '--section', value: name, expected: `one of ${known.join(', ')}; names of letters and digits` },
    ],
    next: near === undefined ? 'Name one of them.' : `Did you mean ${near}?`,
  });
}
