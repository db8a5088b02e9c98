import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** What a package says about itself, as far as installing it goes. */
export interface PackageDescription {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Packages of this repository and everything that they need, by the folder that each stands in. */
export function installedPackages(names: readonly string[]): ReadonlyMap<string, PackageDescription> {
  const found = new Map<string, PackageDescription>();
  const add = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    if (found.has(folder)) return;
    const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageDescription;
    found.set(folder, description);
    for (const needed of Object.keys(description.dependencies ?? {})) add(needed, folder);
  };
  for (const name of names) add(name, root);
  return found;
}

/** As Node finds it: in the nearest folder `node_modules`. */
function folderOf(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return realpathSync(folder);
  if (dirname(from) === from) throw new Error(`${name} is not installed`);
  return folderOf(name, dirname(from));
}
