import type { DocumentLine } from '@quotebridge/core/plugin';
import { contentHash } from './content-hash.js';

type KeyedContent = Pick<
  DocumentLine,
  'lineType' | 'manufacturerPartNumber' | 'vendorPartNumber' | 'internalPartNumber' | 'description'
>;

/**
 * Keys of a document's lines: the ids of DocumentItems when every line has one and no two are equal; otherwise
 * `<part number or line type>-<hash of type, part numbers and description>`, from the second line of the same
 * content on with `-2`, `-3` … behind. A line that is inserted, moved, repriced or removed leaves the keys of all
 * lines with other content as they are.
 */
export function lineKeys(lines: readonly KeyedContent[], ids: readonly string[]): readonly string[] {
  if (ids.every((id) => id !== '') && new Set(ids).size === ids.length) return ids;
  const occurrences = new Map<string, number>();
  return lines.map((line) => {
    const key = contentKey(line);
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    return occurrence === 1 ? key : `${key}-${occurrence}`;
  });
}

function contentKey(line: KeyedContent): string {
  const { lineType, manufacturerPartNumber, vendorPartNumber, internalPartNumber, description } = line;
  const parts = [manufacturerPartNumber, vendorPartNumber, internalPartNumber];
  const name = (parts.find((part) => part !== '') ?? lineType)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // JSON keeps the borders between the texts, which a mere joining would lose.
  return `${name}-${contentHash(JSON.stringify([lineType, ...parts, description]))}`;
}
