// `npm run reference`: writes docs/mapping-rules-reference.md from what the package says about itself.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root, run } from './run.mjs';

await run('Building', 'npx', ['nx', 'build', 'mapping-rules']);
const { referencePage } = await import('../packages/mapping-rules/dist/reference.js');
const target = join(root, 'docs', 'mapping-rules-reference.md');
const options = await resolveConfig(target);
writeFileSync(target, await format(referencePage(), { ...options, parser: 'markdown' }));
console.log('docs/mapping-rules-reference.md written');
