import type { Contestant } from '../../measure/contestant.js';
import type { MacroWorkload } from '../macro-workload.js';
import { templateOf } from '../template-of.js';

export const stringTemplateContestant: Contestant<MacroWorkload> = {
  name: 'string-template',
  kind: 'peer',
  package: 'string-template',
  use: 'compiled once with `inline`, which generates code; knows no nested names, so it is given all fields in one object',
  cannot: ({ pieces }) => (pieces === undefined ? 'has neither alternatives nor filters' : undefined),
  async load() {
    const { default: compile } = await import('string-template/compile.js');
    return (workload) =>
      compile(templateOf(workload, 'string-template', (_, field) => `{${field}}`) ?? '', true);
  },
};
