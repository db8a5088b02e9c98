import { refusedSettings } from './refused-settings.js';
import { draftFaults } from './save-draft.js';
import { listAt } from './plain-object.js';
import { parseAssignment, parseRemoval, type Assignment } from './parse-assignment.js';
import { readSettingsFile } from './read-settings-file.js';
import { isSetting, joinPath, schemaAt, unknownSetting } from './setting-path.js';
import type { ConfigurationDraft } from './configuration-draft.js';
import { jsonPointer } from '@quotebridge/command-line/located';
import { isQuotebridgeError, type Engine, type InputFault, type JsonObject } from '@quotebridge/core';

/** What the command line says about settings. */
export interface SettingOptions {
  readonly from?: string;
  readonly set?: readonly string[];
  readonly unset?: readonly string[];
}

export interface DraftPlace {
  readonly draft: ConfigurationDraft;
  readonly engine: Engine;
  /** Of the connection. */
  readonly name: string;
  readonly plugin: string;
  readonly schema: JsonObject;
}

/**
 * Takes the settings of the command line into the draft, a file first, so that the command line can say otherwise.
 * Answers how many there were, and which of their values do not fit.
 *
 * @throws `usage` with everything that cannot be understood, and what is wrong with the values of the rest
 */
export async function takeGivenSettings(
  place: DraftPlace,
  { from, set = [], unset = [] }: SettingOptions,
): Promise<{ readonly count: number; readonly wrong: readonly InputFault[] }> {
  const { draft, schema, name } = place;
  const faults: InputFault[] = [];
  const given: Assignment[] = from === undefined ? [] : [...(await readSettingsFile(from, schema))];
  const parsers = [
    ...unset.map((text) => () => parseRemoval(text)),
    ...set.map((text) => () => parseAssignment(text, schema)),
  ];
  for (const parsed of parsers) {
    try {
      given.push(parsed());
    } catch (error) {
      if (!isQuotebridgeError(error, 'usage')) throw error;
      faults.push(...(error.details.faults ?? []));
    }
  }
  for (const { path, value } of given) {
    const fault = isSetting(schema, path) ? rowFault(place, path, value === undefined) : unknownSetting(schema, path); // prettier-ignore
    if (fault !== undefined) faults.push(fault);
    else if (value === undefined) draft.unset(name, path);
    else draft.set(name, path, value);
  }
  const wrong = (await draftFaults(place.engine, draft, name)).filter(({ at }) =>
    given.some(({ path }) => `${at}/`.startsWith(`${jsonPointer(['settings', ...path])}/`)),
  );
  if (faults.length > 0) throw refusedSettings(place, faults, wrong);
  return { count: given.length, wrong };
}

/** Rows by number change the list that is there, or else its default; one row may come behind the last. */
function rowFault(
  { draft, name, schema }: DraftPlace,
  path: readonly string[],
  removal: boolean,
): InputFault | undefined {
  for (const [index, step] of path.entries()) {
    const list = path.slice(0, index);
    const place = schemaAt(schema, list);
    if (place?.['type'] !== 'array' || !/^\d+$/.test(step)) continue;
    const preset = listAt(place, 'default');
    if (draft.lengthOf(name, list) === undefined && (preset.length > 0 || !removal)) {
      draft.set(name, list, [...preset]);
    }
    const length = draft.lengthOf(name, list) ?? 0;
    if (Number(step) > length && !removal) {
      return { at: joinPath(path), expected: `one of the rows that are there, or row ${length} behind them` };
    }
  }
  return undefined;
}
