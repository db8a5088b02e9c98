import { listAt, textOf } from './plain-object.js';
import type { SettingField } from './setting-field.js';

/** Questions go to standard error: standard output is for the result. */
export const asking = { output: process.stderr } as const;

/** What a setting is for, above its question. */
export function explain({ schema }: SettingField): void {
  const description = schema['description'];
  const [example] = listAt(schema, 'examples');
  const examples = example === undefined ? '' : ` Example: ${textOf(example)}`;
  if (typeof description === 'string') process.stderr.write(`  ${description}${examples}\n`);
}
