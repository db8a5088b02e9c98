import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installedPackages, type PackageDescription } from './installed-packages.js';

const run = promisify(execFile);

/** What npm says about a package that it has packed. */
interface Packed {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly integrity: string;
}

/**
 * A registry on this machine with packages of this repository, packed as they would be published, and all that they need.
 * What npm installs from it is what a stranger gets.
 */
export interface LoopbackRegistry extends AsyncDisposable {
  readonly address: string;
}

/** @param folder takes the packed files */
export async function serveRegistry(folder: string, names: readonly string[]): Promise<LoopbackRegistry> {
  const packages = installedPackages(names);
  const packed = await pack([...packages.keys()], folder);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    const file = packed.find(({ filename }) => path === `-/${filename}`);
    const versions = packed.filter(({ name }) => name === path);
    if (file !== undefined) response.end(readFileSync(join(folder, file.filename)));
    else {
      response.statusCode = versions.length === 0 ? 404 : 200;
      const address = `http://${request.headers.host ?? ''}/`;
      response.end(JSON.stringify(answer(path, versions, [...packages.values()], address)));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** What a registry says about a package. */
function answer(
  name: string,
  packed: readonly Packed[],
  described: readonly PackageDescription[],
  address: string,
): unknown {
  const versions = packed.map(({ version, filename, integrity }) => ({
    ...described.find((each) => each.name === name && each.version === version),
    dist: { tarball: `${address}-/${filename}`, integrity },
  }));
  return {
    name,
    'dist-tags': { latest: packed[0]?.version },
    versions: Object.fromEntries(versions.map((each, index) => [packed[index]?.version ?? '', each])),
  };
}

async function pack(folders: readonly string[], target: string): Promise<readonly Packed[]> {
  const parameters = ['pack', '--json', '--pack-destination', target, ...folders];
  const { stdout } = await run('npm', parameters, { cwd: target, env: quietNpm(target), maxBuffer: 1e8 });
  return Object.values<Packed>(JSON.parse(stdout) as readonly Packed[]);
}

/** npm that asks nobody but the registry that it is given, runs no scripts, and writes nowhere but into the folder. */
export function quietNpm(folder: string, registry = 'http://127.0.0.1:9/'): Readonly<Record<string, string>> {
  return {
    PATH: `${join(folder, 'global', 'bin')}:${process.env['PATH'] ?? ''}`,
    HOME: folder,
    npm_config_registry: registry,
    npm_config_cache: join(folder, 'cache'),
    npm_config_prefix: join(folder, 'global'),
    npm_config_userconfig: join(folder, 'npmrc'),
    npm_config_globalconfig: join(folder, 'global-npmrc'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_ignore_scripts: 'true',
    npm_config_update_notifier: 'false',
  };
}
