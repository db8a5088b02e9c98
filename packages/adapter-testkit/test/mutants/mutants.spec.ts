import { expect } from 'chai';
import { memoryPackage } from '../memory-package.js';
import { memorySubject } from '../memory-subject.js';
import { mutated } from './mutant.js';
import { readingMutants } from './reading-mutants.js';
import { runSuite } from './run-suite.js';
import { writingMutants } from './writing-mutants.js';

describe('an adapter with one mistake', () => {
  for (const mutant of [...readingMutants, ...writingMutants]) {
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
