import { sha256OfStream } from '../base/sha256-of-stream.js';
import type { SourceFile } from '../contract/document-source.js';
import type { ConnectionParts } from '../engine/connection-parts.js';
import type { OperationOptions } from '../engine/engine-types.js';
import { signalOf } from '../engine/signal-of.js';
import { withLease } from '../state/lease.js';
import type { RunTally } from '../state/run-store.js';
import { PushRun } from './push-run.js';

/** A run that began so long ago and has not come to its end is forgotten. */
const keptMilliseconds = 30 * 24 * 3_600_000;

export interface PushAllOptions extends OperationOptions {
  /** Forgets how far an interrupted run of the same file has come. */
  readonly fromStart?: boolean;
}

/** What the host does with a run: `before` is how far an interrupted one has come. */
export type RunWork<Result> = (run: PushRun, before: RunTally, signal: AbortSignal) => Promise<Result>;

/** Has a whole file pushed, by one process at a time; a second one waits, and finds everything unchanged. */
export async function pushAll<Result>(
  parts: ConnectionParts,
  file: SourceFile,
  options: PushAllOptions,
  work: RunWork<Result>,
): Promise<Result> {
  const { name, state, clock, owner, streamDocuments } = parts;
  const key = await sha256OfStream(file.open());
  const lease = {
    state,
    clock,
    name: `run:${name}:${key}`,
    owner: `${owner}:${crypto.randomUUID()}`,
    ...signalOf(options),
    onWait: (): void =>
      options.progress?.({ message: `Waiting for another process that is pushing ${file.name}` }),
  };
  return withLease(lease, async (signal) => {
    const now = clock.now();
    await state.runs.forgetBefore(now - keptMilliseconds);
    const run = new PushRun({
      runs: state.runs,
      connection: name,
      key,
      fileName: file.name,
      documents: streamDocuments(file),
    });
    const before = await run.begin(now, options.fromStart === true, (read) =>
      options.progress?.({ message: `Reading ${file.name}: ${read} documents` }),
    );
    const result = await work(run, before, signal);
    await run.end();
    return result;
  });
}
