import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** The package as it is published: a module for each file, by its path (`index.js`, `macro/compile-macro.js`). */
export async function packageModules(): Promise<ReadonlyMap<string, string>> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const { outputFiles } = await build({
    entryPoints: files.filter((name) => name.endsWith('.ts')).map((name) => join(source, name)),
    outbase: source,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(1).replaceAll('\\', '/'), text]));
}

/** An entry and all that it imports in one file, as a page that has a bundler would load it. */
export async function packageBundle(entry: string): Promise<{
  readonly text: string;
  readonly inputs: readonly string[];
  readonly outside: readonly string[];
}> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(source, entry)],
    absWorkingDir: source,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // What is not part of the package stays an import that can be seen.
    packages: 'external',
    metafile: true,
    write: false,
  });
  const outputs = Object.values(metafile.outputs);
  return {
    text: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile.inputs),
    outside: outputs.flatMap(({ imports }) => imports.map(({ path }) => path)),
  };
}
