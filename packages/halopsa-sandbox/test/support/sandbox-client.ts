import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/index.js';

interface JsonTree {
  readonly [key: string]: Json;
  readonly [index: number]: Json;
}

/** A value from JSON; tests look into it without declaring every shape. */
export type Json = JsonTree & { toString(): string };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, undefined when it is none. */
  readonly body: Json;
}

/** Talks to a sandbox of its own, with a token for all scopes. */
export class SandboxClient {
  readonly sandbox: Sandbox;
  #token = '';

  protected constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  /** The header that a request of its own would carry. */
  get authorization(): string {
    return `Bearer ${this.#token}`;
  }

  static async start(options: SandboxOptions = {}): Promise<SandboxClient> {
    const client = new SandboxClient(await startSandbox(options));
    await client.login();
    return client;
  }

  async login(scope = 'all'): Promise<void> {
    this.#token = String((await this.token({ scope })).body['access_token']);
  }

  token(form: Record<string, string> = {}, query = ''): Promise<Answer> {
    const { clientId, clientSecret } = this.sandbox;
    const fields = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'all',
    };
    return this.request('POST', `/auth/token${query}`, new URLSearchParams({ ...fields, ...form }), {});
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      ...headers,
    });
  }

  delete(path: string): Promise<Answer> {
    return this.request('DELETE', path, undefined, {});
  }

  switch(switches: Record<string, unknown>): Promise<Answer> {
    return this.post('/__sandbox/switches', switches);
  }

  fault(fault: unknown): Promise<Answer> {
    return this.post('/__sandbox/faults', fault);
  }

  async logged(): Promise<Json[]> {
    return (await this.get('/__sandbox/requests')).body as unknown as Json[];
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  async request(
    method: string,
    path: string,
    body: BodyInit | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const { authorization } = this;
    const response = await fetch(`${this.sandbox.url}${path}`, {
      method,
      headers: { authorization, ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }
}

/** The rows of a list answer. */
export function rows(answer: Answer, key: string): Json[] {
  return answer.body[key] as unknown as Json[];
}

/** The body of an answer that is a bare array. */
export function list(answer: Answer): Json[] {
  return answer.body as unknown as Json[];
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined as unknown as Json;
  }
}
