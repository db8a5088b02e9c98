import type {
  CallOptions,
  Completion,
  Marker,
  MarkerScope,
  OpportunityFields,
  OpportunityPort,
  OpportunityQuery,
  RecordId,
  StoredOpportunity,
  WriteAnswer,
} from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { inParallel } from '../api/in-parallel.js';
import { storedRecord } from '../api/stored-record.js';
import type { CustomFieldSource } from '../fields/custom-field-source.js';
import { FieldWriter } from '../fields/field-writer.js';
import { pageLink } from '../links/page-link.js';
import { listMarkedRecords, readingAgain } from '../marker/marked-records.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { inStoredOrder } from '../record/in-stored-order.js';
import { haloId, isHaloId, optionalHaloId } from '../record/write-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { toUser } from '../users/to-user.js';
import { addedByOthers } from './added-by-others.js';
import { findMarkedOpportunities } from './marked-opportunities.js';
import {
  completionFields,
  newOpportunityFields,
  opportunityFields,
  opportunitySwitches,
  withFixedFields,
} from './opportunity-body.js';
import { firstOpenStatus, reopeningFields, staysClosed } from './reopening.js';
import { stageRefusal } from './stage-refusal.js';
import { hidesOutcome, toOpportunity } from './to-opportunity.js';
import { splitFields } from './value-split.js';

/** Closed rows that do not say how they ended and are therefore read one by one; the rest counts as lost. */
const mostOutcomesRead = 25;

/** An opportunity is a ticket of a type that the tenant has marked as an opportunity type. */
export class HaloOpportunities implements OpportunityPort {
  readonly #api: HaloApi;
  readonly #settings: HaloSettings;
  readonly #customFields: CustomFieldSource;

  constructor(api: HaloApi, settings: HaloSettings, customFields: CustomFieldSource) {
    this.#api = api;
    this.#settings = settings;
    this.#customFields = customFields;
  }

  /**
   * One request for each hundred rows, and one for each closed row (at most 25) that hides whether it was won, unless
   * only open ones are wanted.
   */
  async list(query: OpportunityQuery, options?: CallOptions): Promise<readonly StoredOpportunity[]> {
    const filter = {
      client_id: optionalHaloId(query.clientId, 'client_id'),
      user_id: optionalHaloId(query.userId, 'user_id'),
      open_only: query.openOnly === true ? true : undefined,
    };
    const rows = await this.#api.all(entities.opportunity, filter, options);
    const hidden = query.openOnly === true ? [] : rows.filter(hidesOutcome).slice(0, mostOutcomesRead);
    const read = await inParallel(hidden, (row) =>
      this.#api.get(entities.opportunity, Number(row['id']), options),
    );
    const details = new Map(hidden.map((row, index) => [row, read[index]]));
    return rows
      .map((row) => toOpportunity(details.get(row) ?? row, this.#api.server, options?.linked))
      .filter((found) => found !== undefined)
      .filter(({ outcome }) => query.openOnly !== true || outcome === 'open');
  }

  /** One request. */
  async get(id: RecordId, options?: CallOptions): Promise<StoredOpportunity | undefined> {
    if (!isHaloId(id)) return undefined;
    const record = await this.#api.get(entities.opportunity, Number(id), options);
    return record === undefined ? undefined : toOpportunity(record, this.#api.server, options?.linked);
  }

  /**
   * One request, one more for the site of a user that is given without it, and one when linked custom fields are not known
   * yet.
   */
  async create(
    fields: Partial<OpportunityFields>,
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>> {
    const placed = await this.#withSite(fields, options);
    return this.#write(undefined, placed, marker, options);
  }

  /** As `create`. */
  async update(
    id: RecordId,
    fields: Partial<OpportunityFields>,
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>> {
    return this.#write(haloId(id, 'id'), await this.#withSite(fields, options), marker, options);
  }

  /**
   * One request. The status is the one that the completion names, else the one of the settings. Winning works without
   * a status, which then stays as it is; losing does not, because only a closed status shows it.
   */
  async complete(
    id: RecordId,
    completion: Completion,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>> {
    const fields = completionFields(completion);
    const body = { id: haloId(id, 'id'), ...fields, ...opportunitySwitches(this.#settings) };
    return this.#answer(
      await this.#api.post(entities.opportunity, [body], options),
      id,
      Object.keys(fields),
      options,
    );
  }

  /** See `findMarkedOpportunities` for the requests. */
  async findByMarker(
    marker: Marker,
    scope: MarkerScope,
    options?: CallOptions,
  ): Promise<readonly StoredOpportunity[]> {
    const records = await readingAgain(() => findMarkedOpportunities(this.#api, marker, scope, options));
    return inStoredOrder(this.#read(records, options));
  }

  /** See `listMarkedRecords` for the requests; HaloPSA's rows of opportunities do not show their marker. */
  async *listMarked(options?: CallOptions): AsyncGenerator<readonly StoredOpportunity[], void, undefined> {
    const { opportunity } = fieldProfile;
    for await (const records of listMarkedRecords(this.#api, entities.opportunity, opportunity, options)) {
      yield this.#read(records, options);
    }
  }

  /** One request; one more for the list of statuses when none is given. */
  async reopen(
    id: RecordId,
    statusId: RecordId | undefined,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>> {
    const status = statusId ?? (await firstOpenStatus(this.#api, options));
    const fields = reopeningFields(status);
    const body = { id: haloId(id, 'id'), ...fields, ...opportunitySwitches(this.#settings) };
    const records = await this.#api.post(entities.opportunity, [body], options);
    const answer = this.#answer(records, id, Object.keys(fields), options);
    if (answer.stored !== undefined && answer.stored.outcome !== 'open') throw staysClosed(id, status);
    return answer;
  }

  /** See `addedByOthers`. */
  async addedByOthers(id: RecordId, options?: CallOptions): Promise<readonly string[]> {
    return isHaloId(id) ? addedByOthers(this.#api, Number(id), options) : [];
  }

  /** One request. HaloPSA keeps deleted tickets where its administrators can restore them. */
  async remove(id: RecordId, options?: CallOptions): Promise<void> {
    if (isHaloId(id)) await this.#api.delete(entities.opportunity, Number(id), options);
  }

  #read(records: readonly HaloRecord[], options?: CallOptions): readonly StoredOpportunity[] {
    return records
      .map((record) => toOpportunity(record, this.#api.server, options?.linked))
      .filter((found) => found !== undefined);
  }

  async #write(
    id: number | undefined,
    fields: Partial<OpportunityFields>,
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>> {
    const linked = await new FieldWriter(this.#customFields, 'opportunities', options).body(fields.linked);
    const written = { ...linked, ...opportunityFields(fields, marker) };
    const body = {
      ...(id === undefined ? newOpportunityFields(fields, this.#settings) : { id }),
      ...written,
      ...(id === undefined ? withFixedFields(linked, this.#settings) : {}),
      ...opportunitySwitches(this.#settings),
      ...(fields.valueByPeriod === undefined ? {} : splitFields(fields.valueByPeriod)),
    };
    const records = await this.#api.post(entities.opportunity, [body], options).catch((error: unknown) => {
      throw id === undefined ? stageRefusal(error) : error;
    });
    return this.#answer(records, id === undefined ? undefined : String(id), Object.keys(written), options);
  }

  /** The answer counts as complete when it has every field that was written. */
  #answer(
    records: readonly HaloRecord[],
    id: RecordId | undefined,
    written: readonly string[],
    options?: CallOptions,
  ): WriteAnswer<StoredOpportunity> {
    const { record, id: storedId } = storedRecord(records, id, 'opportunity');
    const stored = toOpportunity(record, this.#api.server, options?.linked);
    const complete = ['summary', ...written].every((field) => record[field] !== undefined);
    return {
      id: storedId,
      url: pageLink(this.#api.server, 'opportunity', storedId),
      ...(complete && stored !== undefined ? { stored } : {}),
    };
  }

  /** HaloPSA wants the user's site with the user (seen in public clients). */
  async #withSite(
    fields: Partial<OpportunityFields>,
    options?: CallOptions,
  ): Promise<Partial<OpportunityFields>> {
    if (fields.userId === undefined || fields.siteId !== undefined) return fields;
    const record = await this.#api.get(entities.user, haloId(fields.userId, 'user_id'), options);
    const siteId = record === undefined ? undefined : toUser(record, this.#api.server)?.siteId;
    return siteId === undefined ? fields : { ...fields, siteId };
  }
}
