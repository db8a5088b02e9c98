import { asking } from './ask-field.js';
import { titleOf, type SettingField } from './setting-field.js';
import { isObject } from './plain-object.js';
import type { JsonValue } from '@quotebridge/core';
import { input, password } from '@inquirer/prompts';

/**
 * Asks where a secret stands, never for the secret itself. Only the made-up secret of a server on this machine may
 * stand in the configuration.
 */
export async function askSecret(
  field: SettingField,
  current: JsonValue | undefined,
  serverIsLocal: boolean,
): Promise<JsonValue | undefined> {
  if (serverIsLocal) {
    const value = await password(
      { message: `${titleOf(field)} (empty: from an environment variable):` },
      asking,
    );
    if (value !== '') return value;
  }
  const known =
    isObject(current) && typeof current['env'] === 'string' ? current['env'] : variableName(field);
  const name = await input(
    {
      message: `${titleOf(field)}: name of the environment variable that holds it:`,
      default: known,
      validate: (text) =>
        /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) || 'A name such as HALO_SECRET, not the secret itself.',
    },
    asking,
  );
  return { env: name };
}

/** `clientSecret` → `QUOTEBRIDGE_CLIENT_SECRET`. */
function variableName({ path }: SettingField): string {
  const words = (path.at(-1) ?? 'secret').replace(/([a-z])([A-Z])/g, '$1_$2');
  return `QUOTEBRIDGE_${words.toUpperCase()}`;
}
