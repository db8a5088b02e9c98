import { configurationFaults } from './configuration-faults.js';
import { parseLocated } from '@quotebridge/command-line/located';
import type { Configuration, LoadedConfiguration } from './configuration.js';
import { QuotebridgeError } from '@quotebridge/core';
import { basename, dirname } from 'node:path';

/** @throws `settings.invalid` with the line of each fault */
export async function parseConfiguration(text: string, path: string): Promise<LoadedConfiguration> {
  const located = parseLocated(text);
  if (!located.ok) throw unreadable(located, path);
  const { content, placeOf } = located;
  const lineOf = (pointer: string): number => placeOf(pointer).line;
  const faults = await configurationFaults(content);
  if (faults.length > 0) {
    throw new QuotebridgeError('settings.invalid', `The configuration “${path}” is not valid.`, {
      faults,
      data: { file: path, lines: Object.fromEntries(faults.map((fault) => [fault.at, lineOf(fault.at)])) },
      next: 'Correct it; `quotebridge schema configuration` prints its form.',
    });
  }
  return { path, folder: dirname(path), content: content as Configuration, lineOf };
}

function unreadable(
  { fault, place, expected }: Extract<ReturnType<typeof parseLocated>, { ok: false }>,
  path: string,
): QuotebridgeError {
  const aliases = fault === 'aliases';
  const at = aliases ? basename(path) : `${basename(path)}:${place.line}`;
  const what = aliases ? 'repeats itself too often' : 'is no valid YAML or JSON';
  return new QuotebridgeError('settings.invalid', `The configuration “${path}” ${what}.`, {
    faults: [{ at, expected }],
    next: aliases ? 'Write what the aliases stand for in their places.' : 'Correct that line.',
  });
}
