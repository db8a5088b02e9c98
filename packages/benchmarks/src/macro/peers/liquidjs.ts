import type { Contestant } from '../../measure/contestant.js';
import type { MacroWorkload } from '../macro-workload.js';
import { templateOf } from '../template-of.js';

export const liquidContestant: Contestant<MacroWorkload> = {
  name: 'liquidjs',
  kind: 'peer',
  package: 'liquidjs',
  use: 'parsed once, rendered synchronously; does not escape',
  async load() {
    const { Liquid } = await import('liquidjs');
    const liquid = new Liquid();
    return (workload) => {
      const text = templateOf(workload, 'liquidjs', (area, field) => `{{ ${area}.${field} }}`) ?? '';
      const templates = liquid.parse(text);
      return (scope: object) => liquid.renderSync(templates, scope) as string;
    };
  },
};
