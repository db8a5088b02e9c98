import { isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';

/** Where a path leads to: the node itself, or the last one on the way to it that is there. */
export interface FoundNode {
  readonly node: Node | undefined;
  readonly whole: boolean;
}

/** Finds the nodes of a document by their paths. A table of 100,000 names is looked through once, not for each of them. */
export class NodeFinder {
  readonly #contents: unknown;
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor({ contents }: Pick<Document, 'contents'>) {
    this.#contents = contents;
  }

  at(segments: readonly string[]): FoundNode {
    let node = placed(this.#contents);
    for (const segment of segments) {
      const next = placed(this.#within(node, segment));
      if (next === undefined) return { node, whole: false };
      node = next;
    }
    return { node, whole: node !== undefined };
  }

  /** The name of a value: `name` in `name: value`; undefined: it has none. */
  nameAt(segments: readonly string[]): Node | undefined {
    const { node: holder, whole } = this.at(segments.slice(0, -1));
    const name = segments.at(-1);
    if (!whole || name === undefined || !isMap(holder)) return undefined;
    return placed(this.#pairsOf(holder).get(name)?.key);
  }

  #within(node: Node | undefined, segment: string): unknown {
    if (isMap(node)) return this.#pairsOf(node).get(segment)?.value;
    return isSeq(node) && /^\d+$/.test(segment) ? node.items[Number(segment)] : undefined;
  }

  #pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    let pairs = this.#pairs.get(map);
    if (pairs === undefined) {
      pairs = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
      this.#pairs.set(map, pairs);
    }
    return pairs;
  }
}

function placed(node: unknown): Node | undefined {
  return isNode(node) && node.range ? node : undefined;
}
