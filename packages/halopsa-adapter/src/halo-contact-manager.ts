import type {
  CallOptions,
  CheckReport,
  Clock,
  ConnectionCache,
  ContactManager,
  HttpClient,
  MissingPermission,
  PlannedWrite,
} from '@quotebridge/core/plugin';
import { HaloApi } from './api/halo-api.js';
import { HaloAttachments } from './attachments/halo-attachments.js';
import { TokenSource } from './auth/token-source.js';
import { checkTenant } from './check/halo-check.js';
import { missingScopes } from './check/missing-scopes.js';
import { HaloClients } from './clients/halo-clients.js';
import { CustomFieldSource } from './fields/custom-field-source.js';
import { HaloFields } from './fields/halo-fields.js';
import { HaloItems } from './items/halo-items.js';
import { HaloLookups } from './lookups/halo-lookups.js';
import { HaloOpportunities } from './opportunities/halo-opportunities.js';
import { HaloQuotes } from './quotes/halo-quotes.js';
import { readHaloSettings, type HaloSettings } from './settings/halo-settings.js';
import { HaloUsers } from './users/halo-users.js';

/** HaloPSA behind one connection. It makes no request before it is asked for something. */
export class HaloContactManager implements ContactManager {
  readonly target: string;
  readonly clients: HaloClients;
  readonly users: HaloUsers;
  readonly opportunities: HaloOpportunities;
  readonly quotes: HaloQuotes;
  readonly items: HaloItems;
  readonly attachments: HaloAttachments;
  readonly lookups: HaloLookups;
  readonly fields: HaloFields;
  readonly #api: HaloApi;
  readonly #settings: HaloSettings;

  /**
   * @param settings validated against `settings.schema.json`, secrets as `Secret`.
   * @throws `settings.invalid` when the server URL cannot be used.
   */
  constructor(http: HttpClient, cache: ConnectionCache, clock: Clock, settings: unknown) {
    const known = readHaloSettings(settings);
    const api = new HaloApi(http, new TokenSource(http, cache, clock, known), known.server);
    const customFields = new CustomFieldSource(api, cache);
    this.#api = api;
    this.#settings = known;
    this.target = known.tenant === undefined ? known.server : `${known.server} (${known.tenant})`;
    this.clients = new HaloClients(api);
    this.users = new HaloUsers(api);
    this.opportunities = new HaloOpportunities(api, known, customFields);
    this.quotes = new HaloQuotes(api, known, customFields);
    this.items = new HaloItems(api, known);
    this.attachments = new HaloAttachments(api, known);
    this.lookups = new HaloLookups(api);
    this.fields = new HaloFields(api, known, customFields);
  }

  /** See `checkTenant`. */
  async check(options?: CallOptions): Promise<CheckReport> {
    return checkTenant(this.#api, this.#settings, options);
  }

  /** See `missingScopes`. */
  async missingPermissions(
    writes: readonly PlannedWrite[],
    options?: CallOptions,
  ): Promise<readonly MissingPermission[]> {
    return missingScopes(this.#api, writes, options);
  }
}
