import type { CallOptions, ConnectionCache, DataLinkObject, JsonValue } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { fieldProfile } from '../profile/field-profile.js';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readId, readWholeNumber } from '../record/read-values.js';
import { customFieldRows, toCustomField, type CustomField } from './custom-field.js';

const { typeIds, usage } = fieldProfile.customField;

/** Milliseconds that definitions are kept for writing: a day. */
const keptFor = 86_400_000;

/** The tenant's custom fields of each kind of record, kept for all processes. */
export class CustomFieldSource {
  readonly #api: HaloApi;
  readonly #cache: ConnectionCache;

  constructor(api: HaloApi, cache: ConnectionCache) {
    this.#api = api;
    this.#cache = cache;
  }

  /**
   * As the tenant has them now. One request; three where HaloPSA does not say how to list those of one kind: there a record
   * shows which it has, and without a record there are none.
   */
  async list(object: DataLinkObject, options?: CallOptions): Promise<readonly CustomField[]> {
    const rows =
      object === 'clients' || object === 'opportunities'
        ? await this.#ofType(typeIds[object], options)
        : await this.#ofRecord(await this.#anyRecord(object, options), options);
    const fields = rows.map(toCustomField).filter((field) => field !== undefined);
    // None may only mean that there is no record yet.
    if (fields.length > 0)
      await this.#cache.set(this.#cacheKey(object), fields as unknown as JsonValue, keptFor);
    return fields;
  }

  /** As they were at most a day ago. No request when they are known. */
  async known(object: DataLinkObject, options?: CallOptions): Promise<readonly CustomField[]> {
    const kept = await this.#cache.get(this.#cacheKey(object));
    return Array.isArray(kept) ? kept : this.list(object, options);
  }

  /** Ids of fields and options are those of one server: a connection may be pointed at another. */
  #cacheKey(object: DataLinkObject): string {
    return `halopsa.customFields.${object}@${this.#api.server}`;
  }

  async #ofType(typeId: number, options?: CallOptions): Promise<readonly HaloRecord[]> {
    return (await this.#described({ typeid: typeId }, options)).filter((row) => {
      const kind = readWholeNumber(row, usage) ?? 0;
      return kind === 0 || kind === typeId;
    });
  }

  /** What the record shows tells which fields it has, their descriptions the rest. */
  async #ofRecord(record: HaloRecord | undefined, options?: CallOptions): Promise<readonly HaloRecord[]> {
    const shown = customFieldRows(record ?? {}) ?? [];
    if (shown.length === 0) return [];
    const described = await this.#described({}, options);
    const byId = new Map(described.map((row) => [readId(row, 'id'), row]));
    return shown.map((row) => byId.get(readId(row, 'id')) ?? row);
  }

  #described(query: { readonly typeid?: number }, options?: CallOptions): Promise<readonly HaloRecord[]> {
    const parameters = { ...query, iscustomfieldsetup: true, includevalues: true };
    return this.#api.list(entities.customField, parameters, options);
  }

  async #anyRecord(
    object: 'users' | 'quotes' | 'lineItems',
    options?: CallOptions,
  ): Promise<HaloRecord | undefined> {
    const entity = object === 'users' ? entities.user : entities.quote;
    const rows = await this.#api.list(entity, { pageinate: true, page_size: 1, page_no: 1 }, options);
    const id = rows[0] === undefined ? undefined : readId(rows[0], 'id');
    const record = id === undefined ? undefined : await this.#api.get(entity, Number(id), options);
    return object === 'lineItems' ? firstLine(record) : record;
  }
}

function firstLine(quote: HaloRecord | undefined): HaloRecord | undefined {
  const lines = quote?.['lines'];
  return Array.isArray(lines) ? lines.find(isHaloRecord) : undefined;
}
