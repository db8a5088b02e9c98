import { createProgram } from '../command-line/program.js';
import type { Action } from '@quotebridge/command-line';
import { completionScript } from '@quotebridge/command-line/completion';

export const printCompletion: Action<object> = async ({ terminal }, _options, [shell = 'bash']) => {
  const script = completionScript(createProgram({ json: false }), shell);
  terminal.result({ shell, script }, () => script.trimEnd());
  return 0;
};
