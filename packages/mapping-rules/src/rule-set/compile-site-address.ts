import type { MacroScope } from '../macro/macro-scope.js';
import { fieldValue } from '../macro/field-value.js';
import { makeProblem } from '../problem/make-problem.js';
import { nearestNames } from '../problem/nearest-names.js';
import { shown } from '../problem/shown.js';
import { addressFields, addressPrefixes, type RuleAddress } from '../vocabulary/address-columns.js';
import type { RuleContext } from './rule-context.js';
import { siteAddressLines, type RuleSet, type SiteAddressLine } from './rule-set.js';

export type SiteAddress = Readonly<Record<SiteAddressLine, string>>;
export type CompiledSiteAddress = (scope: MacroScope, address: RuleAddress) => SiteAddress;

/** Several fields on one line are joined by a comma; empty ones leave nothing behind. */
export function compileSiteAddress(
  mapping: NonNullable<RuleSet['siteAddress']>,
  context: RuleContext,
): CompiledSiteAddress {
  const lines = siteAddressLines.map((line) => [line, fieldsOf(line, mapping[line] ?? '', context)] as const);
  return (scope, address) =>
    Object.fromEntries(
      lines.map(([line, fields]) => {
        const values = fields.map((field) => fieldValue(scope.header[addressPrefixes[address] + field]));
        return [line, values.filter((value) => value !== '').join(', ')];
      }),
    ) as SiteAddress;
}

function fieldsOf(line: SiteAddressLine, names: string, context: RuleContext): readonly string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap((name) => {
      const known = addressFields.find((field) => field.toLowerCase() === name.toLowerCase());
      if (known === undefined) {
        const suggestions = nearestNames(name, addressFields);
        const message = `Addresses of documents have no field ${shown(name)}.`;
        const expected = addressFields.join(', ');
        context.report(
          makeProblem('rules.wrongValue', `/siteAddress/${line}`, message, expected, { suggestions }),
        );
      }
      return known ?? [];
    });
}
