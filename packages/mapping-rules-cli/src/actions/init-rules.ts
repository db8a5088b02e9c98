import { refuseSameFile } from '../data/refuse-same-file.js';
import { refuse } from '../errors/refuse.js';
import { draftFromTable } from '../init/draft-from-table.js';
import { exampleLines, exampleRules } from '../init/example-rules.js';
import type { Draft } from '../init/draft.js';
import { isSameName, linesPath } from '../init/lines-path.js';
import { schemaFile, schemaText } from '../rules/schema-text.js';
import { readTableFile } from '../sections/read-table-file.js';
import type { Action } from '@quotebridge/command-line';
import { csvText, withoutFormula } from '@quotebridge/command-line/csv';
import { existingFolder, refuseOtherFile, writeFileWhole } from '@quotebridge/command-line/files';
import { visible } from '@quotebridge/command-line/terminal';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';

interface Options {
  readonly from?: string;
  readonly value?: string;
  readonly section?: string;
  readonly key?: readonly string[];
  readonly force?: boolean;
}

export const initRules: Action<Options> = async ({ terminal }, options, [path = 'rules.yaml']) => {
  const { from, force = false } = options;
  if (from === undefined && (options.value ?? options.section ?? options.key) !== undefined) {
    throw refuse('The options --value, --section and --key are about the table of --from.', {
      next: 'Name the table with --from.',
    });
  }
  await existingFolder(path, refuse);
  const draft: Draft =
    from === undefined
      ? { rules: exampleRules, lines: exampleLines }
      : draftFromTable(await readTableFile(from), options);
  const folder = dirname(path);
  const schema = join(folder, schemaFile);
  if (isSameName(path, schema)) throw schemaName(path);
  const read = from === undefined ? [] : [from];
  for (const file of [path, schema]) await refuseSameFile('--from', file, read);
  const lines = csvText(draft.lines.map((cells) => cells.map(withoutFormula)));
  const linesFile = await linesPath(folder, lines, [path, ...read], force);
  const rules = draft.rules(basename(linesFile));
  const files = [
    { path, text: path.endsWith('.json') ? jsonOf(rules) : rules },
    { path: linesFile, text: lines },
    { path: schema, text: schemaText },
  ];
  if (!force) await refuseOtherFile(path, Buffer.from(files[0]?.text ?? ''), refuse);
  for (const { path: file, text } of files) await writeFileWhole(file, text, refuse);
  terminal.result({ written: files.map((file) => file.path) }, ({ written }) =>
    written.map((file) => `${terminal.colours.green('✓')} Written: ${file}`).join('\n'),
  );
  for (const sentence of draft.told ?? []) terminal.note(visible(sentence));
  if (basename(linesFile) !== 'lines.csv')
    terminal.note(
      `The lines to try them with are in ${visible(linesFile)}: there is a file lines.csv already.`,
    );
  terminal.note(terminal.noteColours.dim(`Try it: mapping-rules check ${path}`));
  return 0;
};

function schemaName(path: string): Error {
  return refuse(`The rules cannot be called “${path}”: so is their schema.`, { next: 'Name another file.' });
}

/** JSON knows no comments. */
function jsonOf(rules: string): string {
  const content = { $schema: `./${schemaFile}`, ...(parse(rules) as object) };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
