import type { MacroArea } from './macro-scope.js';

/** What stands before a field's name, in upper case, by the place that its value comes from. */
export const macroPrefixes: ReadonlyMap<string, MacroArea> = new Map([
  ['DI', 'line'],
  ['DH', 'header'],
  ['APP', 'application'],
]);

/** Stands before the name of a table, in `&{…}` only. */
export const tablePrefix = 'TABLE';

/** Whose field, as messages say it. */
export const fieldOwners: Readonly<Record<MacroArea, string>> = {
  line: 'of the lines of documents',
  header: 'of the header of documents',
  application: 'of the application',
};
