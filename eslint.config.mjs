import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/**
 * What may be imported from where, by names of modules. The project graph (`@nx/enforce-module-boundaries`) watches over
 * the packages; this watches over the modules, inside a package too, for `import`, `export … from` and `import()`.
 */
const restrict = (...rules) => ({
  'no-restricted-imports': ['error', { patterns: rules.map(({ regex, message }) => ({ regex, message })) }],
  'no-restricted-syntax': [
    'error',
    ...rules.map(({ regex, message }) => ({
      selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
      message,
    })),
  ],
});

const builtins =
  'assert|async_hooks|buffer|child_process|cluster|crypto|dns|events|fs|http|http2|https|module|net|os|path|process|stream|tls|tty|url|util|v8|vm|worker_threads|zlib';
const nodeModules = {
  regex: `^(node:|(${builtins})(/|$))`,
  message: 'This package is platform-neutral: take what you need through a port.',
};
const containerOnly = {
  regex: '^(inversify|reflect-metadata)(/|$)',
  message: 'Only core/src/plugin knows the container.',
};
const httpOnly = {
  regex: '^axios(/|$)',
  message: 'Only core/src/http knows axios: use the HttpClient port.',
};
const sqlOnly = {
  regex: '^libsql(/|$)',
  message: 'Only core/src/state/sqlite knows libsql: use the StateStore port.',
};
const pluginEntry = {
  regex: '^@quotebridge/(?!core/plugin$)',
  message: 'A plugin imports @quotebridge/core/plugin, never the engine or another plugin.',
};
const rulesOnly = {
  regex: '^@quotebridge/(?!mapping-rules(/(data-link|tools))?$)',
  message: 'The core imports no package of ours but the mapping rules.',
};
const coreOnly = { regex: '^@quotebridge/(?!core(/|$))', message: 'The test kit imports the core alone.' };
const hostEntry = {
  regex: '^@quotebridge/(?!core$)',
  message: 'A package that makes documents imports the core alone, as a host does.',
};
const nothingOfOurs = {
  regex: '^@quotebridge/',
  message: 'The sandbox shares nothing with the packages that are tested against it.',
};
const shared = {
  regex: '^@quotebridge/',
  message: 'What commands share knows nothing of what they do.',
};
const rulesCommand = {
  regex: '^@quotebridge/(?!(mapping-rules|command-line)(/|$))',
  message:
    'The mapping-rules command knows the rules and nothing else of ours: it is for people without a PSA.',
};
const nothing = { regex: '^[^.]', message: 'The mapping rules import nothing, so that they run anywhere.' };
const elsewhere = [containerOnly, httpOnly, sqlOnly];

/** Globals of one platform: neutral packages run in a browser and in Node alike. */
const neutralGlobals = {
  'no-restricted-globals': [
    'error',
    ...['window', 'document', 'process', 'Buffer'].map((name) => ({
      name,
      message: 'This package is platform-neutral.',
    })),
  ],
};

export default tseslint.config(
  { ignores: ['**/dist', '**/test-results', '**/.nx', '**/fixtures/forbidden-imports/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.spec.json'], tsconfigRootDir: process.cwd() },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/require-await': 'off',
      // Leaving a property out by destructuring is the clearest way to do it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    files: ['**/src/**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          banTransitiveDependencies: true,
          depConstraints: [
            { sourceTag: 'type:pure', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
            { sourceTag: 'type:engine', onlyDependOnLibsWithTags: ['type:pure'] },
            {
              sourceTag: 'type:adapter',
              onlyDependOnLibsWithTags: ['type:engine'],
              bannedExternalImports: ['inversify', 'reflect-metadata', 'axios', 'ajv', 'libsql'],
            },
            { sourceTag: 'type:testkit', onlyDependOnLibsWithTags: ['type:engine'] },
            { sourceTag: 'type:document', onlyDependOnLibsWithTags: ['type:engine'] },
            { sourceTag: 'type:sandbox', onlyDependOnLibsWithTags: [] },
            { sourceTag: 'type:presentation', onlyDependOnLibsWithTags: [] },
            {
              sourceTag: 'type:host',
              onlyDependOnLibsWithTags: [
                'type:engine',
                'type:pure',
                'type:adapter',
                'type:document',
                'type:sandbox',
                'type:presentation',
              ],
            },
            // Private suites over everything else; nothing may depend on them.
            { sourceTag: 'type:reliability', onlyDependOnLibsWithTags: ['*'] },
            { sourceTag: 'type:benchmarks', onlyDependOnLibsWithTags: ['*'] },
          ],
        },
      ],
    },
  },
  {
    files: [
      'packages/{core,mapping-rules,adapter-testkit}/src/**/*.ts',
      'packages/*-{adapter,source}/src/**/*.ts',
    ],
    rules: neutralGlobals,
  },
  { files: ['packages/mapping-rules/src/**/*.ts'], rules: restrict(nothing) },
  { files: ['packages/core/src/**/*.ts'], rules: restrict(nodeModules, rulesOnly, ...elsewhere) },
  {
    files: ['packages/core/src/plugin/**/*.ts'],
    rules: restrict(nodeModules, rulesOnly, httpOnly, sqlOnly),
  },
  {
    files: ['packages/core/src/http/**/*.ts'],
    rules: restrict(nodeModules, rulesOnly, containerOnly, sqlOnly),
  },
  {
    files: ['packages/core/src/state/sqlite/**/*.ts'],
    rules: restrict(nodeModules, rulesOnly, containerOnly, httpOnly),
  },
  {
    files: ['packages/*-{adapter,source}/src/**/*.ts'],
    rules: restrict(nodeModules, pluginEntry, ...elsewhere),
  },
  { files: ['packages/adapter-testkit/src/**/*.ts'], rules: restrict(nodeModules, coreOnly, ...elsewhere) },
  { files: ['packages/*-pdf/src/**/*.ts'], rules: restrict(hostEntry, ...elsewhere) },
  { files: ['packages/*-sandbox/src/**/*.ts'], rules: restrict(nothingOfOurs, ...elsewhere) },
  { files: ['packages/*-host/src/**/*.ts'], rules: restrict(...elsewhere) },
  { files: ['packages/command-line/src/**/*.ts'], rules: restrict(shared, ...elsewhere) },
  { files: ['packages/mapping-rules-cli/src/**/*.ts'], rules: restrict(rulesCommand, ...elsewhere) },
  prettier,
);
