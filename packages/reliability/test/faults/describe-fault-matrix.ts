import { expect } from 'chai';
import type { CaseResult } from '../../src/faults/case-result.js';
import { DisturbedScenario } from '../../src/faults/disturbed-scenario.js';
import type { FaultKind } from '../../src/faults/fault-kind.js';
import { writeResults } from '../../src/faults/result-file.js';
import { scenarioNamed } from '../../src/faults/scenario.js';

/**
 * A test for each fault at each request of the undisturbed push, which is made before the tests are named.
 *
 * @param results name of the file that the results go to
 */
export async function describeFaultMatrix(
  results: string,
  scenario: string,
  kinds: readonly FaultKind[],
): Promise<void> {
  const disturbed = await DisturbedScenario.prepare(await scenarioNamed(scenario));
  const cases: CaseResult[] = [];

  describe(`A disturbed ${scenario} ends as an undisturbed one`, () => {
    after(async () => {
      await disturbed[Symbol.asyncDispose]();
    });

    for (const kind of kinds) {
      describe(`with “${kind.name}”`, () => {
        for (const [index, request] of disturbed.requests.entries()) {
          it(`at request ${index + 1}, ${request}`, async () => {
            const { differences, ...result } = await disturbed.disturb(index + 1, kind);
            cases.push(result);
            writeResults(results, { kind: 'faults', cases });
            expect(differences, result.outcomes.join(', ')).to.deep.equal([]);
            expect(result.duplicates).to.equal(0);
            expect(result.proven, 'the money').to.equal(true);
          });
        }
      });
    }
  });
}
