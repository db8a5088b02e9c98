import { listAt, textOf } from './plain-object.js';
import pico from 'picocolors';
import type { SettingField } from './setting-field.js';

/** Questions go to standard error: standard output is for the result. */
export const asking = { output: process.stderr } as const;

/** Fainter, where questions have colours at all. */
export function dim(text: string): string {
  return pico.createColors(process.stderr.isTTY && pico.isColorSupported).dim(text);
}

/** What a setting is for, above its question. */
export function explain({ schema }: SettingField): void {
  const description = schema['description'];
  const [example] = listAt(schema, 'examples');
  const examples = example === undefined ? '' : ` Example: ${textOf(example)}`;
  if (typeof description === 'string') process.stderr.write(`  ${description}${examples}\n`);
}
