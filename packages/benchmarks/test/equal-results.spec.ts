import { expect } from 'chai';
import { macroContest } from '../src/macro/macro-contest.js';
import type { Contest } from '../src/measure/contest.js';
import { tableContest } from '../src/table/table-contest.js';

/** Whose every answer for this many rows takes long is looked at elsewhere: when the figures are made. */
const mostRows = 1_000;
const lines = 50;

describe('Everybody who is measured', () => {
  for (const workload of macroContest.workloads) {
    it(`gives the same texts: ${workload.title}`, async () => {
      await sameResults(macroContest, workload);
    });
  }
  for (const workload of tableContest.workloads) {
    if (workload.rows.length > mostRows) continue;
    it(`finds the same rows: ${workload.title}`, async () => {
      await sameResults(tableContest, workload);
    });
  }
});

it('The results that are compared differ from each other', () => {
  for (const workload of macroContest.workloads)
    expect(new Set(macroContest.expected(workload)).size, workload.title).to.be.above(50);
  for (const workload of tableContest.workloads) {
    const different = new Set(tableContest.expected(workload)).size;
    expect(different, workload.title).to.equal(
      workload.id === 'unknown' ? 1 : Math.min(51, workload.rows.length + 1),
    );
  }
});

async function sameResults<Workload>(contest: Contest<Workload>, workload: Workload): Promise<void> {
  const expected = contest.expected(workload).slice(0, lines);
  for (const contestant of contest.contestants) {
    if (contestant.cannot?.(workload) !== undefined) continue;
    const run = (await contestant.load())(workload);
    const inputs = contest.inputsOf(contestant, workload).slice(0, lines);
    const results: string[] = [];
    for (const input of inputs) results.push(await run(input as never));
    expect(results, contestant.name).to.deep.equal(expected);
  }
}
