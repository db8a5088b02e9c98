import { QuotebridgeError } from '@quotebridge/core';

/** Name under which this machine's keyring keeps our secrets; the reference's name is the account. */
const service = 'quotebridge';

/** A secret of the operating system's keyring (Keychain, Credential Manager, Secret Service). */
export async function keyringSecret(name: string): Promise<string | undefined> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return (await new AsyncEntry(service, name).getPassword()) ?? undefined;
  } catch (error) {
    // Nothing stored under that name is the caller's message, which names the setting.
    if (error instanceof Error && /no matching entry/i.test(error.message)) return undefined;
    throw new QuotebridgeError('settings.invalid', 'The keyring of this machine cannot be used.', {
      faults: [
        {
          at: `keyring ${name}`,
          value: error instanceof Error ? error.message.slice(0, 200) : 'unknown reason',
          expected: `a running keyring with an entry of service “${service}” and account “${name}”`,
        },
      ],
      next: 'Start the keyring, or use { env: NAME } or { file: PATH } for this secret.',
    });
  }
}
