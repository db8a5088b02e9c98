import type {
  CallOptions,
  Marker,
  QuoteFields,
  QuoteLineWrite,
  QuotePort,
  QuoteScope,
  RecordId,
  StoredQuote,
  WriteAnswer,
} from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { storedRecord } from '../api/stored-record.js';
import type { CustomFieldSource } from '../fields/custom-field-source.js';
import { FieldWriter } from '../fields/field-writer.js';
import { pageLink } from '../links/page-link.js';
import { listMarkedRecords, readingAgain, readMarkedRecords } from '../marker/marked-records.js';
import { readMarker, reportsMarker } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { inStoredOrder } from '../record/in-stored-order.js';
import { readId } from '../record/read-values.js';
import { haloId, isHaloId } from '../record/write-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { addressLineCount } from '../addresses/address-fields.js';
import { asStored, leftOverLines, othersHaveQuantity } from './left-over-lines.js';
import { emptiedLine, lineBodies } from './line-body.js';
import { linkedLines } from './linked-lines.js';
import { quoteFields, quoteSwitches } from './quote-body.js';
import { hasCompleteLines, toQuote } from './to-quote.js';

/** Quotes with their lines, which HaloPSA takes and gives as one record. */
export class HaloQuotes implements QuotePort {
  readonly addressLines = addressLineCount;
  readonly #api: HaloApi;
  readonly #settings: HaloSettings;
  readonly #customFields: CustomFieldSource;

  constructor(api: HaloApi, settings: HaloSettings, customFields: CustomFieldSource) {
    this.#api = api;
    this.#settings = settings;
    this.#customFields = customFields;
  }

  /** One request. */
  async get(id: RecordId, options?: CallOptions): Promise<StoredQuote | undefined> {
    if (!isHaloId(id)) return undefined;
    const record = await this.#api.get(entities.quote, Number(id), options);
    return record === undefined ? undefined : toQuote(record, 'whole', this.#settings, options?.linked);
  }

  /** One request, whatever the number of lines; more when linked custom fields are not known yet. */
  async create(
    fields: Partial<QuoteFields>,
    lines: readonly QuoteLineWrite[],
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredQuote>> {
    const linked = await linkedLines(lines, new FieldWriter(this.#customFields, 'lineItems', options));
    const header = await this.#header(fields, marker, options);
    const body = { ...header, lines: lineBodies(lines, this.#settings, linked) };
    return this.#post(body, undefined, lines.length, options);
  }

  /**
   * As `create`. With lines: one more when the answer does not show them, and one or two
   * more when HaloPSA keeps lines that were left out.
   */
  async update(
    id: RecordId,
    fields: Partial<QuoteFields>,
    lines: readonly QuoteLineWrite[] | undefined,
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredQuote>> {
    const header = { id: haloId(id, 'id'), ...(await this.#header(fields, marker, options)) };
    if (lines === undefined) return this.#post(header, id, 1, options);
    const linked = await linkedLines(lines, new FieldWriter(this.#customFields, 'lineItems', options));
    const body = { ...header, lines: lineBodies(lines, this.#settings, linked) };
    const answer = await this.#shown(await this.#post(body, id, lines.length, options), options);
    const stored = answer.stored?.lines ?? [];
    const leftOver = leftOverLines(stored, lines);
    if (leftOver.length === 0) return answer;
    const kept = asStored(lines, stored);
    const removal = {
      id: haloId(id, 'id'),
      ...(othersHaveQuantity(stored, leftOver) ? { [fieldProfile.quote.removeZeroQuantityLines]: true } : {}),
      lines: [...lineBodies(kept, this.#settings, linked), ...leftOver.map((line) => emptiedLine(line.id))],
    };
    return this.#shown(await this.#post(removal, id, kept.length, options), options);
  }

  /**
   * One request for each hundred quotes of the opportunity or client; of an opportunity also one for each whose row does
   * not show its marker fields. A client may have hundreds of quotes, so there the rows must do.
   */
  async findByMarker(
    marker: Marker,
    scope: QuoteScope,
    options?: CallOptions,
  ): Promise<readonly StoredQuote[]> {
    return readingAgain(() => this.#findByMarker(marker, scope, options));
  }

  async #findByMarker(
    marker: Marker,
    scope: QuoteScope,
    options?: CallOptions,
  ): Promise<readonly StoredQuote[]> {
    const slots = fieldProfile.quote;
    const [field, parent] =
      'opportunityId' in scope ? ['ticket_id', scope.opportunityId] : ['client_id', scope.clientId];
    const listed = await this.#api.all(entities.quote, { [field]: haloId(parent, field) }, options);
    const rows = listed.filter((row) => (readId(row, field) ?? parent) === parent);
    const shown = rows.filter((row) => readMarker(slots, row) === marker.key);
    const silent = 'clientId' in scope ? [] : rows.filter((row) => !reportsMarker(slots, row));
    const marked = await readMarkedRecords(this.#api, entities.quote, slots, silent, marker, options);
    const found = [
      ...shown.map((row) => toQuote(row, 'header', this.#settings, options?.linked)),
      ...marked.map((record) => toQuote(record, 'whole', this.#settings, options?.linked)),
    ].filter((quote) => quote !== undefined);
    return inStoredOrder(found);
  }

  /** See `listMarkedRecords` for the requests. */
  async *listMarked(options?: CallOptions): AsyncGenerator<readonly StoredQuote[], void, undefined> {
    for await (const records of listMarkedRecords(this.#api, entities.quote, fieldProfile.quote, options)) {
      yield records
        .map((record) => toQuote(record, 'whole', this.#settings, options?.linked))
        .filter((quote) => quote !== undefined);
    }
  }

  /** One request. */
  async remove(id: RecordId, options?: CallOptions): Promise<void> {
    if (isHaloId(id)) await this.#api.delete(entities.quote, Number(id), options);
  }

  async #header(fields: Partial<QuoteFields>, marker: Marker, options?: CallOptions): Promise<HaloRecord> {
    const linked = await new FieldWriter(this.#customFields, 'quotes', options).body(fields.linked);
    return { ...linked, ...quoteFields(fields, marker) };
  }

  /** The answer counts as complete when it shows the header fields and every line. */
  async #post(
    body: HaloRecord,
    id: RecordId | undefined,
    lineCount: number,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredQuote>> {
    const request = { ...body, ...quoteSwitches(this.#settings) };
    const { record, id: storedId } = storedRecord(
      await this.#api.post(entities.quote, [request], options),
      id,
      entities.quote.noun,
    );
    const stored = toQuote(record, 'whole', this.#settings, options?.linked);
    const shown = record['title'] !== undefined && hasCompleteLines(record, lineCount);
    return {
      id: storedId,
      url: pageLink(this.#settings.server, 'quote', storedId),
      ...(shown && stored !== undefined ? { stored } : {}),
    };
  }

  /** Reads the quote when the answer of a write does not show it. */
  async #shown(answer: WriteAnswer<StoredQuote>, options?: CallOptions): Promise<WriteAnswer<StoredQuote>> {
    if (answer.stored !== undefined) return answer;
    const stored = await this.get(answer.id, options);
    return stored === undefined ? answer : { ...answer, stored };
  }
}
