import type { StateStore } from '@quotebridge/core';

/** What a process meets when it dies: nothing that it does afterwards has an effect. */
export class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}

export interface Death {
  /** The how-manieth write of the state it is. */
  readonly at: number;
  readonly when: 'before' | 'after';
  /** Told once it has happened. */
  readonly happened: () => void;
}

export interface DyingState {
  readonly store: StateStore;
  /** The writes so far: `commit`, `history.record`. */
  readonly writes: readonly string[];
}

/** Names of methods that only read. Everything else counts as a write. */
const reads =
  /^(bindings|pendingIntents|familyOf|families|itemsByNumber|cached|open|get|list|find|of|last|latest|read|count|all|entries|pages|show|facts|current)([A-Z]|$)/;

/** Leases and the count of requests are written as time passes, so that no two runs have them at the same place. */
const timely = /^takeLease$|^requests\./;

/** A state whose process dies just before or just after one of its writes. */
export function dyingState(store: StateStore, death?: Death): DyingState {
  const writes: string[] = [];
  let dead = false;
  const live = async (path: string, call: () => unknown): Promise<unknown> => {
    if (dead) throw new ProcessDied('The process is dead.');
    if (timely.test(path) || reads.test(path.split('.').at(-1) ?? '')) return call();
    writes.push(path);
    const isLast = writes.length === death?.at;
    const die = (): never => {
      dead = true;
      death?.happened();
      throw new ProcessDied(`Died ${death?.when ?? ''} ${path}.`);
    };
    if (isLast && death.when === 'before') die();
    const result = await call();
    return isLast ? die() : result;
  };
  const wrap = (target: object, prefix: string): object =>
    new Proxy(target, {
      get(_target, name) {
        const value: unknown = Reflect.get(target, name, target);
        const path = prefix + String(name);
        if (typeof value === 'function') {
          const call = (args: unknown[]): unknown => Reflect.apply(value, target, args) as unknown;
          // The file is closed by whoever comes after the dead, too.
          return (...args: unknown[]) =>
            typeof name === 'symbol' ? call(args) : live(path, () => call(args));
        }
        return typeof value === 'object' && value !== null ? wrap(value, `${path}.`) : value;
      },
    });
  return { store: wrap(store, '') as StateStore, writes };
}
