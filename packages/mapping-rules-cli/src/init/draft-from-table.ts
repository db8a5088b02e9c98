import type { Draft } from './draft.js';
import { linesOf } from './lines-of-rows.js';
import { placeOfTable } from './place-of-table.js';
import { readTable, type TableChoice } from './read-table.js';
import { toldOf } from './told-of.js';
import { schemaFile } from '../rules/schema-text.js';
import type { TableFile } from '../sections/read-table-file.js';
import { rowText, yamlText } from '../sections/row-text.js';
import { tableFailure } from '../sections/table-problems.js';
import { compileRuleSet, scopeReader, type RuleCase, type RuleSet } from '@quotebridge/mapping-rules';
import type { ImportedTable } from '@quotebridge/mapping-rules/tools';

/** So many rows of the table become cases. */
const mostCases = 3;

/**
 * Rules out of a spreadsheet, with the first rows as cases.
 *
 * @throws Failure `usage` or `rules.invalid` when the table cannot become rules
 */
export function draftFromTable(file: TableFile, options: TableChoice & { readonly section?: string }): Draft {
  const read = readTable(file, options);
  const { rows, default: otherwise, records } = read;
  const { fields, ownFields, value } = read.columns;
  const [key = ''] = fields;
  const place = placeOfTable(options.section, value);
  const table = { key, rows, ...(otherwise === undefined ? {} : { default: otherwise }) };
  const ruleSet: RuleSet = {
    version: 1,
    ...(ownFields.length === 0 ? {} : { fields: fieldsOf(ownFields) }),
    ...place.ruleSet(table),
  };
  const compiled = compileRuleSet(ruleSet);
  if (!compiled.ok) throw tableFailure(compiled.problems, file, (row) => records[row]);
  const lines = linesOf(fields, rows);
  const [columns = [], ...cells] = lines;
  const scopeOf = scopeReader(columns, compiled.rule.vocabulary);
  const cases = cells.slice(0, mostCases).map((line, index): RuleCase => {
    const { scope, lineType } = scopeOf(line);
    const { values } = compiled.rule.resolve(scope, lineType);
    const given = Object.fromEntries(columns.flatMap((column, at) => (line[at] ? [[column, line[at]]] : [])));
    return {
      name: `row ${index + 1} of the table`,
      given,
      expect: { [place.column]: values[place.column] ?? '' },
    };
  });
  const told = toldOf(file.path, place.section, read, cells.length);
  return { rules: () => textOf(file.path, ruleSet, table, place, cases), lines, told };
}

function fieldsOf(names: readonly string[]): NonNullable<RuleSet['fields']> {
  const prefixed = (prefix: RegExp): string[] =>
    names.filter((name) => prefix.test(name)).map((name) => name.replace(prefix, ''));
  const header = prefixed(/^DH_/i);
  const application = prefixed(/^APP_/i);
  const line = names.filter((name) => !/^(DH|APP)_/i.test(name)).map((name) => name.replace(/^DI_/i, ''));
  return {
    ...(line.length === 0 ? {} : { line }),
    ...(header.length === 0 ? {} : { header }),
    ...(application.length === 0 ? {} : { application }),
  };
}

function textOf(
  path: string,
  { fields }: RuleSet,
  { key, rows, default: otherwise }: { key: string } & Pick<ImportedTable, 'rows' | 'default'>,
  { above, name, depth }: ReturnType<typeof placeOfTable>,
  cases: readonly RuleCase[],
): string {
  const margin = '  '.repeat(depth);
  return [
    `# yaml-language-server: $schema=./${schemaFile}`,
    `# Made of ${path.replaceAll(/[\r\n]/g, ' ')}. The first row whose conditions all hold decides; \`mapping-rules check\` finds rows that never can.`,
    'version: 1',
    ...(fields === undefined
      ? []
      : ['', '# Columns of the lines that QuoteWerks does not have.', yamlText({ fields }).trimEnd()]),
    '',
    ...above,
    `${margin}${name}:`,
    `${margin}  key: ${yamlText(key).trimEnd()}`,
    `${margin}  rows:${rows.length === 0 ? ' []' : ''}`,
    ...rows.map((row) => `${margin}    ${rowText(row)}`),
    ...(otherwise === undefined ? [] : [`${margin}  default: ${yamlText(otherwise).trimEnd()}`]),
    ...(cases.length === 0
      ? []
      : ['', '# Cases: `mapping-rules test` tries them. Add those that must never change.', 'tests:']),
    ...cases.map((each) => `  - ${yamlText(each).trimEnd().replaceAll('\n', '\n    ')}`),
    '',
  ].join('\n');
}
