// `npm run benchmarks`: installs and builds when needed, measures, and writes docs/benchmarks.md and docs/benchmarks.json. Minutes; the
// machine should have nothing else to do. `-- --quick` looks only, and writes nothing.
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, run, show } from './run.mjs';

await install();
await run('Building', 'npx', ['nx', 'run-many', '-t', 'build']);
const quick = process.argv.includes('--quick');
const code = await show('node', ['--import', 'tsx', 'src/run.ts', ...process.argv.slice(2)], {
  cwd: join(root, 'packages', 'benchmarks'),
});
if (!quick)
  await run('Formatting', 'npx', ['prettier', '--write', 'docs/benchmarks.md', 'docs/benchmarks.json']);
process.exitCode = code;
