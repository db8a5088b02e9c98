import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checked } from './checked.js';
import { findChromium, openInChromium } from './chromium.js';
import { packageBundle } from './package-modules.js';
import { serveStrictPage } from './strict-page.js';

describe('the package where code may not be made', () => {
  it('runs in a process that refuses eval', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mapping-rules-bundle-'));
    try {
      for (const entry of ['index', 'tools']) {
        writeFileSync(join(folder, `${entry}.mjs`), (await packageBundle(`${entry}.ts`)).text);
      }
      writeFileSync(join(folder, 'check.mjs'), readFileSync(new URL('check-in-page.js', import.meta.url)));
      const main =
        "import * as rules from './index.mjs'; import * as tools from './tools.mjs'; import { check } from './check.mjs';";
      writeFileSync(
        join(folder, 'main.mjs'),
        `${main} console.log(JSON.stringify(check({ ...rules, ...tools })));`,
      );
      const parameters = ['--disallow-code-generation-from-strings', join(folder, 'main.mjs')];
      const { stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
      expect(stderr).to.equal('');
      expect(JSON.parse(stdout)).to.deep.equal(checked);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('runs in a browser by plain import, with a policy that allows modules of the page alone', async function () {
    const chromium = findChromium();
    if (chromium === undefined) {
      console.log('        no Chromium on this machine (CHROME_PATH names one)');
      this.skip();
    }
    await using page = await serveStrictPage();
    using browser = openInChromium(chromium, page.address);
    expect(await Promise.race([page.answer, browser.ended])).to.deep.equal({
      found: checked,
      // The only one is the page's own attempt to make code.
      violations: ['script-src eval'],
    });
  });
});

describe('the package by itself', () => {
  for (const entry of ['index.ts', 'tools.ts', 'data-link.ts', 'codegen.ts', 'reference.ts']) {
    it(`imports nothing but its own modules: ${entry}`, async () => {
      const { inputs, outside } = await packageBundle(entry);
      expect(inputs).to.include(entry);
      expect(inputs.filter((path) => path.startsWith('..'))).to.deep.equal([]);
      expect(outside).to.deep.equal([]);
    });
  }

  it('has no dependency', () => {
    const description = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as Record<string, unknown>;
    const kinds = ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundledDependencies'];
    expect(kinds.filter((kind) => kind in description)).to.deep.equal([]);
  });
});
