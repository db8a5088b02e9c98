import type { CompiledDataLink } from '@quotebridge/mapping-rules/data-link';
import type { DataLinkObject } from '../contract/field-port.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict } from '../plan/plan.js';
import { headerFields, lineFields } from '../resolve/line-scope.js';
import type { RulePlaces } from '../rules/rule-places.js';
import type { SelectedLine } from '../select/selected-line.js';
import { linkedValues, type LinkedValues } from './linked-values.js';

/** What DataLink makes of a document that is sent. */
export interface DocumentLinks {
  readonly users: LinkedValues;
  readonly clients: LinkedValues;
  readonly opportunities: LinkedValues;
  readonly quotes: LinkedValues;
  /** By line key; lines without a value are absent. */
  readonly lineItems: ReadonlyMap<string, LinkedValues>;
  /** Values that their target does not take. */
  readonly conflicts: readonly Conflict[];
}

/** Lines that the document holds in its header, such as freight, have no fields of their own. */
export function linkDocument(
  rules: CompiledDataLink,
  document: QuoteDocument,
  lines: readonly SelectedLine[],
  places: RulePlaces,
): DocumentLinks {
  const header = headerFields(document);
  const ofHeader = (object: Exclude<DataLinkObject, 'lineItems'>): LinkedValues =>
    linkedValues(rules.save(object, header), places);
  const records = {
    users: ofHeader('users'),
    clients: ofHeader('clients'),
    opportunities: ofHeader('opportunities'),
    quotes: ofHeader('quotes'),
  };
  const lineItems = new Map<string, LinkedValues>();
  if (rules.writes('lineItems').length > 0) {
    for (const { key, source, name } of lines) {
      if (source === undefined) continue;
      const linked = linkedValues(rules.save('lineItems', lineFields(source)), places, `the line “${name}”`);
      if (Object.keys(linked.values).length > 0 || linked.conflicts.length > 0) lineItems.set(key, linked);
    }
  }
  const all = [...Object.values(records), ...lineItems.values()];
  return { ...records, lineItems, conflicts: all.flatMap(({ conflicts }) => conflicts) };
}
