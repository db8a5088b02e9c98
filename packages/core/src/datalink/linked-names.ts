import type { LinkedNames } from '../contract/call-options.js';
import type { PushPolicy } from '../settings/push-policy.js';

/** DataLink fields that records are asked to show, because a push may write them; undefined when there are none. */
export function linkedNames({ dataLink }: Pick<PushPolicy, 'dataLink'>): LinkedNames | undefined {
  const names = (object: keyof LinkedNames): readonly string[] => [
    ...new Set(
      dataLink.rows.filter((row) => row.on === 'save' && row.object === object).map((row) => row.to.trim()),
    ),
  ];
  const all = {
    opportunities: names('opportunities'),
    quotes: names('quotes'),
    lineItems: names('lineItems'),
  };
  const filled = Object.entries(all).filter(([, fields]) => fields.length > 0);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}
