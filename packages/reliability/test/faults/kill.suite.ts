import { expect } from 'chai';
import type { CaseResult } from '../../src/faults/case-result.js';
import { KilledScenario } from '../../src/faults/killed-scenario.js';
import { writeResults } from '../../src/faults/result-file.js';
import { scenarios } from '../../src/faults/scenario.js';

// Prepared before the tests are named: each request of the undisturbed push gets a test.
const prepared: KilledScenario[] = [];
for (const scenario of await scenarios()) prepared.push(await KilledScenario.prepare(scenario));
const results: CaseResult[] = [];

after(async () => {
  for (const scenario of prepared) await scenario[Symbol.asyncDispose]();
});

for (const killed of prepared) {
  describe(`A push that is killed (${killed.scenario.name}) ends as an undisturbed one when it is run again`, () => {
    for (const when of ['before', 'after'] as const) {
      for (const [index, request] of killed.requests.entries()) {
        it(`killed ${when} request ${index + 1}, ${request}, was carried out`, async () => {
          const { differences, ...result } = await killed.kill(index + 1, when);
          results.push(result);
          writeResults('kills', { kind: 'faults', cases: results });
          expect(result.outcomes[1]).to.be.oneOf(['written', 'unchanged']);
          expect(differences).to.deep.equal([]);
          expect(result.duplicates).to.equal(0);
          expect(result.proven, 'the money').to.equal(true);
        });
      }
    }
  });
}
