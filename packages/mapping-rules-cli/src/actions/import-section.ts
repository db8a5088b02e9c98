import { Failure } from '../errors/failure.js';
import { refuse } from '../errors/refuse.js';
import { openRules, type OpenedRules } from '../rules/open-rules.js';
import { problemLines } from '../rules/problem-lines.js';
import { readRuleText, ruleFileOf, type RuleFile } from '../rules/rule-file.js';
import { namedSection } from '../sections/named-section.js';
import { putTable } from '../sections/put-table.js';
import { readTableFile } from '../sections/read-table-file.js';
import { tableChange, type TableChange } from '../sections/table-change.js';
import { tableFailure } from '../sections/table-problems.js';
import type { Action } from '@quotebridge/command-line';
import { whileHeld, writeFileWhole } from '@quotebridge/command-line/files';
import { counted, visible, type Colours } from '@quotebridge/command-line/terminal';
import { compileRuleSet } from '@quotebridge/mapping-rules';
import { checkRuleSet, tableFromRecords, tableRows, tableSections } from '@quotebridge/mapping-rules/tools';

interface Options {
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

export const importSection: Action<Options> = async (
  { terminal },
  { dryRun = false, force = false },
  [path = '', name = '', csv = ''],
) => {
  const opened = await openRules(path, terminal);
  const { file, change, rows } = await imported(opened, name, csv);
  if (rows === 0 && change.removed > 0 && !dryRun && !force) throw allWouldGo(name, csv, change.removed);
  if (!dryRun && file.text !== opened.file.text) await replaced(opened, file.text);
  const problems = file.located(checkRuleSet(file.content));
  terminal.result({ section: name, ...change, rows, written: !dryRun, problems }, (shown) =>
    changeText(name, shown, rows, dryRun, terminal.colours),
  );
  if (!terminal.json)
    for (const line of problemLines(visible(problems), terminal.noteColours)) terminal.note(line);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

interface Imported {
  /** As it is to be written. */
  readonly file: RuleFile;
  readonly change: TableChange;
  /** Rows that the table has now. */
  readonly rows: number;
}

/** @throws Failure when the rows cannot become rules */
async function imported({ file, rules }: OpenedRules, name: string, csv: string): Promise<Imported> {
  const section = namedSection(rules.ruleSet, name, { made: true });
  const { key } = section;
  const old = tableSections(rules.ruleSet).find((each) => each.name === name)?.table ?? { rows: [] };
  const match = old.match === undefined ? {} : { match: old.match };
  const table = await readTableFile(csv);
  const read = tableFromRecords(table.columns, table.records, {
    key,
    ...match,
    lineOf: (record) => table.lineOf(record),
  });
  if (!read.ok) throw tableFailure(read.problems, table);
  const { records, rows } = read.rule;
  const changed = ruleFileOf(file.path, putTable(file.text, file.content, section, read.rule));
  const compiled = compileRuleSet(changed.content);
  if (!compiled.ok) throw tableFailure(compiled.problems, table, (row) => records[row]);
  return { file: changed, change: tableChange(tableRows(old), rows, match, key), rows: rows.length };
}

/** Somebody saved the wrong sheet. */
function allWouldGo(name: string, csv: string, rows: number): Failure {
  const going = rows === 1 ? 'the 1 row' : `the ${rows} rows`;
  return new Failure('usage', `The table “${csv}” has no rows: ${going} of ${name} would go.`, {
    next: 'Name another table, or take them away with --force; nothing was written.',
  });
}

/** What somebody else has written meanwhile is not lost. */
async function replaced({ file }: OpenedRules, text: string): Promise<void> {
  const replace = async (): Promise<void> => {
    if ((await readRuleText(file.path)) !== file.text) {
      throw new Failure('usage', `The rule file “${file.path}” was changed meanwhile; nothing was written.`, {
        next: 'Import the table again.',
      });
    }
    await writeFileWhole(file.path, text, refuse);
  };
  await whileHeld(file.path, replace, refuse);
}

function changeText(
  name: string,
  { added, changed, unchanged, removed }: TableChange,
  rows: number,
  dryRun: boolean,
  colours: Colours,
): string {
  const what = `${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} taken away`;
  if (dryRun) return `${colours.yellow('~')} ${what}; nothing was written`;
  return `${colours.green('✓')} ${what}; ${name} has ${counted(rows, 'row')} now`;
}
