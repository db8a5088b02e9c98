import type { JsonValue } from '../base/json.js';
import type { KeptField } from '../plan/operation.js';
import type { OwnershipTable } from '../plan/ownership.js';
import type { Reason, Reasons } from '../plan/reason.js';
import type { Explanation } from './explanation.js';

/** By field; values of DataLink and of product classification each under a name of their own: `linked.CFRegion`. */
export type Values = Readonly<Record<string, JsonValue>>;

/** A record or a line of a plan as something that can be asked about. */
export interface Subject {
  /** By which it can be addressed; the first one is its own. */
  readonly names: readonly [string, ...string[]];
  readonly label: string;
  readonly action: Explanation['action'];
  /** Why the record itself is what it is. */
  readonly reason?: Reason | undefined;
  /** Every value as the document wants it. */
  readonly wanted?: Values;
  /** Fields that are written now. */
  readonly written?: readonly string[];
  /** What stands in the PSA, as far as the plan knows it. */
  readonly before?: Values;
  readonly kept?: readonly KeptField[];
  readonly reasons?: Reasons;
  /** Whose ownership holds; absent: that of no record. */
  readonly record?: keyof OwnershipTable;
}

/** Values that hold values of their own, each of which was decided by itself. */
const spread = ['linked', 'classification'];

/** What a record holds, field by field. */
export function valuesOf(fields: object | undefined): Values {
  return Object.fromEntries(
    Object.entries(fields ?? {}).flatMap(([field, value]: [string, JsonValue | undefined]) => {
      if (value === undefined) return [];
      if (!spread.includes(field) || value === null || typeof value !== 'object') return [[field, value]];
      return Object.entries(value).map(([name, each]: [string, JsonValue]) => [`${field}.${name}`, each]);
    }),
  );
}
