// Mocha's own `spec` output, plus the counts in test-results/mocha.json, from which `npm test` makes its closing line.
const { mkdirSync, writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      mkdirSync('test-results', { recursive: true });
      writeFileSync('test-results/mocha.json', `${JSON.stringify({ passed, failed, skipped })}\n`);
    });
  }
};
