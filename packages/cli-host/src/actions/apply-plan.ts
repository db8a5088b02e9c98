import { openInputFile } from '../documents/open-input-file.js';
import { readPlan } from '../documents/read-plan.js';
import { refuseChangedFiles } from '../documents/refuse-changed-files.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { withConnection } from '../session/with-connection.js';
import type { Action } from '../command-line/late-action.js';

export const applyPlan: Action<object> = async (context, _options, [path = '']) => {
  const { terminal, globals } = context;
  const plan = await readPlan(path, globals.connection);
  await refuseChangedFiles(plan);
  // A plan knows its connection: naming it again is allowed, not needed.
  const named = { ...context, globals: { ...globals, connection: plan.connection } };
  const result = await withConnection(
    named,
    `Applying ${plan.document.number}`,
    ({ connection, signal, progress }) =>
      connection.apply(plan, {
        openAttachment: (location) => openInputFile(location, 'attachment'),
        signal,
        progress: progress.report,
      }),
  );
  terminal.result(result, (shown) => resultView(shown, terminal.colours));
  return resultExitCode(result);
};
