import { keptPlanText } from '../presentation/kept-plan-text.js';
import { planView } from '../presentation/plan-view.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { planConfirmation } from '../push/plan-confirmation.js';
import { withConnection } from '../session/with-connection.js';
import { refuseAs } from '../errors/refuse-as.js';
import { existingFolder, writeFileWhole } from '@quotebridge/command-line/files';
import { errorCatalogue } from '@quotebridge/core';
import type { CommandContext } from '../command-line/command-context.js';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly doc: string;
  readonly yes?: boolean;
  readonly output?: string;
}

export const undoPush: Action<Options> = async (context, { doc, yes = false, output }) => {
  if (output !== undefined) return keepPlan(context, doc, output);
  const { terminal } = context;
  const result = await withConnection(
    context,
    `Looking up the last push of ${doc}`,
    ({ connection, signal, progress }) =>
      connection.undo(doc, {
        signal,
        progress: progress.report,
        confirm: planConfirmation(terminal, progress, yes),
      }),
  );
  terminal.result(result, (shown) => resultView(shown, terminal.colours, 'Taken back:'));
  return resultExitCode(result);
};

async function keepPlan(context: CommandContext, doc: string, output: string): Promise<number> {
  const { terminal } = context;
  await existingFolder(output, refuseAs('usage'));
  const plan = await withConnection(
    context,
    `Looking up the last push of ${doc}`,
    ({ connection, signal, progress }) => connection.planUndo(doc, { signal, progress: progress.report }),
  );
  await writeFileWhole(output, `${JSON.stringify(plan, undefined, 2)}\n`, refuseAs('usage'));
  const { width, colours, verbose } = terminal;
  terminal.result(plan, (shown) => planView(shown, { width, colours, everything: verbose }));
  terminal.note(keptPlanText(output, plan));
  return plan.conflicts.length > 0 ? errorCatalogue['plan.conflict'].exit : 0;
}
