import { readRuleFile } from './read-rule-file.js';
import type { StoredConnection } from '../configuration/configuration.js';
import type { ConnectionConfiguration } from '@quotebridge/core';

/**
 * A connection with the rules of its file, where it names one.
 *
 * @throws `settings.invalid` for a file that cannot be read
 */
export async function withRules(
  { plugin, settings, rules }: StoredConnection,
  folder: string,
): Promise<ConnectionConfiguration> {
  return { plugin, settings, ...(rules === undefined ? {} : { rules: await readRuleFile(rules, folder) }) };
}
