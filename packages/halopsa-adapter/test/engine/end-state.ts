import type { Row, TenantState } from './tenant.js';

/** Fields that say when something was written or in which order ids were given, not what was written. */
const incidental = /(^|_)(id|date|guid|at|update|time|number)$|^(date|last|qhid|sort)|_date|url$/;

/**
 * What our records look like when nothing incidental is counted: two runs that did the same thing give the same text,
 * however often they were cut off.
 */
export function endState(state: TenantState): string {
  const opportunities = state.opportunities.filter((row) => JSON.stringify(row).includes('quotebridge'));
  const ids = new Set(opportunities.map((row) => row['id']));
  const quotes = state.quotes.filter((row) => ids.has(row['ticket_id']));
  const attachments = state.attachments.filter((row) => ids.has(row['ticket_id']));
  return JSON.stringify(
    {
      items: state.items.length,
      opportunities: opportunities.map(content),
      quotes: quotes.map((quote) => ({ ...content(quote), lines: quote.lines.map(content) })),
      attachments: attachments.map(content),
    },
    null,
    1,
  );
}

function content(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name, value]) => !incidental.test(name) && typeof value !== 'object')
      .sort(([left], [right]) => left.localeCompare(right)),
  );
}
