import { QuotebridgeError, wellKnownLookups, type LookupPort } from '@quotebridge/core/plugin';
import type { MemoryGateway } from './memory-gateway.js';

export function memoryLookups(gateway: MemoryGateway): LookupPort {
  return {
    names: wellKnownLookups,
    list: (name, options) =>
      gateway.read(options, (tenant) => {
        const entries = tenant.lookups.get(name);
        if (entries !== undefined) return entries;
        throw new QuotebridgeError(
          'capability.unsupported',
          `The in-memory PSA has no list called “${name}”.`,
          {
            next: `Choose one of: ${wellKnownLookups.join(', ')}.`,
          },
        );
      }),
  };
}
