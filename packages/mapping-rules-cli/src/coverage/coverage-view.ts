import { linesText } from '../data/lines-text.js';
import { counted, grouped, type Colours } from '@quotebridge/command-line/terminal';
import type {
  CoverageReport,
  NumberCoverage,
  TableCoverage,
  UncoveredValues,
} from '@quotebridge/mapping-rules/tools';

/** Of each list; the rest is counted. */
const mostRows = 20;

/** What the lines use of the rules, for people. */
export function coverageView({ lines, tables, numbers }: CoverageReport, colours: Colours): string {
  const parts = [
    linesText(lines),
    ...(numbers === undefined ? [] : [numbersText(numbers, colours)]),
    ...tables.map((table) => tableText(table, colours)),
  ];
  return parts.join('\n\n');
}

function numbersText({ lines, without }: NumberCoverage, colours: Colours): string {
  const { field, macro, fallback, none } = lines;
  const counts = [
    `${grouped(field)} from the field`,
    `${grouped(macro)} made by a macro`,
    `${grouped(fallback)} by line type`,
    `${grouped(none)} without`,
  ];
  const rows = without.map(
    ({ lineType, because, lines: count }) => `  ${linesText(count)} of type ${lineType}: ${because}`,
  );
  return [`${colours.bold('Part numbers')}  ${counts.join(', ')}`, ...listed(rows)].join('\n');
}

function tableText(table: TableCoverage, colours: Colours): string {
  const { name, size, unused, uncovered, otherUncovered, lines } = table;
  const title = `${colours.bold(name)}  ${grouped(size - unused.length)} of ${counted(size, 'row')} used`;
  const answers = `${linesText(lines.row)} by a row, ${grouped(lines.fallback)} by the fallback table, ${grouped(lines.default)} by the default, ${grouped(lines.none)} by nothing`;
  const unusedRows = unused.map(
    ({ path, conditions, value }) => `    ${colours.dim(path)}  ${conditions} → ${value}`,
  );
  const uncoveredRows = uncovered.map((each) => `    ${valuesText(each)}`);
  return [
    title,
    `  ${answers}`,
    ...section('Rows that no line uses:', unusedRows, colours),
    ...section('No row covers:', uncoveredRows, colours),
    ...(otherUncovered === 0 ? [] : [`    … and ${linesText(otherUncovered)} with still other values`]),
  ].join('\n');
}

function valuesText({ values, lines, by }: UncoveredValues): string {
  const fields = Object.entries(values).map(
    ([field, value]) => `${field} ${value === '' ? 'empty' : `“${value}”`}`,
  );
  const became =
    by === 'none' ? 'they get nothing' : `they get the ${by === 'fallback' ? 'fallback table’s' : 'default'}`;
  return `${fields.join(', ')}  ${linesText(lines)}: ${became}`;
}

function section(title: string, rows: readonly string[], colours: Colours): readonly string[] {
  return rows.length === 0 ? [] : [`  ${colours.yellow(title)}`, ...listed(rows)];
}

function listed(rows: readonly string[]): readonly string[] {
  if (rows.length <= mostRows) return rows;
  return [
    ...rows.slice(0, mostRows),
    `    … and ${grouped(rows.length - mostRows)} more (--json has them all)`,
  ];
}
