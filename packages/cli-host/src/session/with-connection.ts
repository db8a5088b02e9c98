import { openConnection } from './open-connection.js';
import { openConfiguredSession, type ConfiguredSession } from './open-session.js';
import type { CommandContext } from '../command-line/command-context.js';
import { Interruption, ProgressLine } from '@quotebridge/command-line/terminal';
import type { Connection, RequestPriority } from '@quotebridge/core';

export interface ConnectionWork {
  readonly connection: Connection;
  readonly signal: AbortSignal;
  readonly progress: ProgressLine;
}

/** Does one thing with the connection of the command line, with progress and Ctrl-C, and closes everything after it. */
export async function withConnection<Result>(
  context: CommandContext,
  startsWith: string,
  work: (work: ConnectionWork) => Promise<Result>,
): Promise<Result> {
  await using session = await openConfiguredSession(context);
  return await connected(session, context, startsWith, work);
}

/** The same for a command that had something to do in the session before. */
export async function connected<Result>(
  session: ConfiguredSession,
  context: CommandContext,
  startsWith: string,
  work: (work: ConnectionWork) => Promise<Result>,
  priority: RequestPriority = 'person',
): Promise<Result> {
  using interruption = new Interruption(context.terminal, 'the running request is finished first');
  using progress = new ProgressLine(context.terminal, 'the PSA takes more requests');
  progress.report({ message: startsWith });
  await using connection = await openConnection(session, context, { priority, onWait: progress.waiting });
  return await work({ connection, signal: interruption.signal, progress });
}
