import { canonicalJson } from '../base/canonical-json.js';
import { sha256 } from '../base/sha256.js';
import type { OpportunityFields, QuoteFields, QuoteLineFields } from '../contract/records.js';
import type { LineOperation } from './operation.js';

const length = 32;

/**
 * Stamp of an opportunity: 32 hexadecimal digits over what the document wants of it. Its type is left out: only a new one is
 * given one, and a machine that remembers nothing does not know who created what it finds.
 */
export async function opportunityStamp({
  ticketTypeId: _type,
  ...image
}: Partial<OpportunityFields>): Promise<string> {
  return stampOf(image);
}

/**
 * Stamp of a quote: over its header and its lines in order. What differs between two machines that say the same is left out:
 * the status, which may be given to a new quote alone, places, which people's lines shift, and ids of products, which one
 * machine may only know once it has created them.
 */
export async function quoteStamp(
  { statusId: _status, ...image }: Partial<QuoteFields>,
  lines: readonly StampedLine[],
): Promise<string> {
  const said = lines.flatMap(({ key, wanted, ours }) => {
    if (wanted === undefined) return [];
    const { position: _place, itemId: _product, ...content } = { ...wanted, ...ours };
    const linked = { ...wanted.linked, ...ours?.linked };
    return [{ ...content, linked, key }];
  });
  return stampOf({ image, lines: said });
}

interface StampedLine extends Pick<LineOperation, 'key' | 'ours'> {
  /** Absent: not ours, or gone. */
  readonly wanted?: Partial<QuoteLineFields>;
}

async function stampOf(content: unknown): Promise<string> {
  return (await sha256(canonicalJson(content))).slice(0, length);
}
