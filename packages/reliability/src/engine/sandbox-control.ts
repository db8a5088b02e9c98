import type { Fault, HeldRequest, LoggedRequest } from '@quotebridge/halopsa-sandbox';

export type Row = Readonly<Record<string, unknown>>;

/** All data of a tenant, by kind of record. */
export type TenantData = Readonly<Record<string, readonly Row[]>>;

/** The control interface of a sandbox, wherever it runs. */
export class SandboxControl {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async requests(): Promise<readonly LoggedRequest[]> {
    return (await this.#send('GET', 'requests')) as readonly LoggedRequest[];
  }

  async fail(fault: Fault | readonly Fault[]): Promise<void> {
    await this.#send('POST', 'faults', fault);
  }

  async forgetFaults(): Promise<void> {
    await this.#send('DELETE', 'faults');
  }

  async held(): Promise<readonly HeldRequest[]> {
    return (await this.#send('GET', 'held')) as readonly HeldRequest[];
  }

  async release(name?: string, drop = false): Promise<void> {
    await this.#send('POST', 'release', { ...(name === undefined ? {} : { name }), drop });
  }

  async switch(switches: Row): Promise<void> {
    await this.#send('POST', 'switches', switches);
  }

  /** Of those kinds alone, when some are named. */
  async data(...kinds: readonly string[]): Promise<TenantData> {
    return (await this.#send('GET', `state?only=${kinds.join(',')}`)) as TenantData;
  }

  /** From now on `reset` goes back to the records as they are now. */
  async keep(): Promise<void> {
    await this.#send('POST', 'keep');
  }

  /** The kept records, no fault waiting, nothing held, an empty log. */
  async reset(): Promise<void> {
    await this.#send('DELETE', 'faults');
    await this.#send('POST', 'release', { drop: true });
    await this.#send('POST', 'reset');
    await this.#send('DELETE', 'requests');
  }

  /** Every token that the sandbox has handed out. */
  async tokens(): Promise<readonly string[]> {
    return (await this.#send('GET', 'tokens')) as readonly string[];
  }

  async forgetRequests(): Promise<void> {
    await this.#send('DELETE', 'requests');
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#url}/__sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as unknown;
  }
}
