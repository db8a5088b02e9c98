// Mocha's own `spec` output, plus test-results/mocha.json: the counts, from which `npm test` makes its closing line, and
// the titles of the tests that failed.
const { mkdirSync, writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      const failedTests = this.failures.map((test) => test.fullTitle());
      mkdirSync('test-results', { recursive: true });
      writeFileSync(
        'test-results/mocha.json',
        `${JSON.stringify({ passed, failed, skipped, failedTests })}\n`,
      );
    });
  }
};
