import type { Contestant } from '../../measure/contestant.js';
import type { MacroWorkload } from '../macro-workload.js';
import { templateOf } from '../template-of.js';

export const mustacheContestant: Contestant<MacroWorkload> = {
  name: 'mustache',
  kind: 'peer',
  package: 'mustache',
  use: 'parsed once, its tokens rendered; `{{{ }}}` does not escape',
  cannot: ({ pieces }) => (pieces === undefined ? 'has neither alternatives nor filters' : undefined),
  async load() {
    const { default: mustache } = await import('mustache');
    const writer = new mustache.Writer();
    return (workload) => {
      const text = templateOf(workload, 'mustache', (area, field) => `{{{${area}.${field}}}}`) ?? '';
      const tokens = writer.parse(text);
      return (scope: object) => writer.renderTokens(tokens, new mustache.Context(scope), undefined, text);
    };
  },
};
