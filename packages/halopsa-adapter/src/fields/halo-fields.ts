import {
  type CallOptions,
  type DataLinkObject,
  type FieldDescription,
  type FieldPort,
  type FieldValues,
  type RecordId,
} from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { storedRecord } from '../api/stored-record.js';
import { haloId, isHaloId } from '../record/write-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { builtInFields } from './built-in-fields.js';
import { sameField, type CustomField } from './custom-field.js';
import type { CustomFieldSource } from './custom-field-source.js';
import { FieldWriter } from './field-writer.js';
import { ticketTypesByMandatoryField } from './mandatory-fields.js';
import { readFieldValues } from './read-field-values.js';

const entityOf = { clients: entities.client, users: entities.user };

/** Built-in and custom fields of HaloPSA that DataLink may name. */
export class HaloFields implements FieldPort {
  readonly #api: HaloApi;
  readonly #settings: HaloSettings;
  readonly #customFields: CustomFieldSource;

  constructor(api: HaloApi, settings: HaloSettings, customFields: CustomFieldSource) {
    this.#api = api;
    this.#settings = settings;
    this.#customFields = customFields;
  }

  /**
   * One request for clients, three for users, quotes and lines; for opportunities two, and one for each of their ticket
   * types.
   */
  async list(object: DataLinkObject, options?: CallOptions): Promise<readonly FieldDescription[]> {
    const customFields = await this.#customFields.list(object, options);
    const demands =
      object === 'opportunities' && !this.#settings.skipMandatoryFieldChecks
        ? await ticketTypesByMandatoryField(this.#api, options)
        : new Map<string, readonly RecordId[]>();
    const requiredFor = (name: string): false | readonly RecordId[] => {
      const filled = this.#settings.newOpportunityCustomFields.some((field) => sameField(field.name, name));
      const types = demands.get(name.toLowerCase());
      return filled || types === undefined ? false : types;
    };
    return [
      ...builtInFields(object).map((field) => ({
        ...field,
        custom: false,
        readable: true,
        required: requiredFor(field.name),
      })),
      ...customFields.map((field) => ({ ...described(field), required: requiredFor(field.name) })),
    ];
  }

  /** One request. */
  async read(
    object: 'clients' | 'users',
    id: RecordId,
    names: readonly string[],
    options?: CallOptions,
  ): Promise<FieldValues | undefined> {
    if (!isHaloId(id)) return undefined;
    const record = await this.#api.get(entityOf[object], Number(id), options);
    return record === undefined ? undefined : (readFieldValues(object, record, names) ?? {});
  }

  /** One request, and one to list the custom fields when they are not known yet. */
  async write(
    object: 'clients' | 'users',
    id: RecordId,
    values: FieldValues,
    options?: CallOptions,
  ): Promise<void> {
    const body = await new FieldWriter(this.#customFields, object, options).body(values);
    if (Object.keys(body).length === 0) return;
    const entity = entityOf[object];
    const records = await this.#api.post(entity, [{ id: haloId(id, 'id'), ...body }], options);
    storedRecord(records, id, entity.noun);
  }
}

function described({
  name,
  label,
  type,
  writable,
  maximumLength,
  options,
}: CustomField): Omit<FieldDescription, 'required'> {
  return {
    name,
    label,
    type,
    custom: true,
    readable: true,
    writable,
    ...(maximumLength === undefined ? {} : { maximumLength }),
    ...(type === 'choice' ? { choices: (options ?? []).map((option) => option.name) } : {}),
  };
}
