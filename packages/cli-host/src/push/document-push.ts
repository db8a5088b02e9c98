import { applicationValues } from '../documents/application-values.js';
import { collectAttachments } from '../documents/collect-attachments.js';
import { editedDocument } from '../documents/edited-document.js';
import { connectionSettings } from '../session/connection-settings.js';
import { askPerson } from './ask-person.js';
import { planConfirmation } from './plan-confirmation.js';
import { pushSource } from './push-source.js';
import { pushWithEdits } from './push-with-edits.js';
import type { PersonChoices, PushResult, QuoteDocument, Sibling } from '@quotebridge/core';
import type { AttachmentOptions } from '../command-line/attachment-options.js';
import type { CommandContext } from '../command-line/command-context.js';
import type { AttachmentLimits } from '../documents/read-attachments.js';
import type { ConfiguredSession } from '../session/open-session.js';
import type { ConnectionWork } from '../session/with-connection.js';

export interface DocumentPushOptions {
  readonly session: ConfiguredSession;
  readonly context: CommandContext;
  /** The file that the documents stand in. */
  readonly file: string;
  readonly choices: PersonChoices;
  /** Files to attach that the command line names. */
  readonly attach: readonly string[];
  readonly attachments: AttachmentOptions;
  readonly limits: () => Promise<AttachmentLimits>;
  readonly yes: boolean;
}

/** @param siblings documents of the same file that tell of its family */
export type DocumentPush = (document: QuoteDocument, siblings: readonly Sibling[]) => Promise<PushResult>;

/** How a command pushes each of its documents: with its files, its plan shown, and a person asked where there is one. */
export function documentPush(
  { session, context, file, choices, attach, attachments: options, limits, yes }: DocumentPushOptions,
  { connection, signal, progress }: ConnectionWork,
): DocumentPush {
  const { terminal } = context;
  return (document, siblings) => {
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
        source: pushSource(file, attach, options),
        application: applicationValues(),
        choices: wanted,
        ...(ask === undefined ? {} : { ask }),
        signal,
        progress: progress.report,
        confirm: planConfirmation(terminal, progress, yes),
      });
    });
  };
}
