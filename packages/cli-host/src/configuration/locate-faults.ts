import type { LoadedConfiguration } from './configuration.js';
import { jsonPointer } from '@quotebridge/command-line/located';
import { isQuotebridgeError, QuotebridgeError, type InputFault, type RuleFile } from '@quotebridge/core';

/** Where faults stand: lines by their addresses, and the file of those that do not stand in the configuration. */
export interface FaultPlaces {
  readonly faults: InputFault[];
  readonly lines: Record<string, number>;
  readonly files: Record<string, string>;
}

/** Faults of one connection's settings and rules, addressed in the file that holds them. */
export function locateFaults(
  faults: readonly InputFault[],
  loaded: Pick<LoadedConfiguration, 'lineOf'>,
  connection: string,
  rules?: RuleFile,
): FaultPlaces {
  const base = jsonPointer(['connections', connection]);
  const located = faults.map((fault) =>
    /^\/(settings|plugin)(\/|$)/.test(fault.at) ? { ...fault, at: `${base}${fault.at}` } : fault,
  );
  const lines: Record<string, number> = {};
  const files: Record<string, string> = {};
  for (const { at } of located) {
    const inRules = rules !== undefined && /^\/rules(\/|$)/.test(at);
    const line = inRules
      ? rules.lineOf?.(at.slice('/rules'.length))
      : at.startsWith('/')
        ? loaded.lineOf(at)
        : undefined;
    if (line !== undefined) lines[at] = line;
    if (inRules && rules.name !== undefined) files[at] = rules.name;
  }
  return { faults: located, lines, files };
}

/** Adds file and line to an error about settings; any other error stays as it is. */
export function withLocation(
  error: unknown,
  loaded: LoadedConfiguration,
  connection: string,
  rules?: RuleFile,
): unknown {
  if (!isQuotebridgeError(error, 'settings.invalid') || error.details.faults === undefined) return error;
  const { faults, lines, files } = locateFaults(error.details.faults, loaded, connection, rules);
  const ofRules = rules?.name !== undefined && faults.every(({ at }) => Object.hasOwn(files, at));
  return new QuotebridgeError('settings.invalid', error.message, {
    ...error.details,
    ...(ofRules ? { next: `Correct the rule file ${rules.name}.` } : {}),
    faults,
    data: { file: loaded.path, lines, ...(Object.keys(files).length === 0 ? {} : { files }) },
  });
}
