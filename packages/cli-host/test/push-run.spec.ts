import { pushRun } from '../src/push/push-run.js';
import type { Terminal } from '@quotebridge/command-line/terminal';
import { expect } from 'chai';
import type { PushRun, QuoteDocument, RunOutcome, RunStatus, RunStep } from '@quotebridge/core';
import type { ConnectionWork } from '../src/session/with-connection.js';

describe('a run of a file that is interrupted', () => {
  const numbers = ['Q1', 'Q2', 'Q3'];

  /** Interrupted while the document `during` is pushed, which goes through all the same. */
  async function interruptedDuring(during: string): Promise<{ exit: number; settled: readonly string[] }> {
    const controller = new AbortController();
    const settled: string[] = [];
    const counts: Record<RunStatus, number> = { written: 0, unchanged: 0, skipped: 0, failed: 0 };
    const tally = { total: numbers.length, settled: counts, failed: [], worstExit: 0 };
    const run = {
      async *steps(): AsyncIterable<RunStep> {
        for (const [position, number] of numbers.entries()) {
          const document = { number, type: 'QUOTE' } as QuoteDocument;
          yield { position, read: { number, document, faults: [] }, siblings: [] };
        }
      },
      settle: async ({ read }: RunStep, { status }: RunOutcome): Promise<void> => {
        settled.push(read.number);
        counts[status] += 1;
      },
      tally: async () => tally,
    };
    const connection = {
      requests: { read: 0, write: 0 },
      pace: async () => ({ requests: 1, windowMilliseconds: 1, free: 1, wait: 0 }),
      issues: { watch: async (_: object, work: () => Promise<unknown>) => work() },
      pushAll: async (
        _: object,
        __: object,
        work: (run: PushRun, before: object, signal: AbortSignal) => unknown,
      ) => work(run as unknown as PushRun, tally, controller.signal),
    };
    const silent = (): undefined => undefined;
    const progress = { waited: 0, track: silent, clear: silent, report: silent };
    const exit = await pushRun(
      {
        file: 'bulk.csv',
        from: { file: 'bulk.csv' },
        fromStart: false,
        terminal: { json: true, object: silent, note: silent, detail: silent } as unknown as Terminal,
      },
      { connection, progress, signal: controller.signal } as unknown as ConnectionWork,
      async ({ number }) => {
        if (number === during) controller.abort();
        return { document: { number }, status: 'written', issues: [] } as never;
      },
    );
    return { exit, settled };
  }

  it('does not end as if all had been pushed, and does not push again what went through', async () => {
    expect(await interruptedDuring('Q2')).to.deep.equal({ exit: 130, settled: ['Q1', 'Q2'] });
  });

  it('is finished when the last document went through', async () => {
    expect(await interruptedDuring('Q3')).to.deep.equal({ exit: 0, settled: numbers });
  });
});
