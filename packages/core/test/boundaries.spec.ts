import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect } from 'chai';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const importRules = ['no-restricted-imports', 'no-restricted-syntax', 'no-restricted-globals'];

describe('the boundaries of modules', () => {
  // Only names of modules and globals are looked at here: neither types nor the project graph are needed.
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      tseslint.configs.disableTypeChecked,
      { files: ['**/*.ts'], rules: { '@nx/enforce-module-boundaries': 'off' } },
    ] as unknown as NonNullable<ESLint.Options['overrideConfig']>,
  });

  async function faultsOf(file: string, text: string): Promise<readonly string[]> {
    const [result] = await eslint.lintText(text, { filePath: join(root, 'packages', file) });
    expect(result?.fatalErrorCount, JSON.stringify(result?.messages)).to.equal(0);
    return (result?.messages ?? []).flatMap(({ ruleId }) =>
      ruleId !== null && importRules.includes(ruleId) ? [ruleId] : [],
    );
  }

  const spellings = (name: string): readonly string[] => [
    `import { thing } from '${name}';\nexport const one = thing;\n`,
    `import type { Thing } from '${name}';\nexport type One = Thing;\n`,
    `export * from '${name}';\n`,
    `export const one = import('${name}');\n`,
  ];

  const neutral = [
    'core/src/plan/plan.ts',
    'core/src/index.ts',
    'core/src/http/http-client.ts',
    'core/src/plugin/token.ts',
    'core/src/state/sqlite/schema.ts',
    'mapping-rules/src/index.ts',
    'halopsa-adapter/src/plugin.ts',
    'quotewerks-source/src/plugin.ts',
    'connectwise-adapter/src/plugin.ts',
    'adapter-testkit/src/index.ts',
  ];

  const forbidden: readonly (readonly [string, readonly string[]])[] = [
    ...['node:fs', 'node:fs/promises', 'fs', 'path'].map((name) => [name, neutral] as const),
    ...['inversify', 'reflect-metadata'].map(
      (name) =>
        [
          name,
          [
            'core/src/plan/plan.ts',
            'core/src/http/http-client.ts',
            'core/src/state/sqlite/schema.ts',
            'core/src/index.ts',
            'halopsa-adapter/src/plugin.ts',
            'cli-host/src/main.ts',
          ],
        ] as const,
    ),
    [
      'axios',
      [
        'core/src/plan/plan.ts',
        'core/src/plugin/token.ts',
        'core/src/state/sqlite/schema.ts',
        'halopsa-adapter/src/plugin.ts',
        'cli-host/src/main.ts',
      ],
    ],
    [
      'libsql',
      [
        'core/src/state/state-store.ts',
        'core/src/plugin/token.ts',
        'core/src/http/http-client.ts',
        'halopsa-adapter/src/plugin.ts',
        'cli-host/src/main.ts',
      ],
    ],
    ...[
      '@quotebridge/core',
      '@quotebridge/core/sqlite-state',
      '@quotebridge/quotewerks-source',
      '@quotebridge/mapping-rules',
    ].map((name) => [name, ['halopsa-adapter/src/plugin.ts']] as const),
    [
      '@quotebridge/halopsa-adapter',
      ['quotewerks-source/src/plugin.ts', 'core/src/plan/plan.ts', 'adapter-testkit/src/index.ts'],
    ],
    ['@quotebridge/adapter-testkit', ['core/src/plan/plan.ts']],
    ...['@quotebridge/halopsa-adapter', '@quotebridge/core/plugin', 'axios'].map(
      (name) => [name, ['quote-pdf/src/index.ts']] as const,
    ),
    ...['@quotebridge/core', 'ajv', 'decimal.js', 'node:fs', 'axios'].map(
      (name) => [name, ['mapping-rules/src/index.ts']] as const,
    ),
    ...[
      '@quotebridge/core',
      '@quotebridge/core/plugin',
      '@quotebridge/halopsa-adapter',
      '@quotebridge/mapping-rules',
    ].map((name) => [name, ['halopsa-sandbox/src/index.ts']] as const),
    ...['@quotebridge/core', '@quotebridge/mapping-rules', '@quotebridge/cli-host'].map(
      (name) => [name, ['command-line/src/index.ts']] as const,
    ),
    ...['@quotebridge/core', '@quotebridge/core/plugin', '@quotebridge/quotewerks-source'].map(
      (name) => [name, ['mapping-rules-cli/src/main.ts']] as const,
    ),
  ];
  for (const [name, files] of forbidden) {
    for (const file of files) {
      it(`does not let ${file} import ${name}`, async () => {
        for (const text of spellings(name)) expect(await faultsOf(file, text), text).not.to.deep.equal([]);
      });
    }
  }

  const allowed: readonly (readonly [string, string])[] = [
    ['inversify', 'core/src/plugin/token.ts'],
    ['axios', 'core/src/http/http-client.ts'],
    ['libsql', 'core/src/state/sqlite/schema.ts'],
    ['ajv', 'core/src/settings/settings-schema.ts'],
    ['@quotebridge/mapping-rules', 'core/src/resolve/match-key.ts'],
    ['@quotebridge/core/plugin', 'halopsa-adapter/src/plugin.ts'],
    ['@quotebridge/core/plugin', 'quotewerks-source/src/plugin.ts'],
    ['@quotebridge/core/plugin', 'adapter-testkit/src/index.ts'],
    ['node:fs', 'halopsa-sandbox/src/index.ts'],
    ['node:fs', 'quote-pdf/src/index.ts'],
    ['@quotebridge/core', 'quote-pdf/src/index.ts'],
    ['node:fs', 'cli-host/src/main.ts'],
    ['@quotebridge/core', 'cli-host/src/main.ts'],
    ['@quotebridge/command-line/terminal', 'cli-host/src/main.ts'],
    ['@quotebridge/command-line/terminal', 'mapping-rules-cli/src/main.ts'],
    ['@quotebridge/mapping-rules/tools', 'mapping-rules-cli/src/main.ts'],
    ['node:fs', 'mapping-rules-cli/src/main.ts'],
    ['node:fs', 'command-line/src/index.ts'],
    ['./other.js', 'mapping-rules/src/index.ts'],
  ];
  for (const [name, file] of allowed) {
    it(`lets ${file} import ${name}`, async () => {
      for (const text of spellings(name)) expect(await faultsOf(file, text), text).to.deep.equal([]);
    });
  }

  for (const name of ['window', 'document', 'process', 'Buffer']) {
    it(`knows no global “${name}” in neutral packages`, async () => {
      for (const file of neutral)
        expect(await faultsOf(file, `export const one: unknown = ${name};\n`), file).to.deep.equal([
          'no-restricted-globals',
        ]);
      expect(await faultsOf('cli-host/src/main.ts', `export const one: unknown = ${name};\n`)).to.deep.equal(
        [],
      );
    });
  }

  it('takes a parameter of that name for what it is', async () => {
    const text = 'export const one = (document: string): string => document;\n';
    expect(await faultsOf('core/src/plan/plan.ts', text)).to.deep.equal([]);
  });
});
