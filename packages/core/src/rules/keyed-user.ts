import { fieldReference, type MacroScope } from '@quotebridge/mapping-rules';

/** Who a document names in the field that rules for users go by, such as `DH_PreparedBy`; empty: nobody. */
export function keyedUser(key: string, scope: MacroScope): string {
  const { area, name } = fieldReference(key);
  // No line is at hand where an owner is looked for.
  const values = scope[area === 'line' ? 'header' : area];
  const field = Object.keys(values).find((known) => known.toLowerCase() === name.toLowerCase());
  return (field === undefined ? '' : (values[field] ?? '')).trim();
}
