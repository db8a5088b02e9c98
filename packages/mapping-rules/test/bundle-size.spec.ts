import { build } from 'esbuild';
import { expect } from 'chai';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** One entry as a browser loads it: everything in one minified file. */
async function bundled(
  entry: string,
): Promise<{ readonly text: string; readonly imports: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    metafile: true,
  });
  const imports = Object.values(metafile.inputs).flatMap(({ imports: all }) =>
    all.filter(({ external }) => external === true).map(({ path }) => path),
  );
  return { text: outputFiles[0]?.text ?? '', imports };
}

describe('the package as a browser loads it', () => {
  it('has at most 20 kB, minified and gzipped, to compile and run rules', async () => {
    const { text } = await bundled('index');
    expect(text).to.contain('rules.unknownKey');
    expect(gzipSync(text, { level: 9 }).length).to.be.at.most(20_000);
  });

  it('depends on nothing and generates no code', async () => {
    for (const entry of ['index', 'tools', 'data-link', 'reference']) {
      const { text, imports } = await bundled(entry);
      expect(imports, entry).to.deep.equal([]);
      expect(text, entry).not.to.match(/\beval\(|\bFunction\(|\brequire\(|\bprocess\.|\bimport\(/);
    }
  });
});
