import type { MacroArea } from '../macro/macro-scope.js';

/** A field as rules and columns name it, apart from whether it is known. */
export interface FieldReference {
  readonly area: MacroArea;
  /** Without prefix: `DocNo`. */
  readonly name: string;
  /** A name without prefix means a field of the line first. */
  readonly prefixed: boolean;
}

const prefixes: ReadonlyMap<string, MacroArea> = new Map([
  ['di', 'line'],
  ['documentitems', 'line'],
  ['dh', 'header'],
  ['documentheaders', 'header'],
  ['app', 'application'],
]);

/** What `ItemType`, `DI_ItemType`, `DocumentItems_ItemType`, `DH_DocNo` or `APP_LoggedInUserName` refers to. Case does not matter. */
export function fieldReference(text: string): FieldReference {
  const whole = text.trim();
  const end = whole.indexOf('_');
  const area = end < 0 ? undefined : prefixes.get(whole.slice(0, end).toLowerCase());
  return area === undefined
    ? { area: 'line', name: whole, prefixed: false }
    : { area, name: whole.slice(end + 1).trim(), prefixed: true };
}

/** The shortest way to write a field: `ItemType`, `DH_DocNo`, `APP_LoggedInUserName`. */
export function fieldText(area: MacroArea, name: string): string {
  return area === 'line' ? name : (area === 'header' ? 'DH_' : 'APP_') + name;
}
