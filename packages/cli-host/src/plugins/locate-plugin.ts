import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';

/**
 * The folder of a plugin: a folder that is named as such (it starts with a dot or is absolute), else a package, seen
 * from the configuration first and from this command second. Packages need not export their package.json.
 */
export function locatePlugin(name: string, configurationFolder: string): string | undefined {
  if (namesFolder(name)) {
    const folder = resolve(configurationFolder, name);
    return existsSync(join(folder, 'package.json')) ? folder : undefined;
  }
  const origins = [join(configurationFolder, 'package.json'), import.meta.url];
  return origins
    .flatMap((origin) => createRequire(origin).resolve.paths(name) ?? [])
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
}

export function namesFolder(name: string): boolean {
  return name.startsWith('.') || isAbsolute(name);
}
