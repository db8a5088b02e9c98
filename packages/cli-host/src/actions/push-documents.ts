import { applicationValues } from '../documents/application-values.js';
import { noDocuments } from '../documents/no-documents.js';
import { orderDocuments } from '../documents/order-documents.js';
import { pickDocuments, validDocument } from '../documents/pick-documents.js';
import { collectAttachments } from '../documents/collect-attachments.js';
import { editedDocument } from '../documents/edited-document.js';
import { readAttachments, type AttachmentLimits } from '../documents/read-attachments.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { askPerson } from '../push/ask-person.js';
import { personChoices, refuseChoicesForSeveral, refuseEarlyEnd } from '../push/person-choices.js';
import { planConfirmation } from '../push/plan-confirmation.js';
import { worstExitCode } from '../push/outcome-exit-code.js';
import { pushDocumentsOneByOne } from '../push/push-documents-one-by-one.js';
import { pushWithEdits } from '../push/push-with-edits.js';
import { reportOutcome } from '../push/report-outcome.js';
import { summaryText } from '../push/summary-text.js';
import { attachmentLimits } from '../session/attachment-limits.js';
import { connectionSettings } from '../session/connection-settings.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected } from '../session/with-connection.js';
import { QuotebridgeError, type PushResult, type QuoteDocument } from '@quotebridge/core';
import type { AttachmentOptions } from '../command-line/attachment-options.js';
import type { ChoiceOptions } from '../command-line/choice-options.js';
import type { Action } from '../command-line/late-action.js';

interface Options extends ChoiceOptions, AttachmentOptions {
  readonly doc?: readonly string[];
  readonly all?: boolean;
  readonly attach?: readonly string[];
  readonly yes?: boolean;
}

export const pushDocuments: Action<Options> = async (context, options, [file = '']) => {
  const { terminal } = context;
  const { doc = [], all = false, attach = [], yes = false } = options;
  if (doc.length === 0 && !all) {
    throw new QuotebridgeError('usage', 'Which document? Expected --doc or --all.', {
      next: `List the documents of the file with: quotebridge documents list ${file}`,
    });
  }
  if (attach.length > 0 && (all || new Set(doc).size > 1)) {
    throw new QuotebridgeError(
      'usage',
      '--attach goes with one document: files of one client must not reach another.',
      { next: 'Push each document that has files by itself, with one --doc.' },
    );
  }
  const choices = personChoices(options);
  if (all || new Set(doc).size > 1) refuseChoicesForSeveral(choices);
  await using session = await openConfiguredSession(context);
  const read = await readDocuments(session.engine, file);
  const chosen = all ? orderDocuments(read) : pickDocuments(read, doc, file);
  if (chosen.length === 0) throw noDocuments(file);
  for (const { document } of chosen) if (document !== undefined) refuseEarlyEnd(choices, document);
  // What cannot be attached is said before a connection is opened.
  const limits = (): Promise<AttachmentLimits> => attachmentLimits(session, context);
  await readAttachments(attach, limits);
  const siblings = validDocuments(read);

  return await connected(
    session,
    context,
    'Opening the connection',
    async ({ connection, signal, progress }) => {
      const push = (document: QuoteDocument): Promise<PushResult> => {
        const ask = askPerson(terminal, progress, yes);
        return pushWithEdits(choices, async (wanted) => {
          // What is said about files must not run into the progress.
          progress.clear();
          const attachments = await collectAttachments({
            document: editedDocument(document, wanted.quote),
            file,
            byHand: attach,
            options,
            settings: connectionSettings(session, context),
            limits,
            terminal,
          });
          return connection.push(document, {
            attachments,
            siblings,
            application: applicationValues(),
            choices: wanted,
            ...(ask === undefined ? {} : { ask }),
            signal,
            progress: progress.report,
            confirm: planConfirmation(terminal, progress, yes),
          });
        });
      };
      const [only] = chosen;
      if (!all && chosen.length === 1 && only !== undefined) {
        const result = await push(validDocument(only));
        progress.clear();
        terminal.result(result, (shown) => resultView(shown, terminal.colours));
        return resultExitCode(result);
      }
      const outcomes = await pushDocumentsOneByOne(chosen, push, (outcome) => {
        progress.clear();
        reportOutcome(outcome, terminal);
      });
      terminal.note(summaryText(outcomes));
      return worstExitCode(outcomes);
    },
  );
};
