import { expect } from 'chai';
import type { CaseResult } from '../../src/faults/case-result.js';
import { DyingScenario } from '../../src/faults/dying-scenario.js';
import { writeResults } from '../../src/faults/result-file.js';
import { scenarios } from '../../src/faults/scenario.js';

// Prepared before the tests are named: each write of the state of the undisturbed push gets a test.
const prepared = await Promise.all((await scenarios()).map((scenario) => DyingScenario.prepare(scenario)));
const results: CaseResult[] = [];

after(async () => {
  for (const scenario of prepared) await scenario[Symbol.asyncDispose]();
});

for (const dying of prepared) {
  describe(`A push whose process dies at a write of the state (${dying.scenario.name}) ends as an undisturbed one`, () => {
    for (const when of ['before', 'after'] as const) {
      for (const [index, write] of dying.writes.entries()) {
        it(`just ${when} write ${index + 1}, ${write}`, async () => {
          const { differences, ...result } = await dying.die(index + 1, when);
          results.push(result);
          writeResults('deaths', { kind: 'faults', cases: results });
          expect(differences, result.outcomes.join(', ')).to.deep.equal([]);
          expect(result.duplicates).to.equal(0);
          expect(result.proven, 'the money').to.equal(true);
        });
      }
    }
  });
}
