import { applicationValues } from '../documents/application-values.js';
import { collectAttachments } from '../documents/collect-attachments.js';
import { attachmentLimits } from '../session/attachment-limits.js';
import { connectionSettings } from '../session/connection-settings.js';
import {
  QuotebridgeError,
  type PushResult,
  type PushSource,
  type QuoteDocument,
  type Sibling,
} from '@quotebridge/core';
import type { CommandContext } from '../command-line/command-context.js';
import type { ConfiguredSession } from '../session/open-session.js';
import type { ConnectionWork } from '../session/with-connection.js';

/** Attaches files to the opportunity of a document: those of its source, and what the settings say. */
export async function attachToDocument(
  { session, context }: { readonly session: ConfiguredSession; readonly context: CommandContext },
  { connection, signal, progress }: ConnectionWork,
  { document, siblings }: { readonly document: QuoteDocument; readonly siblings: readonly Sibling[] },
  source: PushSource,
): Promise<PushResult> {
  progress.clear();
  const attachments = await collectAttachments({
    document,
    file: source.file,
    byHand: source.attach ?? [],
    options: source,
    settings: connectionSettings(session, context),
    limits: () => attachmentLimits(session, context),
    terminal: context.terminal,
  });
  if (attachments.length === 0) {
    throw new QuotebridgeError('usage', `There is nothing to attach to ${document.number}.`, {
      next: 'Name files with --file, or ask for --render or --links.',
    });
  }
  return connection.attach(document, {
    attachments,
    siblings,
    source,
    application: applicationValues(),
    signal,
    progress: progress.report,
  });
}
