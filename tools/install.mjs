// Installs what the lock file names, when node_modules is missing or holds something else.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

export async function install() {
  if (isInstalled()) return;
  await run('Installing from the lock file', 'npm', ['ci', '--no-audit', '--no-fund']);
}

/** npm writes down what it has installed; that is compared with the lock file, package by package. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || !path.includes('node_modules/')) return true;
    const found = installed[path];
    // Binaries for other machines are optional and stay away.
    if (found === undefined) return optional === true;
    return link === true || found.version === version;
  });
}

function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}
