import { renderedScheme } from '../documents/collect-attachments.js';
import { openInputFile } from '../documents/open-input-file.js';
import { readPlan } from '../documents/read-plan.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { withConnection } from '../session/with-connection.js';
import { QuotebridgeError } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const applyPlan: Action<object> = async (context, _options, [path = '']) => {
  const { terminal, globals } = context;
  const plan = await readPlan(path, globals.connection);
  // A plan knows its connection: naming it again is allowed, not needed.
  const named = { ...context, globals: { ...globals, connection: plan.connection } };
  const result = await withConnection(
    named,
    `Applying ${plan.document.number}`,
    ({ connection, signal, progress }) =>
      connection.apply(plan, {
        openAttachment: (location) => {
          if (location.startsWith(renderedScheme)) throw notKept(location);
          return openInputFile(location, 'attachment');
        },
        signal,
        progress: progress.report,
      }),
  );
  terminal.result(result, (shown) => resultView(shown, terminal.colours));
  return resultExitCode(result);
};

function notKept(location: string): QuotebridgeError {
  const name = location.slice(renderedScheme.length);
  return new QuotebridgeError('plan.stale', `The plan holds ${name}, which was made for it and not kept.`, {
    next: 'Plan again with -o, which keeps it beside the plan.',
  });
}
