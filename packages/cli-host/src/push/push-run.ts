import { noDocuments } from '../documents/no-documents.js';
import { outcomeExitCode } from './outcome-exit-code.js';
import { isHopeless, pushOne } from './push-documents-one-by-one.js';
import { reportOutcome } from './report-outcome.js';
import { deskText, runSummaryText } from './summary-text.js';
import { TimeLeft } from './time-left.js';
import { watchDocument } from './watch-document.js';
import { refuseAs } from '../errors/refuse-as.js';
import { openInputFile } from '@quotebridge/command-line/files';
import { grouped, type Terminal } from '@quotebridge/command-line/terminal';
import { basename, resolve } from 'node:path';
import {
  errorCatalogue,
  type PushRun,
  type PushSource,
  type RunOutcome,
  type RunTally,
} from '@quotebridge/core';
import type { ConnectionWork } from '../session/with-connection.js';
import type { DocumentOutcome } from './document-outcome.js';
import type { DocumentPush } from './document-push.js';

export interface PushRunOptions {
  readonly file: string;
  /** Where its documents are found again. */
  readonly from: PushSource;
  readonly fromStart: boolean;
  readonly terminal: Terminal;
}

/**
 * Pushes every document of a file that no later one has replaced, holding one of them at a time; an interrupted run goes
 * on where it was. One that fails does not stop the others, unless its failure is theirs, too.
 *
 * @returns the exit code of the worst
 */
export async function pushRun(
  { file, from, fromStart, terminal }: PushRunOptions,
  { connection, signal, progress }: ConnectionWork,
  push: DocumentPush,
): Promise<number> {
  const source = {
    name: basename(file),
    open: () => openInputFile(resolve(file), 'document file', refuseAs('document.invalid')),
  };
  const watch = watchDocument(connection, from);
  const options = { fromStart, signal, progress: progress.report };
  return connection.pushAll(source, options, async (run, before, running) => {
    if (before.total === 0) throw noDocuments(file);
    const settled = settledOf(before);
    if (settled > 0) terminal.note(resumedText(settled, before.total));
    const left = new TimeLeft({ connection, progress }, { total: before.total, done: settled });
    let stopped: DocumentOutcome | undefined;
    for await (const step of run.steps()) {
      progress.track(await left.tracked(step.read.number));
      // An interruption between two documents is none of the next one.
      const outcome = await pushOne(step.read, (document) => push(document, step.siblings), watch);
      progress.clear();
      reportOutcome(outcome, terminal);
      if (outcome.kind === 'failed' && (running.aborted || isHopeless(outcome))) stopped = outcome;
      if (stopped !== undefined) break;
      await run.settle(step, settlementOf(outcome));
      left.next();
      if (running.aborted) break;
    }
    progress.clear();
    return ended(run, stopped, terminal);
  });
}

async function ended(
  run: PushRun,
  stopped: DocumentOutcome | undefined,
  terminal: Terminal,
): Promise<number> {
  const tally = await run.tally();
  terminal.note(runSummaryText(tally));
  if (tally.worstExit !== 0) terminal.note(deskText);
  // What stopped it has an exit code of its own; a run that was interrupted between two documents is not finished either.
  const unfinished = settledOf(tally) < tally.total ? errorCatalogue.cancelled.exit : 0;
  return Math.max(tally.worstExit, stopped === undefined ? unfinished : outcomeExitCode(stopped));
}

function settlementOf(outcome: DocumentOutcome): RunOutcome {
  const exit = outcomeExitCode(outcome);
  if (outcome.kind === 'done') return { status: exit === 0 ? outcome.result.status : 'failed', exit };
  return { status: outcome.kind === 'failed' ? 'failed' : 'skipped', exit };
}

/** Documents that are through, whatever became of them. */
export function settledOf({ settled: { written, unchanged, skipped, failed } }: RunTally): number {
  return written + unchanged + skipped + failed;
}

function resumedText(settled: number, total: number): string {
  return `Going on at document ${grouped(settled + 1)} of ${grouped(total)}, where the last run of this file ended. With --from-start it begins again.`;
}
