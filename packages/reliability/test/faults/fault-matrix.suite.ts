import { expect } from 'chai';
import type { CaseResult } from '../../src/faults/case-result.js';
import { DisturbedScenario } from '../../src/faults/disturbed-scenario.js';
import { faultKinds } from '../../src/faults/fault-kind.js';
import { writeResults } from '../../src/faults/result-file.js';
import { scenarios } from '../../src/faults/scenario.js';

// Prepared before the tests are named: each request of the undisturbed push gets a test for each fault.
const prepared = await Promise.all(
  (await scenarios()).map((scenario) => DisturbedScenario.prepare(scenario)),
);
const results: CaseResult[] = [];

after(async () => {
  writeResults('faults', { kind: 'faults', cases: results });
  for (const scenario of prepared) await scenario[Symbol.asyncDispose]();
});

for (const disturbed of prepared) {
  describe(`A disturbed ${disturbed.scenario.name} ends as an undisturbed one`, () => {
    for (const kind of faultKinds) {
      describe(`with “${kind.name}”`, () => {
        for (const [index, request] of disturbed.requests.entries()) {
          it(`at request ${index + 1}, ${request}`, async () => {
            const { differences, ...result } = await disturbed.disturb(index + 1, kind);
            results.push(result);
            expect(differences, result.outcomes.join(', ')).to.deep.equal([]);
            expect(result.duplicates).to.equal(0);
            expect(result.proven, 'the money').to.equal(true);
          });
        }
      });
    }
  });
}
