import { refuseSameFile } from '../data/refuse-same-file.js';
import { refuse } from '../errors/refuse.js';
import { openRules } from '../rules/open-rules.js';
import { namedSection } from '../sections/named-section.js';
import type { Action } from '@quotebridge/command-line';
import { csvText, withoutFormula } from '@quotebridge/command-line/csv';
import { existingFolder, refuseOtherFile, writeFileWhole } from '@quotebridge/command-line/files';
import { counted } from '@quotebridge/command-line/terminal';
import { tableSections, tableToRecords } from '@quotebridge/mapping-rules/tools';

interface Options {
  readonly output?: string;
  readonly force?: boolean;
}

export const exportSection: Action<Options> = async ({ terminal }, options, [path = '', name = '']) => {
  const { output, force = false } = options;
  if (output !== undefined) {
    await existingFolder(output, refuse);
    await refuseSameFile('--output', output, [path]);
  }
  const { rules } = await openRules(path, terminal);
  const { key } = namedSection(rules.ruleSet, name, { made: false });
  const there = tableSections(rules.ruleSet).find((section) => section.name === name);
  const { columns, records } = tableToRecords(there?.table ?? { rows: [] }, key);
  const text = csvText([columns, ...records].map((cells) => cells.map(withoutFormula)));
  if (output !== undefined) {
    if (!force) await refuseOtherFile(output, Buffer.from(text), refuse);
    await writeFileWhole(output, text, refuse);
  }
  terminal.result({ section: name, columns, records, ...(output === undefined ? {} : { output }) }, () =>
    output === undefined ? text.slice(1).trimEnd() : `${terminal.colours.green('✓')} Written: ${output}`,
  );
  terminal.note(terminal.noteColours.dim(counted(records.length, 'row')));
  return 0;
};
