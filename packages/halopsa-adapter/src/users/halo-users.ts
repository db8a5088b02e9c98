import type { CallOptions, RecordId, User, UserPort, UserQuery } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import { firstMatches } from '../api/first-matches.js';
import type { HaloApi } from '../api/halo-api.js';
import { isHaloId, optionalHaloId } from '../record/write-values.js';
import { containsText } from '../text/contains-text.js';
import { singleBlanks } from '../text/single-blanks.js';
import { isGeneralUser, toUser } from './to-user.js';

export class HaloUsers implements UserPort {
  readonly #api: HaloApi;

  constructor(api: HaloApi) {
    this.#api = api;
  }

  /** One request for each hundred hits. */
  async search(query: UserQuery, options?: CallOptions): Promise<readonly User[]> {
    const { text, includeInactive = false, limit, clientId } = query;
    const wanted = singleBlanks(text);
    const pages = this.#api.pages(
      entities.user,
      {
        search: wanted || undefined,
        client_id: optionalHaloId(clientId, 'client_id'),
        exclude_generaluser: true,
        includeinactive: includeInactive || undefined,
      },
      options,
    );
    return firstMatches(pages, limit, (row) => {
      const user = toUser(row, this.#api.server, clientId);
      if (user === undefined || isGeneralUser(user)) return undefined;
      if (clientId !== undefined && user.clientId !== clientId) return undefined;
      if (user.inactive && !includeInactive) return undefined;
      return containsText(user.name, wanted) || containsText(user.email, wanted) ? user : undefined;
    });
  }

  /** One request. */
  async get(id: RecordId, options?: CallOptions): Promise<User | undefined> {
    if (!isHaloId(id)) return undefined;
    const record = await this.#api.get(entities.user, Number(id), options);
    return record === undefined ? undefined : toUser(record, this.#api.server);
  }
}
