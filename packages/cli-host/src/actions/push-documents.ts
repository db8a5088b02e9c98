import { pickDocuments, validDocument } from '../documents/pick-documents.js';
import { readAttachments, type AttachmentLimits } from '../documents/read-attachments.js';
import { readDocuments, validDocuments } from '../documents/read-documents.js';
import { resultExitCode } from '../presentation/result-exit-code.js';
import { resultView } from '../presentation/result-view.js';
import { personChoices, refuseChoicesForSeveral, refuseEarlyEnd } from '../push/person-choices.js';
import { worstExitCode } from '../push/outcome-exit-code.js';
import { documentPush } from '../push/document-push.js';
import { pushDocumentsOneByOne } from '../push/push-documents-one-by-one.js';
import { pushRun } from '../push/push-run.js';
import { pushSource } from '../push/push-source.js';
import { reportOutcome } from '../push/report-outcome.js';
import { deskText, summaryText } from '../push/summary-text.js';
import { watchDocument } from '../push/watch-document.js';
import { attachmentLimits } from '../session/attachment-limits.js';
import { openConfiguredSession } from '../session/open-session.js';
import { connected, type ConnectionWork } from '../session/with-connection.js';
import { QuotebridgeError } from '@quotebridge/core';
import type { AttachmentOptions } from '../command-line/attachment-options.js';
import type { ChoiceOptions } from '../command-line/choice-options.js';
import type { Action } from '../command-line/late-action.js';

interface Options extends ChoiceOptions, AttachmentOptions {
  readonly doc?: readonly string[];
  readonly all?: boolean;
  readonly fromStart?: boolean;
  readonly attach?: readonly string[];
  readonly yes?: boolean;
}

export const pushDocuments: Action<Options> = async (context, options, [file = '']) => {
  const { terminal } = context;
  const { doc = [], all = false, fromStart = false, attach = [], yes = false } = options;
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
  // What cannot be attached is said before a connection is opened.
  const limits = (): Promise<AttachmentLimits> => attachmentLimits(session, context);
  const pushWith = { session, context, file, choices, attach, attachments: options, limits, yes };
  const source = pushSource(file, attach, options);
  const begin = 'Opening the connection';
  if (all) {
    const run = { file, from: source, fromStart, terminal };
    const pushFile = (work: ConnectionWork): Promise<number> =>
      pushRun(run, work, documentPush(pushWith, work));
    return await connected(session, context, begin, pushFile, 'bulk');
  }
  const read = await readDocuments(session.engine, file);
  const chosen = pickDocuments(read, doc, file);
  for (const { document } of chosen) if (document !== undefined) refuseEarlyEnd(choices, document);
  await readAttachments(attach, limits);
  const siblings = validDocuments(read);

  return await connected(session, context, begin, async (work) => {
    const { progress, connection } = work;
    const watch = watchDocument(connection, source);
    const push = documentPush(pushWith, work);
    const [only] = chosen;
    if (chosen.length === 1 && only !== undefined) {
      const result = await watch(only, async () => push(validDocument(only), siblings));
      progress.clear();
      terminal.result(result, (shown) => resultView(shown, terminal.colours));
      return resultExitCode(result);
    }
    const outcomes = await pushDocumentsOneByOne(
      chosen,
      (document) => push(document, siblings),
      watch,
      (outcome) => {
        progress.clear();
        reportOutcome(outcome, terminal);
      },
    );
    terminal.note(summaryText(outcomes));
    const exit = worstExitCode(outcomes);
    if (exit !== 0) terminal.note(deskText);
    return exit;
  });
};
