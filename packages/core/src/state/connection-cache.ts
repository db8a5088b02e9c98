import type { JsonValue } from '../base/json.js';

/**
 * Small facts of one connection that outlive the process and are shared by all processes of the state: lists, the
 * address of the token endpoint. Never a secret in the clear: seal it first.
 */
export interface ConnectionCache {
  get(key: string): Promise<JsonValue | undefined>;
  /** Kept until that many milliseconds have passed. */
  set(key: string, value: JsonValue, milliseconds: number): Promise<void>;
  delete(key: string): Promise<void>;
}
