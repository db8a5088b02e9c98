import { lookup } from 'node:dns/promises';

/** All addresses that this machine would connect to under a name. */
export async function resolveHost(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}
