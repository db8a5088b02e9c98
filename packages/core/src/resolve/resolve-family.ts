import type { QuoteDocument } from '../domain/document.js';
import type { Sibling } from '../run/sibling.js';
import type { StateStore } from '../state/state-store.js';

/**
 * The number that all revisions and conversions of a document share: that of the first quote. What the state remembers
 * goes first, then what the file says; a document that refers to nothing is its own family.
 */
export async function resolveFamily(
  document: QuoteDocument,
  siblings: readonly Sibling[],
  state: StateStore,
  connection: string,
): Promise<string> {
  const byNumber = new Map(siblings.map((sibling) => [sibling.number, sibling]));
  const seen = new Set<string>();
  let number = document.number;
  let current: Sibling | undefined = document;
  for (;;) {
    const remembered = await state.familyOf(connection, number);
    if (remembered !== undefined) return remembered;
    seen.add(number);
    const parent: string | undefined = current === undefined ? undefined : parentOf(current);
    if (parent === undefined) return number;
    if (seen.has(parent)) return firstOf([...seen].slice([...seen].indexOf(parent)));
    number = parent;
    current = byNumber.get(parent);
  }
}

function parentOf(document: Sibling): string | undefined {
  const parent = document.revisionOf ?? document.convertedFrom;
  return parent === '' || parent === document.number ? undefined : parent;
}

/** Documents that refer to each other in a circle have no first one; each of them must give the same answer. */
function firstOf(circle: readonly string[]): string {
  return [...circle].sort()[0] ?? '';
}
