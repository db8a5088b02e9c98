import type { MacroScope } from '@quotebridge/mapping-rules';
import type { Contestant } from '../measure/contestant.js';
import type { MacroWorkload } from './macro-workload.js';

export const byHand: Contestant<MacroWorkload> = {
  name: 'by hand',
  kind: 'baseline',
  use: 'a template literal; values are taken as they are',
  load: () => Promise.resolve((workload) => workload.byHand),
};

/** The same once more: what it differs by is what these figures are worth. */
export const byHandAgain: Contestant<MacroWorkload> = {
  ...byHand,
  name: 'by hand, again',
  use: 'the same code: how much two figures of one thing differ',
};

export const byHandWithCare: Contestant<MacroWorkload> = {
  name: 'by hand, with care',
  kind: 'baseline',
  use: 'a template literal with the same rules as ours: missing is empty, values and result are trimmed',
  load: () => Promise.resolve((workload) => workload.byHandWithCare),
};

export const replaceWithCallback: Contestant<MacroWorkload> = {
  name: 'String.replace',
  kind: 'baseline',
  use: 'one regular expression that finds all fields, and a callback',
  cannot: ({ pieces }) => (pieces === undefined ? 'has neither alternatives nor filters' : undefined),
  load: () =>
    Promise.resolve(({ macro }) => {
      const tokens = /&(DI|DH|APP)_([A-Za-z0-9]+)/g;
      return ({ line, header, application }: MacroScope) =>
        macro.replace(
          tokens,
          (_, area: string, field: string) =>
            (area === 'DI' ? line : area === 'DH' ? header : application)[field] ?? '',
        );
    }),
};
