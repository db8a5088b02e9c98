import { refuse } from '../errors/refuse.js';
import { fieldReference, fieldText, nearestNames, type Vocabulary } from '@quotebridge/mapping-rules';

/**
 * A made-up line is about the fields that it names: a misspelt one would leave it without.
 *
 * @param column `ItemType`, `DH_SalesRep`, `LineType`
 * @throws Failure `usage` when documents have no such field
 */
export function refuseUnknown(column: string, vocabulary: Vocabulary): void {
  const { area, name, prefixed } = fieldReference(column);
  const isNamed = (known: string): boolean => known.toLowerCase() === name.toLowerCase();
  if (area === 'line' && isNamed('LineType')) return;
  const areas = prefixed ? ([area] as const) : (['line', 'header'] as const);
  if (areas.some((each) => vocabulary[each].some(isNamed))) return;
  const [near] = areas.flatMap((each) =>
    nearestNames(name, vocabulary[each]).map((known) => fieldText(each, known)),
  );
  throw refuse(`Documents have no field “${column}”.`, {
    faults: [{ at: '--set', value: column, expected: 'a field that documents have' }],
    next:
      near === undefined
        ? 'Correct the name; a column of your own is made known under `fields` of the rules.'
        : `Did you mean ${near}?`,
  });
}
