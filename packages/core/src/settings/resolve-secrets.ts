import { hideSecrets, type HideSecrets } from '../base/hide-secrets.js';
import type { JsonObject, JsonValue } from '../base/json.js';
import { Secret } from '../base/secret.js';
import type { SecretReference } from '../engine/engine-types.js';
import { QuotebridgeError, type InputFault } from '../errors/quotebridge-error.js';
import { isLoopback } from '../http/server-url.js';
import { asObject } from './settings-schema.js';

export type SecretResolver = (reference: SecretReference) => Promise<string | undefined>;

/**
 * Takes the secrets out of settings: wherever the schema says `writeOnly`, a reference (`{ env: NAME }`,
 * `{ file: PATH }`, `{ keyring: NAME }`) is replaced by a `Secret`. Until that has happened, the place holds a
 * placeholder text, so that the settings can be validated without knowing any secret.
 */
export class SettingsSecrets {
  readonly #references: readonly FoundReference[];
  readonly faults: readonly InputFault[];
  /** The settings with a placeholder in each secret's place. */
  readonly withoutSecrets: JsonObject;

  constructor(schema: JsonObject, settings: JsonObject) {
    const found: FoundReference[] = [];
    const faults: InputFault[] = [];
    const loopback = settingsAreLocal(settings);
    this.withoutSecrets = walk(schema, settings, [], (path, value) => {
      const reference = parseReference(value);
      if (reference !== undefined) {
        found.push({ path, reference });
      } else if (typeof value === 'string' && loopback) {
        found.push({ path, literal: value });
      } else {
        faults.push({
          at: pointer(path),
          expected:
            'a reference such as { env: NAME }, { file: PATH } or { keyring: NAME }; a secret itself is only taken for a server on this machine',
        });
      }
      return placeholder;
    }) as JsonObject;
    this.#references = found;
    this.faults = faults;
  }

  /** The validated settings with their secrets in place, and what hides those in other texts. @throws `settings.invalid` naming what is missing */
  async resolve(
    validated: JsonObject,
    resolver: SecretResolver,
  ): Promise<{ readonly settings: JsonObject; readonly hide: HideSecrets }> {
    const found: string[] = [];
    const result = structuredClone(validated) as { [key: string]: unknown };
    const faults: InputFault[] = [];
    for (const { path, reference, literal } of this.#references) {
      const value = literal ?? (reference === undefined ? undefined : await resolver(reference));
      if (value === undefined || value === '') {
        faults.push({
          at: pointer(path),
          expected: `a secret in ${describe(reference)}, which is not there or empty`,
        });
      } else {
        found.push(value);
        setAt(result, path, new Secret(value));
      }
    }
    if (faults.length > 0) {
      const places = faults.map((fault) => `${fault.at}: expected ${fault.expected}`).join('; ');
      throw new QuotebridgeError('settings.invalid', `A secret is missing: ${places}.`, {
        faults,
        next: 'Set it, then run again. Its value is never written down by Quotebridge.',
      });
    }
    return { settings: result as JsonObject, hide: hideSecrets(found) };
  }
}

interface FoundReference {
  readonly path: readonly string[];
  readonly reference?: SecretReference;
  readonly literal?: string;
}

const placeholder = 'secret';

function walk(
  schema: JsonObject,
  value: JsonValue | undefined,
  path: readonly string[],
  onSecret: (path: readonly string[], value: JsonValue) => JsonValue,
): JsonValue | undefined {
  if (value === undefined) return undefined;
  if (schema['writeOnly'] === true) return onSecret(path, value);
  const properties = asObject(schema['properties']);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      Object.hasOwn(properties, name)
        ? walk(asObject(properties[name]), entry, [...path, name], onSecret)
        : entry,
    ]),
  ) as JsonObject;
}

function parseReference(value: JsonValue): SecretReference | undefined {
  const entries = Object.entries(asObject(value));
  const [kind, name] = entries[0] ?? [];
  if (entries.length !== 1 || typeof name !== 'string' || name === '') return undefined;
  if (kind === 'env') return { env: name };
  if (kind === 'file') return { file: name };
  if (kind === 'keyring') return { keyring: name };
  return undefined;
}

function describe(reference: SecretReference | undefined): string {
  if (reference === undefined) return 'the configuration';
  if ('env' in reference) return `the environment variable ${reference.env}`;
  if ('file' in reference) return `the file ${reference.file}`;
  return `the keyring entry ${reference.keyring}`;
}

function settingsAreLocal(settings: JsonObject): boolean {
  const url = asObject(settings['account'])['serverUrl'];
  if (typeof url !== 'string') return false;
  try {
    return isLoopback(new URL(url).hostname);
  } catch {
    return false;
  }
}

function setAt(target: { [key: string]: unknown }, path: readonly string[], value: Secret): void {
  let place = target;
  for (const name of path.slice(0, -1)) place = place[name] as { [key: string]: unknown };
  const last = path.at(-1);
  if (last !== undefined) place[last] = value;
}

function pointer(path: readonly string[]): string {
  return `/settings/${path.join('/')}`;
}
