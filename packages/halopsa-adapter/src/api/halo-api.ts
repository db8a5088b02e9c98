import {
  isQuotebridgeError,
  type CallOptions,
  type HttpClient,
  type HttpRequest,
  type HttpResponse,
} from '@quotebridge/core/plugin';
import type { TokenSource } from '../auth/token-source.js';
import { fieldProfile } from '../profile/field-profile.js';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readFlag } from '../record/read-values.js';
import { answerError, unexpectedAnswer, type AnsweredRequest } from './answer-error.js';
import type { Entity } from './entities.js';
import { readListRows, type ListRows } from './list-rows.js';
import { pagedRows, type RowPage } from './paged-rows.js';
import { readPostedRecords } from './posted-records.js';
import { withoutSecrets } from './without-secrets.js';

export type Query = NonNullable<HttpRequest['query']>;

/** A write of a file takes longer than the usual time-out allows. */
export interface PostOptions extends CallOptions {
  readonly timeoutMilliseconds?: number;
}

/**
 * HaloPSA's REST API: reads and lists with GET, writes with POST and an array, deletes with DELETE. Every method raises
 * `QuotebridgeError`s only; a token that the server refuses is replaced once per request.
 */
export class HaloApi {
  readonly server: string;
  readonly #http: HttpClient;
  readonly #tokens: TokenSource;

  constructor(http: HttpClient, tokens: TokenSource, server: string) {
    this.#http = http;
    this.#tokens = tokens;
    this.server = server;
  }

  /** Permissions that the server says it granted; empty when it does not say. One request unless a token is there. */
  async grantedScope(options?: CallOptions): Promise<string> {
    return (await this.#tokens.get(options?.signal)).scope;
  }

  /** The same of a token that is asked for anew. One request. */
  async renewedScope(options?: CallOptions): Promise<string> {
    this.#tokens.reject(await this.#tokens.get(options?.signal));
    return this.grantedScope(options);
  }

  /** One object, or undefined when the server knows none under that path. One request. */
  async read(
    entity: Entity,
    path = '',
    query: Query = {},
    options?: CallOptions,
  ): Promise<HaloRecord | undefined> {
    const request = this.#describe(entity, 'read');
    const response = await this.#send(
      request,
      { method: 'GET', url: this.#url(entity, path), query },
      options,
    );
    if (response.status === 404) return undefined;
    const json = accepted(request, response);
    if (!isHaloRecord(json)) throw unexpectedAnswer(request, response);
    return json;
  }

  /**
   * A record by its id. Undefined for an unknown one, which servers answer with 404, with 400 or with a stub of another
   * id, and for one that was deleted. One request.
   */
  async get(entity: Entity, id: number, options?: CallOptions): Promise<HaloRecord | undefined> {
    const record = await this.read(entity, `/${id}`, { includedetails: true }, options).catch(
      (error: unknown) => {
        if (isQuotebridgeError(error, 'remote.rejected') && error.details.status === 400) return undefined;
        throw error;
      },
    );
    if (record === undefined || Number(record['id']) !== id) return undefined;
    return readFlag(record, fieldProfile.deleted) === true ? undefined : record;
  }

  /** All rows of a list that has no pages. One request. */
  async list(entity: Entity, query: Query, options?: CallOptions): Promise<readonly HaloRecord[]> {
    return (await this.#rows(entity, query, options)).rows;
  }

  /** Rows page by page, one request for each page of a hundred. */
  pages(entity: Entity, query: Query, options?: CallOptions): AsyncGenerator<RowPage, void, undefined> {
    return pagedRows(entity.nouns, (page) => this.#rows(entity, { ...query, ...page }, options));
  }

  /** Rows of all pages. */
  async all(entity: Entity, query: Query, options?: CallOptions): Promise<readonly HaloRecord[]> {
    const rows: HaloRecord[] = [];
    for await (const page of this.pages(entity, query, options)) rows.push(...page.rows);
    return rows;
  }

  /** Stores all of them with one request; answers what the server says it stored, which may be less than all. */
  async post(
    entity: Entity,
    bodies: readonly HaloRecord[],
    options?: PostOptions,
  ): Promise<readonly HaloRecord[]> {
    return this.#post(entity, { json: bodies }, bodies, options);
  }

  /**
   * As `post` for one record whose body is made while it is sent.
   *
   * @param fields of the record, without the large one.
   */
  async postStream(
    entity: Entity,
    fields: HaloRecord,
    stream: NonNullable<HttpRequest['stream']>,
    options?: PostOptions,
  ): Promise<readonly HaloRecord[]> {
    return this.#post(entity, { stream }, [fields], options);
  }

  /**
   * A record that is gone already is fine, with whichever of 404 and 400 the server answers. One request, one more after a 400.
   */
  async delete(entity: Entity, id: number, options?: CallOptions): Promise<void> {
    const request = this.#describe(entity, 'delete');
    const url = this.#url(entity, `/${id}`);
    const response = await this.#send(request, { method: 'DELETE', url }, options);
    if (isSuccess(response) || response.status === 404) return;
    if (response.status === 400 && (await this.get(entity, id, options)) === undefined) return;
    throw answerError(request, response);
  }

  async #post(
    entity: Entity,
    content: Pick<HttpRequest, 'json' | 'stream'>,
    bodies: readonly HaloRecord[],
    options?: PostOptions,
  ): Promise<readonly HaloRecord[]> {
    const request = this.#describe(entity, 'write');
    const timeout =
      options?.timeoutMilliseconds === undefined ? {} : { timeoutMilliseconds: options.timeoutMilliseconds };
    const response = await this.#send(
      request,
      { method: 'POST', url: this.#url(entity), ...content, ...timeout },
      options,
    );
    accepted(request, response);
    return readPostedRecords(request, response, bodies);
  }

  async #rows(entity: Entity, query: Query, options?: CallOptions): Promise<ListRows> {
    const request = this.#describe(entity, 'read');
    const response = await this.#send(request, { method: 'GET', url: this.#url(entity), query }, options);
    const rows = readListRows(accepted(request, response), entity.rows);
    if (rows === undefined) throw unexpectedAnswer(request, response);
    return rows;
  }

  async #send(
    { effect }: AnsweredRequest,
    request: Omit<HttpRequest, 'effect' | 'headers' | 'signal'>,
    options: CallOptions | undefined,
  ): Promise<HttpResponse> {
    const signal = options?.signal;
    const attempt = async (): Promise<HttpResponse> => {
      const token = await this.#tokens.get(signal);
      const headers = { accept: 'application/json', authorization: `Bearer ${token.value}` };
      const response = await this.#http.request({
        ...request,
        effect: effect === 'read' ? 'read' : 'write',
        headers,
        signal,
      });
      if (response.status === 401) this.#tokens.reject(token);
      return isSuccess(response) ? response : withoutSecrets(response, token.value);
    };
    const first = await attempt();
    // A request that was answered with 401 was not carried out, so a write may be sent again as well.
    return first.status === 401 ? attempt() : first;
  }

  #describe(entity: Entity, effect: AnsweredRequest['effect']): AnsweredRequest {
    return { entity, effect, server: this.server };
  }

  #url(entity: Entity, path = ''): string {
    return `${this.server}/api/${entity.path}${path}`;
  }
}

function accepted(request: AnsweredRequest, response: HttpResponse): unknown {
  if (!isSuccess(response)) throw answerError(request, response);
  if (response.json === undefined) throw unexpectedAnswer(request, response);
  return response.json;
}

function isSuccess({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}
