import { expect } from 'chai';
import type { CaseResult } from '../../src/faults/case-result.js';
import { LostState } from '../../src/faults/lost-state.js';
import { writeResults } from '../../src/faults/result-file.js';
import { scenarios } from '../../src/faults/scenario.js';

const prepared = await Promise.all((await scenarios()).map((scenario) => LostState.prepare(scenario)));
const results: CaseResult[] = [];

after(async () => {
  for (const scenario of prepared) await scenario[Symbol.asyncDispose]();
});

for (const lost of prepared) {
  describe(`A push with a state that is lost or old (${lost.scenario.name}) ends as one with its own`, () => {
    for (const loss of ['state lost', 'backup from before the last push restored'] as const) {
      for (const position of lost.positions) {
        it(`${loss} before push ${position}`, async () => {
          const { differences, ...result } = await lost.lose(loss, position);
          results.push(result);
          writeResults('losses', { kind: 'faults', cases: results });
          expect(differences, result.outcomes.join(', ')).to.deep.equal([]);
          expect(result.duplicates).to.equal(0);
          expect(result.proven, 'the money').to.equal(true);
        });
      }
    }
  });
}
