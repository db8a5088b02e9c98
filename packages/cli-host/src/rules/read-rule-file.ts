import { readInputFile, utf8Text, type Refusal } from '@quotebridge/command-line/files';
import { parseLocated } from '@quotebridge/command-line/located';
import { QuotebridgeError, type RuleFile } from '@quotebridge/core';
import { basename, resolve } from 'node:path';

/**
 * A file of rules in YAML or JSON, as the engine takes it.
 *
 * @param named by the configuration, relative to its folder
 * @throws `settings.invalid` for a file that cannot be read; what it says is the engine's to judge
 */
export async function readRuleFile(named: string, folder: string): Promise<RuleFile> {
  const path = resolve(folder, named);
  const located = parseLocated(await textOf(path));
  const name = basename(path);
  if (!located.ok) {
    throw new QuotebridgeError('settings.invalid', `The rule file “${path}” is no valid YAML or JSON.`, {
      faults: [{ at: `${name}:${located.place.line}`, expected: located.expected }],
      next: 'Correct that line.',
    });
  }
  const { content, placeOf } = located;
  return { document: content, name, lineOf: (pointer) => placeOf(pointer).line };
}

async function textOf(path: string): Promise<string> {
  const bytes = await readInputFile(path, 'rule file', refuse);
  return utf8Text(
    bytes,
    path,
    'rule file',
    (message) => new QuotebridgeError('settings.invalid', message, { next: 'Save it in UTF-8.' }),
  );
}

/** The message says it all: the configuration names the file, and no fault of the settings is behind it. */
const refuse: Refusal = (message) =>
  new QuotebridgeError('settings.invalid', message, {
    next: 'Correct `rules` of the connection: a path, relative to the configuration.',
  });
