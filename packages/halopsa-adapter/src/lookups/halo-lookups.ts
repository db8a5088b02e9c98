import {
  QuotebridgeError,
  type CallOptions,
  type LookupEntry,
  type LookupPort,
} from '@quotebridge/core/plugin';
import type { HaloApi } from '../api/halo-api.js';
import { readCode, readFirstText, readFlag, readId } from '../record/read-values.js';
import type { HaloRecord } from '../record/halo-record.js';
import { lookupSources, type LookupSource } from './lookup-sources.js';

/** Live lists, one request each. Inactive and disabled entries are left out. */
export class HaloLookups implements LookupPort {
  readonly names: readonly string[] = Object.keys(lookupSources);
  readonly #api: HaloApi;

  constructor(api: HaloApi) {
    this.#api = api;
  }

  /** @throws `remote.rejected` for a name that is not among `names`. */
  async list(name: string, options?: CallOptions): Promise<readonly LookupEntry[]> {
    const source = sourceOf(name, this.names);
    const rows = await this.#api.list(source.entity, source.query, options);
    return entriesOf(source, rows)
      .filter(({ inactive }) => !inactive)
      .map(({ entry }) => entry);
  }

  /** @throws `remote.rejected` for a name that is not among `names`. */
  async listInactive(name: string, options?: CallOptions): Promise<readonly LookupEntry[]> {
    const source = sourceOf(name, this.names);
    const rows = await this.#api.list(source.entity, { ...source.query, ...source.withInactive }, options);
    return entriesOf(source, rows)
      .filter(({ inactive }) => inactive)
      .map(({ entry }) => entry);
  }
}

function sourceOf(name: string, names: readonly string[]): LookupSource {
  const source = Object.hasOwn(lookupSources, name) ? lookupSources[name] : undefined;
  if (source !== undefined) return source;
  throw new QuotebridgeError('remote.rejected', `HaloPSA has no list “${name}”.`, {
    faults: [{ at: 'lookup', value: name, expected: `one of ${names.join(', ')}` }],
    next: 'Choose one of the lists that the adapter names.',
  });
}

function entriesOf(
  source: LookupSource,
  rows: readonly HaloRecord[],
): readonly { readonly entry: LookupEntry; readonly inactive: boolean }[] {
  return (source.choose?.(rows) ?? rows).flatMap((row) => {
    const id = source.fromZero === true ? readCode(row, 'id') : readId(row, 'id');
    if (id === undefined) return [];
    const inactive = readFlag(row, 'inactive') === true || readFlag(row, 'isdisabled') === true;
    const detail = source.detail?.(row) ?? {};
    const more = Object.keys(detail).length === 0 ? {} : { detail };
    return [{ entry: { id, name: readFirstText(row, 'name'), ...more }, inactive }];
  });
}
