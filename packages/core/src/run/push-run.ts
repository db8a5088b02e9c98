import type { ReadDocument } from '../engine/engine-types.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { documentStage } from '../domain/document-stage.js';
import type { RunDocument, RunOutcome, RunStore, RunTally } from '../state/run-store.js';
import type { Sibling } from './sibling.js';

/** So many documents are looked up, or written down, at once. */
const batch = 200;
/** Those with faults first, because they are said at once; then quotes before orders, orders before invoices. */
const stages = [-1, 0, 1, 2];

/** One document of a run. */
export interface RunStep {
  readonly position: number;
  readonly read: ReadDocument;
  /** The documents of the file that it goes back to. */
  readonly siblings: readonly Sibling[];
}

export interface PushRunOptions {
  readonly runs: RunStore;
  readonly connection: string;
  /** Hash of the file. */
  readonly key: string;
  readonly fileName: string;
  /** The documents of the file, the same ones in the same order each time. */
  readonly documents: AsyncIterable<ReadDocument>;
}

/**
 * The push of a whole file, one document after the other, each held no longer than it takes. What is settled is written
 * down at once, so that a run that was interrupted goes on at the same place.
 */
export class PushRun {
  readonly #options: PushRunOptions;

  constructor(options: PushRunOptions) {
    this.#options = options;
  }

  /** Takes up the run of the same file, or reads the file once and writes down what is in it. */
  async begin(startedAt: number, fromStart: boolean, report: (read: number) => void): Promise<RunTally> {
    const { runs, connection, key, documents } = this.#options;
    const earlier = fromStart ? undefined : await runs.tally(connection, key);
    if (earlier !== undefined) return earlier;
    await runs.begin(connection, key, startedAt);
    let added: RunDocument[] = [];
    let position = 0;
    for await (const read of documents) {
      added.push(outlineOf(read, position));
      position += 1;
      if (added.length < batch) continue;
      await runs.add(connection, key, added);
      added = [];
      report(position);
    }
    await runs.add(connection, key, added);
    await runs.seal(connection, key);
    return this.tally();
  }

  async tally(): Promise<RunTally> {
    const { runs, connection, key } = this.#options;
    const tally = await runs.tally(connection, key);
    if (tally !== undefined) return tally;
    throw new QuotebridgeError('internal', 'The run has been forgotten while it was under way.');
  }

  /** What is left to be pushed. The file is read once for each kind of document that is in it. */
  async *steps(): AsyncIterable<RunStep> {
    for (const stage of stages) yield* this.#stepsOf(stage);
  }

  async settle({ position }: RunStep, outcome: RunOutcome): Promise<void> {
    const { runs, connection, key } = this.#options;
    await runs.settle(connection, key, position, outcome);
  }

  /** Forgets the run when nothing is left of it. */
  async end(): Promise<void> {
    const { runs, connection, key } = this.#options;
    const { total, settled } = await this.tally();
    const { written, unchanged, skipped, failed } = settled;
    if (written + unchanged + skipped + failed >= total) await runs.forget(connection, key);
  }

  async *#stepsOf(stage: number): AsyncIterable<RunStep> {
    const { documents } = this.#options;
    let due = await this.#due(stage, -1);
    if (due.length === 0) return;
    let position = 0;
    for await (const read of documents) {
      const [next, ...others] = due;
      if (next?.position === position) {
        if (next.number !== read.number) throw this.#changed();
        yield { position, read, siblings: await this.#ancestors(read) };
        due = others.length > 0 ? others : await this.#due(stage, position);
        if (due.length === 0) return;
      }
      position += 1;
    }
    throw this.#changed();
  }

  #due(stage: number, after: number): Promise<readonly RunDocument[]> {
    const { runs, connection, key } = this.#options;
    return runs.due(connection, key, { stage, after, most: batch });
  }

  async #ancestors({ document }: ReadDocument): Promise<readonly Sibling[]> {
    const { runs, connection, key } = this.#options;
    const found = new Map<string, Sibling>();
    let number = document?.revisionOf ?? document?.convertedFrom;
    while (number !== undefined && number !== '' && !found.has(number)) {
      const sibling: RunDocument | undefined = await runs.byNumber(connection, key, number);
      if (sibling === undefined) break;
      found.set(number, sibling);
      number = sibling.revisionOf ?? sibling.convertedFrom;
    }
    return [...found.values()];
  }

  #changed(): QuotebridgeError {
    return new QuotebridgeError(
      'document.invalid',
      `The file ${this.#options.fileName} has changed while it was being pushed.`,
      { next: 'Run it again with --from-start: what is through already is found unchanged.' },
    );
  }
}

function outlineOf({ number, document }: ReadDocument, position: number): RunDocument {
  if (document === undefined) return { position, number, stage: -1, superseded: false };
  const { type, superseded, revisionOf, convertedFrom } = document;
  return {
    position,
    number,
    stage: documentStage(type),
    superseded,
    ...(revisionOf === undefined ? {} : { revisionOf }),
    ...(convertedFrom === undefined ? {} : { convertedFrom }),
  };
}
