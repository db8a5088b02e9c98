import { refuse } from '../errors/refuse.js';
import { ruleSetSchema, schemaText } from '../rules/schema-text.js';
import type { Action } from '@quotebridge/command-line';
import { refuseOtherFile, writeFileWhole } from '@quotebridge/command-line/files';

interface Options {
  readonly output?: string;
  readonly force?: boolean;
}

export const printSchema: Action<Options> = async ({ terminal }, { output, force = false }) => {
  if (output === undefined) {
    terminal.result(ruleSetSchema, () => schemaText.trimEnd());
    return 0;
  }
  if (!force) await refuseOtherFile(output, Buffer.from(schemaText), refuse);
  await writeFileWhole(output, schemaText, refuse);
  terminal.result({ output }, (shown) => `${terminal.colours.green('✓')} Written: ${shown.output}`);
  return 0;
};
