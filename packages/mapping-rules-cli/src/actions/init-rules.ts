import { refuseSameFile } from '../data/refuse-same-file.js';
import { refuse } from '../errors/refuse.js';
import { draftFromTable } from '../init/draft-from-table.js';
import { exampleLines, exampleRules } from '../init/example-rules.js';
import type { Draft } from '../init/draft.js';
import { schemaFile, schemaText } from '../rules/schema-text.js';
import { readTableFile } from '../sections/read-table-file.js';
import type { Action } from '@quotebridge/command-line';
import { csvText, withoutFormula } from '@quotebridge/command-line/csv';
import { existingFolder, refuseOtherFile, writeFileWhole } from '@quotebridge/command-line/files';
import { visible } from '@quotebridge/command-line/terminal';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

interface Options {
  readonly from?: string;
  readonly value?: string;
  readonly section?: string;
  readonly force?: boolean;
}

export const initRules: Action<Options> = async ({ terminal }, options, [path = 'rules.yaml']) => {
  const { from, force = false } = options;
  if (from === undefined && (options.value ?? options.section) !== undefined) {
    throw refuse('The options --value and --section are about the table of --from.', {
      next: 'Name the table with --from.',
    });
  }
  await existingFolder(path, refuse);
  const draft: Draft =
    from === undefined ? { rules: exampleRules, lines: exampleLines } : await drafted(from, options);
  const beside = (name: string): string => join(dirname(path), name);
  const files = [
    { path, text: path.endsWith('.json') ? jsonOf(draft) : draft.rules },
    { path: beside('lines.csv'), text: csvText(draft.lines.map((cells) => cells.map(withoutFormula))) },
    { path: beside(schemaFile), text: schemaText },
  ];
  if (from !== undefined)
    for (const file of files)
      await refuseSameFile(
        '--from',
        file.path,
        [from],
        'Give the table another name, or name another folder.',
      );
  if (!force)
    for (const { path: file, text } of files.slice(0, 2))
      await refuseOtherFile(file, Buffer.from(text), refuse);
  for (const { path: file, text } of files) await writeFileWhole(file, text, refuse);
  terminal.result({ written: files.map((file) => file.path) }, ({ written }) =>
    written.map((file) => `${terminal.colours.green('✓')} Written: ${file}`).join('\n'),
  );
  if (draft.told !== undefined) terminal.note(visible(draft.told));
  terminal.note(terminal.noteColours.dim(`Try it: mapping-rules check ${path}`));
  return 0;
};

async function drafted(from: string, { value, section }: Options): Promise<Draft> {
  return draftFromTable(await readTableFile(from), {
    ...(value === undefined ? {} : { value }),
    ...(section === undefined ? {} : { section }),
  });
}

/** JSON knows no comments. */
function jsonOf({ rules }: Draft): string {
  const content = { $schema: `./${schemaFile}`, ...(parse(rules) as object) };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
