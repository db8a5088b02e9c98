import type {
  QuoteFields,
  QuoteLineFields,
  QuoteLineWrite,
  QuotePort,
  StoredQuote,
} from '@quotebridge/core/plugin';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from './given.js';
import { newOpportunity } from './new-opportunity.js';

export const quoteMarker = { key: 'quotebridge:KITQ1' };

export function quotesOf({ contactManager }: ConformanceSubject): QuotePort {
  return given(contactManager.quotes, 'port “quotes” (an adapter without it says so in `without`)');
}

/** The header of a quote as Quotebridge would write it. */
export function quoteFields({ samples }: ConformanceSubject, opportunityId: string): Partial<QuoteFields> {
  const { client, user, agentId, quoteStatusId } = samples;
  return {
    opportunityId,
    title: 'KITQ1 & “docks”',
    description: 'First line\nsecond line, für Zürich',
    clientId: client.id,
    ...(client.siteId === undefined ? {} : { siteId: client.siteId }),
    userId: user.id,
    ownerId: agentId,
    ...(quoteStatusId === undefined ? {} : { statusId: quoteStatusId }),
    date: '2031-01-15',
    expiresOn: '2031-02-28',
    purchaseOrder: 'PO-4711/ä',
  };
}

/** A text line; name what is special about it. */
export function textLine(fields: Partial<QuoteLineFields> = {}): QuoteLineFields {
  return {
    kind: 'text',
    position: 1,
    itemId: null,
    itemNumber: '',
    name: 'Installation on site',
    note: '',
    quantity: '1',
    price: '10',
    cost: '4',
    billingPeriod: 'oneOff',
    optional: false,
    groupKey: null,
    ...fields,
  };
}

/** A line of the sample item. */
export function itemLine(
  { samples }: ConformanceSubject,
  fields: Partial<QuoteLineFields> = {},
): QuoteLineFields {
  const { id, number } = given(samples.item, 'samples.item');
  return textLine({ kind: 'item', itemId: id, itemNumber: number, name: 'Docking station', ...fields });
}

/** The key of the line that stands at that position when it is created. */
export function keyAt(position: number): string {
  return `L${position}`;
}

/** Lines to be created, in order: each gets its place as position and key. */
export function creations(lines: readonly QuoteLineFields[]): readonly QuoteLineWrite[] {
  return lines.map((fields, index) => {
    const position = index + 1;
    return { action: 'create', key: keyAt(position), fields: { ...fields, position } };
  });
}

/** Creates an opportunity and a quote with these lines, and reads the quote back. */
export async function newQuote(
  subject: ConformanceSubject,
  lines: readonly QuoteLineFields[],
): Promise<StoredQuote & { readonly lines: NonNullable<StoredQuote['lines']> }> {
  const opportunityId = await newOpportunity(subject);
  const fields = quoteFields(subject, opportunityId);
  const { id } = await quotesOf(subject).create(fields, creations(lines), quoteMarker);
  return readQuote(subject, id);
}

export async function readQuote(
  subject: ConformanceSubject,
  id: string,
): Promise<StoredQuote & { readonly lines: NonNullable<StoredQuote['lines']> }> {
  const stored = given(await quotesOf(subject).get(id), `quote ${id} when it is read back`);
  return { ...stored, lines: given(stored.lines, 'lines with a quote that is read') };
}
