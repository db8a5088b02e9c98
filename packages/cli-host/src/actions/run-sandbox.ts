import { switchValues } from '../sandbox/switch-values.js';
import { sandboxText } from '../sandbox/sandbox-text.js';
import { stopRequested } from '../sandbox/stop-requested.js';
import { QuotebridgeError } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';
import type { Sandbox, SandboxOptions } from '@quotebridge/halopsa-sandbox';

interface Options {
  readonly port: number;
  readonly seed?: string;
  readonly items?: number;
  readonly switch?: readonly string[];
}

export const runSandbox: Action<Options> = async (
  { terminal },
  { port, seed, items, switch: switches = [] },
) => {
  const stop = stopRequested();
  const sandbox = await start({
    port,
    ...(seed === undefined ? {} : { seed }),
    ...(items === undefined ? {} : { items }),
    switches: switchValues(switches),
  });
  const { url, clientId, clientSecret, tenant } = sandbox;
  if (terminal.json) terminal.object({ url, clientId, clientSecret, tenant, pid: process.pid }, 'line');
  else terminal.data(sandboxText(sandbox, terminal.colours));
  await stop;
  await sandbox.close();
  return 0;
};

async function start(options: SandboxOptions): Promise<Sandbox> {
  const { startSandbox } = await import('@quotebridge/halopsa-sandbox');
  try {
    return await startSandbox(options);
  } catch (error) {
    throw startError(error, options.port ?? 0);
  }
}

function startError(error: unknown, port: number): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'InvalidSeedError' || error.name === 'InvalidSwitchError') {
    return new QuotebridgeError('usage', error.message, {
      next: 'Correct it; the README of the sandbox describes the form.',
    });
  }
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'ERR_SOCKET_BAD_PORT') {
    return new QuotebridgeError('usage', `The sandbox cannot listen on port ${port} (${code}).`, {
      next: 'Name another port with --port; 0 takes a free one.',
    });
  }
  return error;
}
