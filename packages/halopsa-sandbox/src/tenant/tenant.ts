import type { Seed, SeedRow } from '../seed/seed.js';
import { Collection } from './collection.js';
import { collectionNames, type CollectionName } from './collection-name.js';
import { copyRow, createRow, type Row } from './row.js';

/** All data of one tenant, copied from its seed so that a reset always finds the seed untouched. */
export class Tenant {
  readonly #seed: Seed;
  #collections: ReadonlyMap<CollectionName, Collection>;
  readonly #attachmentContents = new Map<number, Buffer>();
  readonly lookups: readonly Row[];
  readonly control: Readonly<Record<string, unknown>>;
  /** The agent the API application acts as. */
  readonly agentId: number;
  /** Quote lines share one number range over all quotes. */
  #lastLineId = 8000;

  constructor(seed: Seed) {
    this.#seed = seed;
    this.#collections = new Map(
      collectionNames.map((name) => [name, new Collection(copies(seed.collections[name]))]),
    );
    this.lookups = copies(seed.lookups);
    this.control = structuredClone(seed.control);
    this.agentId = seed.application.agentId;
    for (const attachment of this.in('attachments').rows()) {
      const encoded = attachment['data_base64'];
      delete attachment['data_base64'];
      this.storeContent(attachment.id, Buffer.from(typeof encoded === 'string' ? encoded : '', 'base64'));
    }
    for (const quote of this.in('quotes').rows()) this.adoptLines(quote);
  }

  /** All data as it is now, to go back to. */
  copy(): Tenant {
    const copy = new Tenant(this.#seed);
    copy.#collections = new Map([...this.#collections].map(([name, rows]) => [name, rows.copy()]));
    for (const [id, content] of this.#attachmentContents) copy.storeContent(id, content);
    copy.#lastLineId = this.#lastLineId;
    return copy;
  }

  in(name: CollectionName): Collection {
    const found = this.#collections.get(name);
    if (!found) throw new Error(`There is no collection "${name}".`);
    return found;
  }

  find(name: CollectionName, id: unknown): Row | undefined {
    return typeof id === 'number' ? this.in(name).get(id) : undefined;
  }

  nextLineId(): number {
    return ++this.#lastLineId;
  }

  content(attachmentId: number): Buffer | undefined {
    return this.#attachmentContents.get(attachmentId);
  }

  storeContent(attachmentId: number, content: Buffer): void {
    this.#attachmentContents.set(attachmentId, content);
  }

  /** Seeded lines may leave out what the server assigns. */
  private adoptLines(quote: Row): void {
    const seeded = (quote['lines'] ?? []) as Record<string, unknown>[];
    quote['lines'] = seeded.map((line, index) => {
      const id = typeof line['id'] === 'number' ? line['id'] : this.nextLineId();
      this.#lastLineId = Math.max(this.#lastLineId, id);
      return createRow({ sort_seq: index + 1, ...line, qhid: quote.id }, id);
    });
  }
}

function copies(rows: readonly SeedRow[]): Row[] {
  return rows.map((row) => copyRow(createRow(row)));
}
