import type { Contestant } from '../../measure/contestant.js';
import type { MacroWorkload } from '../macro-workload.js';
import { templateOf } from '../template-of.js';

const helpers = { first: true, left: true, upper: true };

export const handlebarsContestant: Contestant<MacroWorkload> = {
  name: 'handlebars',
  kind: 'peer',
  package: 'handlebars',
  use: 'compiled once; `noEscape`, `knownHelpersOnly`',
  async load() {
    const { default: handlebars } = await import('handlebars');
    const own = handlebars.create();
    own.registerHelper(
      'first',
      (one?: string, two?: string, otherwise?: string) => one?.trim() || two?.trim() || otherwise,
    );
    own.registerHelper('left', (text: string, length: number) => text.slice(0, length));
    own.registerHelper('upper', (text: string) => text.trim().toUpperCase());
    return (workload) => {
      const text = templateOf(workload, 'handlebars', (area, field) => `{{${area}.${field}}}`);
      return own.compile(text, { noEscape: true, knownHelpersOnly: true, knownHelpers: helpers });
    };
  },
};
