import { isObject, objectAt } from './plain-object.js';
import { schemaAt } from './setting-path.js';
import type { Assignment } from './parse-assignment.js';
import { refuseAs } from '../errors/refuse-as.js';
import { readInputFile } from '@quotebridge/command-line/files';
import { QuotebridgeError, type JsonObject, type JsonValue } from '@quotebridge/core';
import { parse } from 'yaml';

/**
 * The settings that a file of pages holds, one by one: what is not in the file stays. Lists replace lists, tables get the
 * rows that the file has, `null` takes a setting away.
 */
export async function readSettingsFile(path: string, schema: JsonObject): Promise<readonly Assignment[]> {
  const content = parseFile(
    new TextDecoder().decode(await readInputFile(path, 'settings file', refuseAs('usage'))),
    path,
  );
  if (!isObject(content) || 'connections' in content) {
    const pages = Object.keys(objectAt(schema, 'properties')).join(', ');
    throw new QuotebridgeError(
      'usage',
      `The file “${path}” holds no pages of settings; nothing was written.`,
      {
        faults: [{ at: '--from', value: path, expected: `an object with some of: ${pages}` }],
        next: 'Write the pages alone: what stands below `settings` in a configuration.',
      },
    );
  }
  return assignments(content, schema, []);
}

function assignments(value: JsonObject, schema: JsonObject, path: readonly string[]): Assignment[] {
  return Object.entries(value).flatMap(([name, child]): Assignment[] => {
    const here = [...path, name];
    const place = schemaAt(schema, here);
    if (child === null) return [{ path: here }];
    const holdsMore =
      place !== undefined && (isObject(place['properties']) || isObject(place['additionalProperties']));
    return isObject(child) && holdsMore ? assignments(child, schema, here) : [{ path: here, value: child }];
  });
}

function parseFile(text: string, path: string): JsonValue {
  try {
    return parse(text, { stringKeys: true }) as JsonValue;
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    const reason = said.includes('call stack') ? 'fewer levels of lists and tables within each other' : said;
    throw new QuotebridgeError('usage', `The file “${path}” is no valid YAML or JSON; nothing was written.`, {
      faults: [{ at: '--from', value: path, expected: `valid syntax: ${reason}` }],
      next: 'Correct that line.',
    });
  }
}
