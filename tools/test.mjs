// `npm test`: install and build when needed, then format, lint, types and the tests through Nx. The last line counts.
// `npm run test:reliability` (`--reliability`): the suites that take minutes, each fault at each request of a push, and nothing else.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, show } from './run.mjs';

const reliability = process.argv.includes('--reliability');
let passed = 0;
let failed = 0;
/** What failed, said once more at the end: between the first failure and the last line there may be many others. */
const failures = [];

/** One thing that is no test of its own but must not fail. */
async function step(title, command, parameters) {
  process.stdout.write(`\n── ${title}\n`);
  const code = await show(command, parameters);
  if (code !== 0) {
    failed += 1;
    const text = `${title} failed (exit code ${code})`;
    failures.push(text);
    process.stdout.write(`✗ ${text}\n`);
  }
  return code === 0;
}

/** Result files of an earlier run must not be counted; Nx brings back those of tests that it need not repeat. */
function forgetResults() {
  for (const { result } of resultFiles()) rmSync(result, { force: true });
}

/** Adds up what the tests of all packages have written; answers how many failed. */
function countResults() {
  const before = failed;
  for (const { name, tests, result } of resultFiles()) {
    if (!existsSync(tests)) continue;
    if (!existsSync(result)) {
      failed += 1;
      const text = `${name}: its tests did not run to the end`;
      failures.push(text);
      process.stdout.write(`✗ ${text}\n`);
      continue;
    }
    const counts = JSON.parse(readFileSync(result, 'utf8'));
    passed += counts.passed;
    failed += counts.failed;
    for (const title of counts.failedTests ?? []) failures.push(`${name}: ${title}`);
  }
  return failed - before;
}

/** Where the tests of a package are, and what they have written when they ran to the end. */
function resultFiles() {
  const file = (name, tests, result) => ({
    name,
    tests: join(root, 'packages', name, tests),
    result: join(root, 'packages', name, 'test-results', result),
  });
  if (!reliability) return packages().map((name) => file(name, 'test', 'mocha.json'));
  return [file('reliability', 'test', 'mocha-reliability.json')];
}

function packages() {
  return readdirSync(join(root, 'packages'));
}

const nx = ['nx', 'run-many', '--parallel=2', '--outputStyle=static', '-t'];

try {
  await install();
  forgetResults();
  if (await step('Build', 'npx', [...nx, 'build'])) {
    if (!reliability) {
      await step('Format', 'npx', ['prettier', '--check', '.']);
      await step('Lint and types', 'npx', [...nx, 'lint', 'typecheck', '--nxBail=false']);
    }
    process.stdout.write('\n── Tests\n');
    const target = reliability ? 'test-reliability' : 'test';
    const code = await show('npx', [...nx, target, '--nxBail=false']);
    const failedTests = countResults();
    // A failed run is counted by its tests, and by itself only when none of them failed.
    if (code !== 0 && failedTests === 0) {
      failed += 1;
      failures.push(`Tests ended with exit code ${code}`);
    }
  }
} catch (error) {
  failed += 1;
  failures.push(error.message);
}
if (failures.length > 0) {
  process.stdout.write(`\n── Failed\n${failures.map((failure) => `✗ ${failure}\n`).join('')}`);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
