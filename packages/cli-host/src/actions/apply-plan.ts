import { plannedDocument } from '../documents/planned-document.js';
import { openPlannedFile } from '../documents/planned-files.js';
import { readPlan } from '../documents/read-plan.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { resolve } from 'node:path';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly file?: string;
}

export const applyPlan: Action<Options> = async (context, { file }, [path = '']) => {
  const { terminal, globals } = context;
  const plan = await readPlan(path, globals.connection);
  // A plan knows its connection: naming it again is allowed, not needed.
  const named = { ...context, globals: { ...globals, connection: plan.connection } };
  await using session = await openConfiguredSession(named);
  const document = await plannedDocument(session.engine, plan, file, terminal);
  const startsWith = `Applying ${plan.document.number}`;
  const result = await connected(session, named, startsWith, ({ connection, signal, progress }) =>
    connection.apply(plan, {
      openAttachment: openPlannedFile,
      ...(document === undefined ? {} : { document }),
      ...(file === undefined ? {} : { source: { file: resolve(file) } }),
      signal,
      progress: progress.report,
    }),
  );
  terminal.result(result, (shown) => resultView(shown, terminal.colours));
  return resultExitCode(result);
};
