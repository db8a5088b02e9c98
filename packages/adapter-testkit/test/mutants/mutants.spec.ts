import { expect } from 'chai';
import { checkGroups } from '../../src/index.js';
import { memoryPackage } from '../memory-package.js';
import { memorySubject } from '../memory-subject.js';
import { mutated } from './mutant.js';
import { detailMutants } from './detail-mutants.js';
import { fieldMutants } from './field-mutants.js';
import { itemMutants } from './item-mutants.js';
import { readingMutants } from './reading-mutants.js';
import { runSuite } from './run-suite.js';
import { twoMachineMutants } from './two-machine-mutants.js';
import { withoutMutant } from './without-mutant.js';
import { writingMutants } from './writing-mutants.js';

const mutants = [
  ...readingMutants,
  ...writingMutants,
  ...itemMutants,
  ...detailMutants,
  ...fieldMutants,
  ...twoMachineMutants,
];

describe('an adapter with one mistake', () => {
  it('exists for each check but these', () => {
    const noticed = new Set(mutants.flatMap(({ fails }) => fails));
    const every = checkGroups.flatMap(({ checks }) => checks.map(({ id }) => id));
    expect(every.filter((id) => !noticed.has(id))).to.deep.equal(withoutMutant);
  });

  for (const mutant of mutants) {
    it(`that ${mutant.mistake} fails ${mutant.fails.join(', ')}`, async () => {
      const { failed } = await runSuite({
        name: mutant.mistake,
        package: memoryPackage,
        open: async (options) => mutated(memorySubject(options, mutant.habits), mutant),
        patience: 300,
      });
      expect(failed).to.deep.equal(mutant.fails);
    });
  }
});
