import { readRuleFile } from './read-rule-file.js';
import type { StoredConnection } from '../configuration/configuration.js';
import { QuotebridgeError } from '@quotebridge/core';

/** A section of a rule file, and what of it is meant: `['productGroups', 'default']`. */
export type RulePath = readonly [section: string, part?: string];

/**
 * Refuses to touch a table of the settings that the rule file of the connection has in its place.
 *
 * @throws `usage` that names the file
 */
export async function refuseRuled(
  { rules }: StoredConnection,
  folder: string,
  [section, part]: RulePath,
): Promise<void> {
  if (rules === undefined) return;
  const { document, name = rules } = await readRuleFile(rules, folder);
  const stated = member(document, section);
  if (stated === undefined || (part !== undefined && member(stated, part) === undefined)) return;
  const at = ['rules', section, ...(part === undefined ? [] : [part])].join('.');
  throw new QuotebridgeError('usage', `This stands in the rule file ${name} (${at}), not in the settings.`, {
    next: `Edit ${rules}, then look at it with: quotebridge doctor`,
  });
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
