import { isNode, isScalar, visit, type Document } from 'yaml';

/** Where a name stands for the second time within the same braces; undefined: nowhere. */
export function repeatedName(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const names = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (names.has(name) && isNode(key)) {
          offset = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        names.add(name);
      }
      return undefined;
    },
  });
  return offset;
}
