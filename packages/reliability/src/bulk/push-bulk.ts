import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@quotebridge/core';
import { startSandbox, type SandboxOptions } from '@quotebridge/halopsa-sandbox';
import { Machine } from '../command/machine.js';
import type { Ended } from '../command/run-command.js';
import { writeBulkFile } from './bulk-file.js';
import { recipientsOf, type Directory } from './recipients.js';

export interface BulkOutcome {
  readonly ended: Ended;
  /** Requests that were refused with 429. */
  readonly refused: number;
  /** Quotes that the push has made. */
  readonly quotes: number;
  /** The most memory of the command, in bytes, as the kernel of Linux counts it. */
  readonly peak: number;
  readonly seconds: number;
}

/**
 * Has the command push a file of that many new quotes into a sandbox, its items synchronised.
 *
 * @param env what its process finds in its environment, besides what it needs
 */
export async function pushBulk(
  count: number,
  options: SandboxOptions,
  pages: JsonObject = {},
  env: NodeJS.ProcessEnv = {},
): Promise<BulkOutcome> {
  const sandbox = await startSandbox({ port: 0, ...options });
  try {
    using machine = new Machine(sandbox, pages);
    const file = join(machine.folder, 'bulk.csv');
    const directory = await control<Directory>(sandbox.url, 'state?only=clients,users');
    writeBulkFile(file, count, recipientsOf(directory));
    await machine.succeed(['items', 'sync']);
    const started = performance.now();
    const { child, ended } = machine.start(['push', file, '--all', '--yes', '--json'], env);
    let peak = 0;
    const timer = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 20);
    const outcome = await ended.finally(() => {
      clearInterval(timer);
    });
    const seconds = (performance.now() - started) / 1_000;
    const log = await control<readonly { readonly status: number | null }[]>(sandbox.url, 'requests');
    const { quotes } = await control<{ readonly quotes: readonly object[] }>(sandbox.url, 'state');
    return {
      ended: outcome,
      refused: log.filter(({ status }) => status === 429).length,
      quotes: quotes.filter((quote) => /BULK\d/.test(JSON.stringify(quote))).length,
      peak,
      seconds,
    };
  } finally {
    await sandbox.close();
  }
}

async function control<Answer>(url: string, path: string): Promise<Answer> {
  const answer = await fetch(`${url}/__sandbox/${path}`);
  return (await answer.json()) as Answer;
}

function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    // It has ended meanwhile, or this is no Linux.
    return 0;
  }
}
