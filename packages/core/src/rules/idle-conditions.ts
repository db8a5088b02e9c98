import { fieldReference, type CompiledRuleSet } from '@quotebridge/mapping-rules';
import type { Conflict } from '../plan/plan.js';
import type { RulePlaces } from './rule-places.js';

/** What is known where a table is asked, beside the header and the application. */
const known = {
  users: { lineFields: [] as readonly string[], when: 'for a document as a whole' },
  taxes: { lineFields: ['taxcode'] as readonly string[], when: 'for all lines with a tax code at once' },
} as const;

/** Conditions on fields of lines where no line is at hand: they would never hold, and nobody would know why. */
export function idleConditions(
  { tables }: Pick<CompiledRuleSet, 'tables'>,
  places: RulePlaces,
): readonly Conflict[] {
  return (['users', 'taxes'] as const).flatMap((section) => {
    const { lineFields, when } = known[section];
    const idle = (tables[section]?.fields ?? []).filter((field) => {
      const { area, name } = fieldReference(field);
      return area === 'line' && !lineFields.includes(name.toLowerCase());
    });
    if (idle.length === 0) return [];
    const about = places.at(`/${section}`);
    return [
      {
        about,
        message: `The table has conditions on fields of lines (${idle.join(', ')}), but it is asked ${when}.`,
        next: 'Use fields of the header (DH_…) or of the application (APP_…) there.',
        candidates: [],
      },
    ];
  });
}
