import type { Contestant } from '../../measure/contestant.js';
import type { MacroWorkload } from '../macro-workload.js';
import { templateOf } from '../template-of.js';

export const etaContestant: Contestant<MacroWorkload> = {
  name: 'eta',
  kind: 'peer',
  package: 'eta',
  use: 'compiled once; `autoEscape` and `autoTrim` off',
  async load() {
    const { Eta } = await import('eta');
    const eta = new Eta({ autoEscape: false, autoTrim: false });
    return (workload) => {
      const text = templateOf(workload, 'eta', (area, field) => `<%= it.${area}.${field} %>`) ?? '';
      const template = eta.compile(text).bind(eta);
      return (scope: object) => template(scope);
    };
  },
};
