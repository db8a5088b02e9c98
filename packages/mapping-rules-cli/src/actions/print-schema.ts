import { refuse } from '../errors/refuse.js';
import { ruleSetSchema, schemaText } from '../rules/schema-text.js';
import type { Action } from '@quotebridge/command-line';
import { writeFileWhole } from '@quotebridge/command-line/files';

export const printSchema: Action<{ readonly output?: string }> = async ({ terminal }, { output }) => {
  if (output === undefined) {
    terminal.result(ruleSetSchema, () => schemaText.trimEnd());
    return 0;
  }
  await writeFileWhole(output, schemaText, refuse);
  terminal.result({ output }, (shown) => `${terminal.colours.green('✓')} Written: ${shown.output}`);
  return 0;
};
