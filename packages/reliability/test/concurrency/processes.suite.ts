import { expect } from 'chai';
import { Race, type Meeting, type RaceResult } from '../../src/concurrency/race.js';
import { writeResults } from '../../src/faults/result-file.js';
import { scenarios } from '../../src/faults/scenario.js';

/** Where processes with a state each can be made to meet: nothing but the PSA is between them there. */
const gates: Readonly<Record<string, readonly Meeting[]>> = {
  'first push': ['all at /Opportunities', 'all at /Quotation', 'all at /Item', 'all at /Attachment'],
  update: ['all at /Quotation', 'all at /Attachment'],
  conversion: ['all at /Quotation', 'all at /Opportunities'],
};

const results: RaceResult[] = [];

for (const scenario of await scenarios()) {
  describe(`A push by several processes in the same instant (${scenario.name}) leaves what one alone leaves`, () => {
    let race: Race;

    before(async () => {
      race = await Race.prepare(scenario);
    });
    after(() => race[Symbol.asyncDispose]());

    for (const processes of [2, 8]) {
      for (const states of ['one state', 'a state each'] as const) {
        const meetings: readonly Meeting[] =
          states === 'one state' ? ['as they come'] : ['as they come', ...(gates[scenario.name] ?? [])];
        for (const meeting of meetings) {
          it(`${processes} processes, ${states}, ${meeting}`, async () => {
            const { differences, ...result } = await race.run(processes, states, meeting);
            results.push(result);
            writeResults('races', { kind: 'races', cases: results });
            expect(differences, result.outcomes.join(' | ')).to.deep.equal([]);
            expect(result.duplicates).to.equal(0);
            expect(result.proven, 'the money').to.equal(true);
            if (states === 'one state')
              expect(result.outcomes.filter((outcome) => outcome === 'written')).to.have.length(1);
          });
        }
      }
    }
  });
}
