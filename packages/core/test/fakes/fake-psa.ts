import type { AttachmentPort } from '../../src/contract/attachment-port.js';
import type { ContactManager } from '../../src/contract/contact-manager.js';
import type {
  DataLinkObject,
  FieldDescription,
  FieldPort,
  FieldValues,
} from '../../src/contract/field-port.js';
import type { ItemPort } from '../../src/contract/item-port.js';
import type { Marker } from '../../src/contract/marker.js';
import type { QuoteLineWrite, QuotePort } from '../../src/contract/quote-port.js';
import type {
  Client,
  Item,
  ItemUpdate,
  LookupEntry,
  OpportunityFields,
  QuoteFields,
  StoredAttachment,
  StoredOpportunity,
  StoredQuote,
  StoredQuoteLine,
  User,
} from '../../src/contract/records.js';
import { QuotebridgeError } from '../../src/errors/quotebridge-error.js';
import { itemNumberKey } from '../../src/state/item-number-key.js';

/** What becomes of a write: the answer is lost after it was carried out, lost before, or the PSA refuses it. */
export type Fault = 'lostAfter' | 'lostBefore' | 'rejected' | 'cancelled';

export function faultError(fault: Fault): QuotebridgeError {
  if (fault === 'rejected') return new QuotebridgeError('remote.rejected', 'The PSA does not want it.');
  if (fault === 'cancelled') return new QuotebridgeError('cancelled', 'Stopped.');
  return new QuotebridgeError('remote.unavailable', 'No answer came.', { arrived: 'unknown' });
}

/** A PSA of a few maps. `faults` are used up by the writes in turn. */
export class FakePsa {
  readonly clients: Client[] = [{ id: 'c1', name: 'Acme', inactive: false, siteId: 's1' }];
  readonly users: User[] = [
    {
      id: 'u1',
      name: 'Ann Lee',
      email: 'ann@acme.example',
      phone: '',
      inactive: false,
      clientId: 'c1',
      clientName: 'Acme',
      siteId: 's1',
    },
  ];
  readonly opportunities = new Map<string, StoredOpportunity>();
  readonly quotes = new Map<string, StoredQuote>();
  readonly items: Item[] = [];
  readonly attachments = new Map<string, StoredAttachment[]>();
  readonly lookups: Record<string, readonly LookupEntry[]> = {
    ticketTypes: [{ id: 't1', name: 'Opportunity' }],
    agents: [],
    productGroups: [{ id: 'g1', name: 'Hardware' }],
  };
  /** Tax of every quote as reading it shows, but no answer to a write. */
  taxTotal: string | undefined;
  /** Undefined: that write goes through. */
  readonly faults: (Fault | undefined)[] = [];
  readonly writes: string[] = [];
  /** What DataLink may name; a test that fills it gets the port. */
  readonly fieldLists: Partial<Record<DataLinkObject, readonly FieldDescription[]>> = {};
  /** Values by `clients c1`. */
  readonly fieldValues = new Map<string, Record<string, string>>();
  readonly fieldReads: string[] = [];
  /** What others have added, by id of the opportunity. */
  readonly addedByOthers = new Map<string, readonly string[]>();
  #ids = 0;

  readonly contactManager: ContactManager = {
    check: async () => ({ account: { name: 'test' }, server: 'test', findings: [] }),
    clients: {
      search: async ({ text }) => this.clients.filter(({ name }) => contains(name, text)),
      get: async (id) => this.clients.find((client) => client.id === id),
    },
    users: {
      search: async ({ text, clientId }) =>
        this.users.filter(
          (user) =>
            (clientId === undefined || user.clientId === clientId) &&
            (contains(user.name, text) || contains(user.email, text)),
        ),
      get: async (id) => this.users.find((user) => user.id === id),
    },
    opportunities: {
      list: async () => [...this.opportunities.values()],
      get: async (id) => this.opportunities.get(id),
      create: (fields, marker) =>
        this.#write('create opportunity', () => this.#putOpportunity(this.#id('o'), fields, marker)),
      update: (id, fields, marker) =>
        this.#write(`update opportunity ${id}`, () => this.#putOpportunity(id, fields, marker)),
      complete: (id, { outcome, statusId }) =>
        this.#write(`complete ${id}`, () => {
          const status = statusId === undefined ? {} : { statusId };
          const stored: StoredOpportunity = { ...this.#opportunity(id), outcome, ...status };
          this.opportunities.set(id, stored);
          return { id, stored };
        }),
      findByMarker: async (marker) =>
        [...this.opportunities.values()].filter((stored) => stored.marker === marker.key),
      reopen: (id, statusId) =>
        this.#write(`reopen ${id}`, () => {
          const status = statusId === undefined ? {} : { statusId };
          const stored: StoredOpportunity = { ...this.#opportunity(id), outcome: 'open', ...status };
          this.opportunities.set(id, stored);
          return { id, stored };
        }),
      addedByOthers: async (id) => this.addedByOthers.get(id) ?? [],
      remove: (id) => this.#write(`remove opportunity ${id}`, () => void this.opportunities.delete(id)),
    },
    lookups: {
      names: ['ticketTypes', 'agents', 'productGroups'],
      list: async (name) => this.lookups[name] ?? [],
    },
    quotes: this.#quotePort(),
    items: this.#itemPort(),
    attachments: this.#attachmentPort(),
  };

  addItem(number: string, over: Partial<Item> = {}): Item {
    const item: Item = {
      id: this.#id('i'),
      numbers: [number],
      name: number,
      description: '',
      inactive: false,
      classification: {},
      billingPeriod: 'oneOff',
      ...over,
    };
    this.items.push(item);
    return item;
  }

  #quotePort(): QuotePort {
    return {
      get: async (id) => {
        const quote = this.quotes.get(id);
        return quote === undefined || this.taxTotal === undefined
          ? quote
          : { ...quote, taxTotal: this.taxTotal };
      },
      create: (fields, lines, marker) =>
        this.#write('create quote', () => this.#putQuote(this.#id('q'), fields, lines, marker)),
      update: (id, fields, lines, marker) =>
        this.#write(`update quote ${id}`, () => this.#putQuote(id, fields, lines, marker)),
      remove: (id) => this.#write(`remove quote ${id}`, () => void this.quotes.delete(id)),
      findByMarker: async (marker, scope) =>
        [...this.quotes.values()].filter(
          (stored) =>
            stored.marker === marker.key &&
            ('opportunityId' in scope
              ? stored.opportunityId === scope.opportunityId
              : stored.clientId === scope.clientId),
        ),
    };
  }

  #itemPort(): ItemPort {
    return {
      axes: [{ name: 'group', lookup: 'productGroups', required: true }],
      search: async () => this.items,
      findByNumbers: async (numbers) => {
        const found = numbers.flatMap((number) => {
          const items = this.items.filter((item) =>
            item.numbers.some((entry) => itemNumberKey(entry) === itemNumberKey(number)),
          );
          return items.length === 0 ? [] : [[number, items] as const];
        });
        return { found: new Map(found), seen: this.items };
      },
      list: () => {
        throw new Error('not needed');
      },
      createMany: (wanted) =>
        this.#write(`create ${wanted.length} items`, () =>
          wanted.map((item) => this.addItem(item.number, { name: item.name })),
        ),
      updateMany: (updates) =>
        this.#write(`update ${updates.length} items`, () =>
          updates.map(({ id, fields }) => this.#updateItem(id, fields)),
        ),
    };
  }

  #updateItem(id: string, fields: ItemUpdate): Item {
    const index = this.items.findIndex((item) => item.id === id);
    const before = this.items[index];
    if (before === undefined) throw new Error(`no item ${id}`);
    const item = { ...before, ...fields };
    this.items[index] = item;
    return item;
  }

  readonly fields: FieldPort = {
    list: async (object) => {
      this.fieldReads.push(`list ${object}`);
      return this.fieldLists[object] ?? [];
    },
    read: async (object, id, names) => {
      this.fieldReads.push(`read ${object} ${id}`);
      const known = object === 'clients' ? this.clients : this.users;
      if (!known.some((record) => record.id === id)) return undefined;
      const values = this.fieldValues.get(`${object} ${id}`) ?? {};
      return Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
    },
    write: (object, id, values) =>
      this.#write(`write ${object} ${id}`, () => {
        const key = `${object} ${id}`;
        this.fieldValues.set(key, { ...this.fieldValues.get(key), ...values });
      }),
  };

  #attachmentPort(): AttachmentPort {
    return {
      list: async (opportunityId) => this.attachments.get(opportunityId) ?? [],
      upload: (opportunityId, file, marker) =>
        this.#write(`upload ${file.name}`, () => {
          const stored = { id: this.#id('a'), name: file.name, marker: marker.key };
          this.attachments.set(opportunityId, [...(this.attachments.get(opportunityId) ?? []), stored]);
          return stored;
        }),
      remove: (id) =>
        this.#write(`remove ${id}`, () => {
          for (const [opportunityId, stored] of this.attachments) {
            const left = stored.filter((entry) => entry.id !== id);
            this.attachments.set(opportunityId, left);
          }
        }),
    };
  }

  async #write<Answer>(name: string, work: () => Answer): Promise<Answer> {
    this.writes.push(name);
    const fault = this.faults.shift();
    if (fault !== undefined && fault !== 'lostAfter') throw faultError(fault);
    const answer = work();
    if (fault !== undefined) throw faultError(fault);
    return answer;
  }

  #putOpportunity(
    id: string,
    fields: Partial<OpportunityFields>,
    marker: Marker,
  ): { id: string; stored: StoredOpportunity } {
    const before = this.opportunities.get(id) ?? { outcome: 'open' as const };
    const { marker: _marker, ...rest } = before as StoredOpportunity;
    const stored: StoredOpportunity = {
      ...rest,
      ...fields,
      ...linkedOf(before, fields),
      id,
      ...(marker.key === '' ? {} : { marker: marker.key }),
    };
    this.opportunities.set(id, stored);
    return { id, stored };
  }

  #putQuote(
    id: string,
    fields: Partial<QuoteFields>,
    lines: readonly QuoteLineWrite[] | undefined,
    marker: Marker,
  ): { id: string; stored: StoredQuote } {
    const before = this.quotes.get(id);
    const written = lines?.map((line, index): StoredQuoteLine => {
      if (line.action === 'foreign') return { ...line.line, position: index + 1 };
      const lineId = line.action === 'create' ? this.#id('l') : line.id;
      return { ...line.fields, id: lineId, key: line.key, position: index + 1 };
    });
    const stored: StoredQuote = {
      ...before,
      ...fields,
      ...linkedOf(before, fields),
      id,
      lines: written ?? before?.lines ?? [],
      marker: marker.key,
    };
    this.quotes.set(id, stored);
    return { id, stored };
  }

  #opportunity(id: string): StoredOpportunity {
    const stored = this.opportunities.get(id);
    if (stored === undefined) throw new Error(`no opportunity ${id}`);
    return stored;
  }

  #id(kind: string): string {
    this.#ids += 1;
    return `${kind}${this.#ids}`;
  }
}

/** Values of DataLink that are not written stay as they are. */
function linkedOf(
  before: object | undefined,
  { linked }: { readonly linked?: FieldValues },
): { readonly linked?: FieldValues } {
  const stood = before !== undefined && 'linked' in before ? (before.linked as FieldValues) : {};
  return linked === undefined ? {} : { linked: { ...stood, ...linked } };
}

function contains(text: string, part: string): boolean {
  return text.normalize('NFC').toLowerCase().includes(part.toLowerCase());
}
