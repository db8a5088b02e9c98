import { changesExitCode } from '../command-line/detailed-exit-code.js';
import { applicationValues } from '../documents/application-values.js';
import { pickDocument, validDocument } from '../documents/pick-documents.js';
import { collectAttachments } from '../documents/collect-attachments.js';
import { editedDocument } from '../documents/edited-document.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { keptPlanText } from '../presentation/kept-plan-text.js';
import { planView } from '../presentation/plan-view.js';
import { askPerson } from '../push/ask-person.js';
import { personChoices, refuseEarlyEnd } from '../push/person-choices.js';
import { attachmentLimits } from '../session/attachment-limits.js';
import { connectionSettings } from '../session/connection-settings.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { refuseAs } from '../errors/refuse-as.js';
import { existingFolder, writeFileWhole } from '@quotebridge/command-line/files';
import { errorCatalogue } from '@quotebridge/core';
import { resolve } from 'node:path';
import type { AttachmentOptions } from '../command-line/attachment-options.js';
import type { ChoiceOptions } from '../command-line/choice-options.js';
import type { Action } from '../command-line/late-action.js';

interface Options extends ChoiceOptions, AttachmentOptions {
  readonly doc: string;
  readonly output?: string;
  readonly detailedExitcode?: boolean;
  readonly full?: boolean;
  readonly attach?: readonly string[];
}

export const makePlan: Action<Options> = async (context, options, [file = '']) => {
  const { terminal } = context;
  const { doc, output, attach = [], detailedExitcode = false, full = false } = options;
  if (output !== undefined) await existingFolder(output, refuseAs('usage'));
  const choices = personChoices(options);
  await using session = await openConfiguredSession(context);
  const read = await readDocuments(session.engine, file);
  const document = validDocument(pickDocument(read, doc, file));
  refuseEarlyEnd(choices, document);
  const attachments = await collectAttachments({
    document: editedDocument(document, choices.quote),
    file,
    byHand: attach,
    options,
    settings: connectionSettings(session, context),
    limits: () => attachmentLimits(session, context),
    terminal,
    ...(output === undefined ? {} : { keep: keepBeside(output) }),
  });
  const siblings = validDocuments(read);
  const plan = await connected(session, context, `Planning ${doc}`, ({ connection, signal, progress }) => {
    const ask = askPerson(terminal, progress, false);
    return connection.plan(document, {
      attachments,
      siblings,
      application: applicationValues(),
      choices,
      location: resolve(file),
      everything: full,
      ...(ask === undefined ? {} : { ask }),
      signal,
      progress: progress.report,
    });
  });
  if (output !== undefined)
    await writeFileWhole(output, `${JSON.stringify(plan, undefined, 2)}\n`, refuseAs('usage'));
  const { width, colours, verbose } = terminal;
  terminal.result(plan, (shown) => planView(shown, { width, colours, everything: verbose }));
  if (output !== undefined) terminal.note(keptPlanText(output, plan));
  if (plan.conflicts.length > 0) return errorCatalogue['plan.conflict'].exit;
  const changes = plan.operations.some(({ action }) => action !== 'keep');
  return detailedExitcode && changes ? changesExitCode : 0;
};

/** A PDF that the plan holds is kept beside it, so that `apply` finds it. */
function keepBeside(output: string): (name: string, bytes: Uint8Array) => Promise<string> {
  return async (name, bytes) => {
    const path = `${output.replace(/\.json$/i, '')}.${name}`;
    await writeFileWhole(path, bytes, refuseAs('usage'));
    return resolve(path);
  };
}
