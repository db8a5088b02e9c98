import {
  QuotebridgeError,
  type CallOptions,
  type LookupEntry,
  type LookupPort,
} from '@quotebridge/core/plugin';
import type { HaloApi } from '../api/halo-api.js';
import { readCode, readFirstText, readFlag, readId } from '../record/read-values.js';
import { lookupSources } from './lookup-sources.js';

/** Live lists, one request each. Inactive and disabled entries are left out. */
export class HaloLookups implements LookupPort {
  readonly names: readonly string[] = Object.keys(lookupSources);
  readonly #api: HaloApi;

  constructor(api: HaloApi) {
    this.#api = api;
  }

  /** @throws `remote.rejected` for a name that is not among `names`. */
  async list(name: string, options?: CallOptions): Promise<readonly LookupEntry[]> {
    const source = Object.hasOwn(lookupSources, name) ? lookupSources[name] : undefined;
    if (source === undefined) {
      throw new QuotebridgeError('remote.rejected', `HaloPSA has no list “${name}”.`, {
        faults: [{ at: 'lookup', value: name, expected: `one of ${this.names.join(', ')}` }],
        next: 'Choose one of the lists that the adapter names.',
      });
    }
    const rows = await this.#api.list(source.entity, source.query, options);
    const chosen = source.choose?.(rows) ?? rows;
    return chosen.flatMap((row): readonly LookupEntry[] => {
      const id = source.fromZero === true ? readCode(row, 'id') : readId(row, 'id');
      if (id === undefined || readFlag(row, 'inactive') === true || readFlag(row, 'isdisabled') === true)
        return [];
      const detail = source.detail?.(row) ?? {};
      return [
        { id, name: readFirstText(row, 'name'), ...(Object.keys(detail).length === 0 ? {} : { detail }) },
      ];
    });
  }
}
