/** A request that waits to be released. */
export interface HeldRequest {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Its number in the log. */
  readonly number: number;
  /** Whether it has been carried out already and only its answer waits. */
  readonly carriedOut: boolean;
}

/** How a held request goes on: as if nothing had been, with a cut connection, or not at all as its client has gone. */
export type Release = 'go' | 'drop' | 'gone';

interface Waiting {
  readonly held: HeldRequest;
  readonly end: (release: Release) => void;
}

/** Requests that are held back until somebody lets them go. */
export class HoldDesk {
  readonly #waiting = new Set<Waiting>();

  get entries(): readonly HeldRequest[] {
    return [...this.#waiting].map(({ held }) => held);
  }

  /** Waits until it is released, `gone` aborts (its client has gone), or the server closes. */
  wait(held: HeldRequest, gone: AbortSignal): Promise<Release> {
    return new Promise((resolve) => {
      const entry: Waiting = {
        held,
        end: (release) => {
          this.#waiting.delete(entry);
          resolve(release);
        },
      };
      this.#waiting.add(entry);
      if (gone.aborted) entry.end('gone');
      else gone.addEventListener('abort', () => entry.end('gone'), { once: true });
    });
  }

  /** Lets those of a name go, or all; answers how many there were. */
  release(name: string | undefined, how: 'go' | 'drop'): number {
    const chosen = [...this.#waiting].filter(({ held }) => name === undefined || held.name === name);
    for (const { end } of chosen) end(how);
    return chosen.length;
  }
}
