import type { Contestant } from '../../measure/contestant.js';
import type { MacroWorkload } from '../macro-workload.js';
import { templateOf } from '../template-of.js';

export const micromustacheContestant: Contestant<MacroWorkload> = {
  name: 'micromustache',
  kind: 'peer',
  package: 'micromustache',
  use: 'compiled once',
  cannot: ({ pieces }) => (pieces === undefined ? 'has neither alternatives nor filters' : undefined),
  async load() {
    const { compile } = await import('micromustache');
    return (workload) => {
      const text = templateOf(workload, 'micromustache', (area, field) => `{{${area}.${field}}}`) ?? '';
      const { render } = compile(text);
      return (scope: object) => render(scope);
    };
  },
};
