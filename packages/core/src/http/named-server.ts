import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { isPrivateAddress, isPrivateHost } from './private-network.js';

/** All IP addresses of a host name; how is the host's affair, because not every platform can tell. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

export interface NamedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * Looks at an address that no person has configured but a server has named, such as that of its authorisation server:
 * a server of the internet must not lead us, with a secret, into the network that we are in. A server that stands in
 * such a network itself may.
 *
 * @returns the addresses to connect to, so that the name is not resolved to others afterwards; undefined: as usual.
 * @throws `remote.unexpected`; nothing was sent then.
 */
export async function guardNamedServer(
  url: string,
  namedBy: string,
  resolveHost: ResolveHost | undefined,
): Promise<readonly NamedAddress[] | undefined> {
  const named = new URL(url).hostname;
  const home = new URL(namedBy).hostname;
  if (named === home) return undefined;
  if (isPrivateHost(home)) return undefined;
  if (isPrivateHost(named) && !(await resolvesToPrivate(home, resolveHost))) throw refused(url, namedBy);
  const addresses = await addressesOf(named, resolveHost);
  if (addresses.some(isPrivateAddress) && !(await resolvesToPrivate(home, resolveHost))) {
    throw refused(url, namedBy, addresses.find(isPrivateAddress));
  }
  return addresses.length === 0
    ? undefined
    : addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

async function resolvesToPrivate(hostname: string, resolveHost: ResolveHost | undefined): Promise<boolean> {
  return (await addressesOf(hostname, resolveHost)).some(isPrivateAddress);
}

/** Empty where it cannot be told, as behind a proxy that resolves names itself. */
async function addressesOf(
  hostname: string,
  resolveHost: ResolveHost | undefined,
): Promise<readonly string[]> {
  return (await resolveHost?.(hostname.replace(/^\[|\]$/g, '')).catch(() => undefined)) ?? [];
}

function refused(url: string, namedBy: string, address?: string): QuotebridgeError {
  const { host } = new URL(url);
  const where = address === undefined ? 'which lies' : `which leads to ${address},`;
  return new QuotebridgeError(
    'remote.unexpected',
    `${new URL(namedBy).host} sends us on to ${host}, ${where} in a private network; nothing was sent there.`,
    {
      arrived: 'no',
      next: 'Check that the server URL is the one that people sign in at; if it is, report this to whoever runs that server.',
    },
  );
}
