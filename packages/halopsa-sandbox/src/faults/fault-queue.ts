import type { Fault } from './fault.js';
import { pathExpression } from './path-expression.js';

interface PendingFault {
  readonly fault: Fault;
  readonly matches: (method: string, path: string) => boolean;
  /** Matching requests still to let pass. */
  waiting: number;
  remaining: number;
}

/** Faults waiting for their requests. */
export class FaultQueue {
  #pending: PendingFault[] = [];

  add(fault: Fault): void {
    const waiting = (fault.match.nth ?? 1) - 1;
    this.#pending.push({ fault, matches: matcher(fault.match), waiting, remaining: fault.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
  }

  get entries(): readonly (Fault & { readonly waiting: number; readonly remaining: number })[] {
    return this.#pending.map(({ fault, waiting, remaining }) => ({ ...fault, waiting, remaining }));
  }

  /** The faults that hit this request. Each pending fault counts every request it matches. */
  take(method: string, path: string): Fault['fault'][] {
    const hits: Fault['fault'][] = [];
    for (const pending of this.#pending) {
      if (!pending.matches(method, path)) continue;
      if (pending.waiting > 0) pending.waiting -= 1;
      else {
        pending.remaining -= 1;
        hits.push(pending.fault.fault);
      }
    }
    this.#pending = this.#pending.filter(({ remaining }) => remaining > 0);
    return hits;
  }
}

function matcher({ method, path }: Fault['match']): PendingFault['matches'] {
  const wantedMethod = method?.toUpperCase();
  const hasPath = pathMatcher(path ?? '');
  return (actual, actualPath) =>
    (wantedMethod === undefined || wantedMethod === actual) && hasPath(actualPath);
}

function pathMatcher(wanted: string): (path: string) => boolean {
  const expression = pathExpression(wanted);
  if (expression) return (path) => expression.test(path);
  return (path) => path.toLowerCase().includes(wanted.toLowerCase());
}
