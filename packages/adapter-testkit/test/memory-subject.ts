import { Secret } from '@quotebridge/core/plugin';
import { inspect } from 'node:util';
import {
  createMemoryContactManager,
  memorySecret,
  type ConformanceSubject,
  type MemoryOptions,
  type OpenOptions,
  type Samples,
} from '../src/index.js';
import { memoryId } from '../src/memory/memory-id.js';

/** A seeded in-memory tenant as a subject of the suite. */
export function memorySubject({ credentials }: OpenOptions, habits: MemoryOptions = {}): ConformanceSubject {
  const secret = credentials === 'right' ? memorySecret : 'not-the-right-secret-9923';
  const contactManager = createMemoryContactManager({ ...habits, secret: new Secret(secret) });
  const { control } = contactManager;
  return {
    contactManager,
    samples,
    secrets: [secret],
    inspect: (value) => inspect(value, { depth: 12, showHidden: true }),
    fault: (kind) => control.fault(kind),
    counts: () => control.counts,
    download: (id) => control.download(id),
    completedOn: (id) => control.tenant.completions.get(id),
    addForeignLine: (quoteId, fields) => control.addForeignLine(quoteId, fields),
    addNote: (opportunityId) => control.addNote(opportunityId, 'Called them'),
    dispose: () => {},
  };
}

const samples: Samples = {
  client: { id: memoryId(1), name: 'Contoso Ltd', part: 'TOSO l', siteId: memoryId(1) },
  manyClients: { text: 'a', count: 5 },
  clientWithCurrency: { id: memoryId(3), currencyId: memoryId(2) },
  siteAddress: {
    siteId: memoryId(1),
    address: { lines: ['1 High Street', '', 'Springfield'], postalCode: 'SP1 4QX' },
  },
  inactiveClient: { id: memoryId(8), name: 'Closed & Gone' },
  user: { id: memoryId(1), name: 'Ada Palmer', email: 'ada.palmer@contoso.example', title: 'Head of IT' },
  inactiveUser: { id: memoryId(3), name: 'Old Colleague' },
  agentId: memoryId(2),
  ticketTypeId: memoryId(1),
  closureCategoryId: memoryId(1),
  quoteStatusId: memoryId(1),
  taxId: memoryId(1),
  currencyId: memoryId(2),
  item: { id: memoryId(1), number: 'DVC503', supplierNumber: 'WS 88 21/4' },
  repeatedNumber: { number: 'TWICE', count: 2 },
  catalogueSize: 7,
  classification: { group: memoryId(2) },
  requiredField: { ticketTypeId: memoryId(2), name: 'CFLeadSource', value: 'Web' },
  unknownId: memoryId(999),
};
