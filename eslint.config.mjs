import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Node's own modules are for hosts, the sandbox and tests: neutral packages also run in a browser. */
const nodeModules = {
  group: ['node:*'],
  message: 'This package is platform-neutral: take what you need through a port.',
};
const containerOnly = {
  group: ['inversify', 'reflect-metadata'],
  message: 'Only core/src/plugin knows the container.',
};
const httpOnly = { group: ['axios'], message: 'Only core/src/http knows axios: use the HttpClient port.' };
const sqlOnly = {
  group: ['libsql'],
  message: 'Only core/src/state/sqlite knows libsql: use the StateStore port.',
};
const engineEntry = {
  group: ['@quotebridge/core', '!@quotebridge/core/plugin'],
  message: 'A plugin imports @quotebridge/core/plugin, never the engine.',
};

const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

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
            { sourceTag: 'type:sandbox', onlyDependOnLibsWithTags: [] },
            {
              sourceTag: 'type:host',
              onlyDependOnLibsWithTags: ['type:engine', 'type:pure', 'type:adapter', 'type:sandbox'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/mapping-rules/src/**/*.ts', '**/mapping-rules/src/**/*.ts', 'src/**/*.ts'],
    rules: restrict(containerOnly, httpOnly, sqlOnly),
  },
  prettier,
);
