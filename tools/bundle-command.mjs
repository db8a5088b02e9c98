// Bundles a command: what `--help` needs in one small file, each command's work in a chunk that is loaded late.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the package in whose folder it runs.
 *
 * @param {readonly string[]} bundled dependencies that go into the bundle; all others stay packages of their own
 */
export async function bundleCommand(bundled) {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { metafile } = await build({
    metafile: true,
    entryPoints: ['src/main.ts'],
    outdir: 'dist/command',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    legalComments: 'eof',
    packages: 'bundle',
    external: Object.keys(dependencies).filter((name) => !bundled.includes(name)),
    // commander is a CommonJS package: it finds Node's own modules through `require`.
    banner: {
      js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });

  // What an earlier build left is taken away afterwards: a command that runs meanwhile finds its files all the time.
  const built = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const name of readdirSync('dist/command')) if (!built.has(name)) rmSync(`dist/command/${name}`);
}
