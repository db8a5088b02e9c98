import type { JsonValue } from '@quotebridge/core/plugin';
import type { HaloSettings } from '../settings/halo-settings.js';
import { decodeBase64, encodeBase64 } from '../text/base64.js';
import type { AccessToken } from './access-token.js';

/**
 * Seals a token so that processes can share it through the state without it standing there in the clear: AES-256-GCM
 * under a key that HKDF-SHA-256 derives from the client secret, with a new salt for every entry. Whoever can open it
 * could as well ask for a token.
 */
export async function sealToken(token: AccessToken, settings: HaloSettings): Promise<JsonValue> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await sealKey(settings, salt, 'encrypt');
  const plain = new TextEncoder().encode(JSON.stringify(token));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  return {
    version: 1,
    salt: encodeBase64(salt),
    iv: encodeBase64(iv),
    sealed: encodeBase64(new Uint8Array(sealed)),
  };
}

/** Undefined for anything that cannot be opened: another secret, another application, another form, damage. */
export async function openToken(
  entry: JsonValue | undefined,
  settings: HaloSettings,
): Promise<AccessToken | undefined> {
  if (typeof entry !== 'object' || entry === null || !('sealed' in entry)) return undefined;
  const { salt, iv, sealed } = entry;
  if (typeof salt !== 'string' || typeof iv !== 'string' || typeof sealed !== 'string') return undefined;
  try {
    const key = await sealKey(settings, decodeBase64(salt), 'decrypt');
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: decodeBase64(iv) },
      key,
      decodeBase64(sealed),
    );
    return tokenOf(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    return undefined;
  }
}

/** Everything that decides what a token is good for goes into the key, so a changed setting makes old entries unreadable. */
async function sealKey(
  { server, clientId, clientSecret, tenant, scope }: HaloSettings,
  salt: Uint8Array<ArrayBuffer>,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const text = new TextEncoder();
  const secret = await crypto.subtle.importKey('raw', text.encode(clientSecret.reveal()), 'HKDF', false, [
    'deriveKey',
  ]);
  const info = text.encode(
    JSON.stringify(['quotebridge halopsa token', server, clientId, tenant ?? '', scope]),
  );
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}

function tokenOf(value: unknown): AccessToken | undefined {
  const { value: token, scope, renewAt, endsAt } = value as Partial<AccessToken>;
  return typeof token === 'string' &&
    typeof scope === 'string' &&
    typeof renewAt === 'number' &&
    typeof endsAt === 'number'
    ? { value: token, scope, renewAt, endsAt }
    : undefined;
}
