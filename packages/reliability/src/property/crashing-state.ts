import type { StateStore } from '@quotebridge/core';

/** What a process meets that is no more. */
export class ProcessGone extends Error {
  override readonly name = 'ProcessGone';
}

/**
 * A state whose process ends when it is asked for the `at`th thing: that call and all after it are not carried out. The
 * file is as a kill would have left it at that moment.
 */
export function crashingState(state: StateStore, at: number): StateStore {
  let calls = 0;
  const guarded = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(_, name) {
        const member: unknown = Reflect.get(target, name, target);
        // Closing the file is what the system does for a process that ends.
        if (name === Symbol.asyncDispose && typeof member === 'function')
          return member.bind(target) as unknown;
        if (typeof member === 'object' && member !== null) return guarded(member);
        if (typeof member !== 'function') return member;
        return (...values: unknown[]): unknown => {
          calls += 1;
          if (calls >= at) return Promise.reject(new ProcessGone(`gone at call ${calls}`));
          return member.apply(target, values) as unknown;
        };
      },
    });
  return guarded(state);
}
