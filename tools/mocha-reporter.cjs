// Mocha's own `spec` output, plus test-results/mocha.json (or the option `output`): the counts, from which `npm test` makes its closing line, and
// the titles of the tests that failed.
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      const failedTests = this.failures.map((test) => test.fullTitle());
      const output = options.reporterOptions?.output ?? 'test-results/mocha.json';
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(output, `${JSON.stringify({ passed, failed, skipped, failedTests })}\n`);
    });
  }
};
