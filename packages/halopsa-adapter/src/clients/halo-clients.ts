import type {
  CallOptions,
  Client,
  ClientPort,
  PeopleQuery,
  RecordId,
  SiteAddress,
} from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import { firstMatches } from '../api/first-matches.js';
import type { HaloApi } from '../api/halo-api.js';
import { toSiteAddress } from './to-site-address.js';
import { isHaloId } from '../record/write-values.js';
import { containsText } from '../text/contains-text.js';
import { singleBlanks } from '../text/single-blanks.js';
import { toClient } from './to-client.js';

/** `filter_type` of a filter that demands that the field contains the value; seen in the agent application. */
const contains = 4;

export class HaloClients implements ClientPort {
  readonly #api: HaloApi;

  constructor(api: HaloApi) {
    this.#api = api;
  }

  /**
   * One request for each hundred hits. Tenants differ in whether `search` or only `advanced_search` narrows the list
   * of clients, so both are sent and every hit is checked here.
   */
  async search(
    { text, includeInactive = false, limit }: PeopleQuery,
    options?: CallOptions,
  ): Promise<readonly Client[]> {
    const wanted = singleBlanks(text);
    const filter = [{ filter_name: 'name', filter_type: contains, filter_value: wanted }];
    const pages = this.#api.pages(
      entities.client,
      {
        search: wanted || undefined,
        advanced_search: wanted === '' ? undefined : JSON.stringify(filter),
        includeinactive: includeInactive || undefined,
      },
      options,
    );
    return firstMatches(pages, limit, (row) => {
      const client = toClient(row, this.#api.server);
      if (client === undefined || !containsText(client.name, wanted)) return undefined;
      return client.inactive && !includeInactive ? undefined : client;
    });
  }

  /** One request. */
  async get(id: RecordId, options?: CallOptions): Promise<Client | undefined> {
    if (!isHaloId(id)) return undefined;
    const record = await this.#api.get(entities.client, Number(id), options);
    return record === undefined ? undefined : toClient(record, this.#api.server);
  }

  /** One request. */
  async siteAddress(siteId: RecordId, options?: CallOptions): Promise<SiteAddress | undefined> {
    if (!isHaloId(siteId)) return undefined;
    const record = await this.#api.get(entities.site, Number(siteId), options);
    return record === undefined ? undefined : toSiteAddress(record);
  }
}
