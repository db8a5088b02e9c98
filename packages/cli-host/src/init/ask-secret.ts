import { asking } from './prompting.js';
import { isObject } from './plain-object.js';
import type { Answer } from './draft-settings.js';
import type { SettingField } from './setting-field.js';
import type { JsonValue } from '@quotebridge/core';
import { input, password, select } from '@inquirer/prompts';

type Place = 'env' | 'file' | 'keyring' | 'here';

const questions = {
  env: 'Name of the environment variable:',
  file: 'Path of the file:',
  keyring: 'Name of the entry in the keyring (service “quotebridge”):',
} as const;

/**
 * Asks where a secret stands, never for the secret itself. Only the made-up secret of a server on this machine may
 * stand in the configuration.
 */
export async function askSecret(
  field: SettingField,
  current: JsonValue | undefined,
  serverIsLocal: boolean,
): Promise<Answer> {
  const [[kind, known] = []] = isObject(current) ? Object.entries(current) : [];
  const choices = [
    ...(serverIsLocal
      ? [{ name: 'here: it belongs to a server on this machine', value: 'here' as const }]
      : []),
    { name: 'in an environment variable', value: 'env' as const },
    { name: 'in a file', value: 'file' as const },
    { name: 'in the keyring of this machine', value: 'keyring' as const },
  ];
  const stands = choices.find(({ value }) => value === kind);
  const place: Place = await select(
    {
      message: `${field.title}: where does it stand?`,
      choices,
      ...(stands ? { default: stands.value } : {}),
    },
    asking,
  );
  if (place === 'here') {
    const typed = await password(
      {
        message: `${field.title}${current === undefined ? '' : ' (empty: as before)'}:`,
        validate: (text) => text !== '' || typeof current === 'string' || 'This setting is needed.',
      },
      asking,
    );
    return typed === '' ? 'stay' : { value: typed };
  }
  const preset = place === kind ? known : place === 'env' ? variableName(field) : undefined;
  const name = await input(
    {
      message: questions[place],
      ...(typeof preset === 'string' ? { default: preset } : {}),
      validate: (text) => isName(text, place) || 'A name, not the secret itself.',
    },
    asking,
  );
  return place === kind && name === known ? 'stay' : { value: { [place]: name.trim() } };
}

function isName(text: string, place: Place): boolean {
  return place === 'env' ? /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) : text.trim() !== '';
}

/** `clientSecret` → `QUOTEBRIDGE_CLIENT_SECRET`. */
function variableName({ path }: SettingField): string {
  const words = (path.at(-1) ?? 'secret').replace(/([a-z])([A-Z])/g, '$1_$2');
  return `QUOTEBRIDGE_${words.toUpperCase()}`;
}
