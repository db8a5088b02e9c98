import type { FieldPort, FieldValues, RecordId } from '@quotebridge/core/plugin';
import { shownValues, writtenValues } from './memory-field-values.js';
import type { MemoryGateway } from './memory-gateway.js';
import type { MemoryTenant } from './memory-tenant.js';
import { noSuchRecord } from './no-such-record.js';

type Contacts = 'clients' | 'users';

export function memoryFields(gateway: MemoryGateway): FieldPort {
  return {
    list: (object, options) => gateway.read(options, (tenant) => tenant.fields.get(object) ?? []),
    read: (object, id, names, options) =>
      gateway.read(options, (tenant) => {
        const record = tenant[object].get(id);
        return record && shownValues(record, valuesOf(tenant, object, id), names);
      }),
    write: (object, id, values, options) =>
      gateway.write(options, (tenant) => {
        const kind = object === 'clients' ? 'client' : 'user';
        const record = tenant[object].get(id) ?? noSuchRecord(kind, id);
        const written = writtenValues(tenant, object, valuesOf(tenant, object, id), values);
        tenant.fieldValues.set(keyOf(object, id), written);
        // A field that is a property of the record, too, changes there.
        const own = Object.entries(written).filter(([name]) => name in record);
        tenant[object].set(id, { ...record, ...Object.fromEntries(own) } as never);
      }),
  };
}

function valuesOf(tenant: MemoryTenant, object: Contacts, id: RecordId): FieldValues | undefined {
  return tenant.fieldValues.get(keyOf(object, id));
}

function keyOf(object: Contacts, id: RecordId): string {
  return `${object}/${id}`;
}
