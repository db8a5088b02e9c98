import { createProgram } from '../command-line/program.js';
import { completionScript } from '@quotebridge/command-line/completion';
import type { Action } from '../command-line/late-action.js';

export const printCompletion: Action<object> = async ({ terminal }, _options, [shell = 'bash']) => {
  const script = completionScript(createProgram({ json: false }), shell);
  terminal.result({ shell, script }, () => script.trimEnd());
  return 0;
};
