import type { PlanOptions } from '../engine/engine-types.js';

/** What is going to be refused asks no questions. */
export function withoutAsking({ ask: _, ...options }: PlanOptions): PlanOptions {
  return options;
}
