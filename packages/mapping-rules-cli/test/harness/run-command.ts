import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/mapping-rules.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one object of `--json`. */
  readonly json: () => unknown;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What standard input brings; left out: nothing. */
  readonly input?: string;
  /** Whether standard input stays open, for the caller to write to. */
  readonly open?: boolean;
}

/** Starts the real command as people and scripts do: built, as a process of its own, without a terminal. */
export function startCommand(args: readonly string[], options: RunOptions = {}): Running {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: options.cwd,
    env: { PATH: process.env['PATH'], HOME: options.cwd, ...options.env },
    stdio: 'pipe',
  });
  if (options.open !== true) child.stdin.end(options.input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr, json: () => oneObject(stdout) }));
  });
  return { child, ended };
}

export async function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return startCommand(args, options).ended;
}

function oneObject(stdout: string): unknown {
  expect(stdout.trim().split('\n'), 'lines on standard output').to.have.length(1);
  return JSON.parse(stdout) as unknown;
}

/** The error that a command printed with `--json`. */
export interface PrintedError {
  readonly code: string;
  readonly message: string;
  readonly details: {
    readonly next?: string;
    readonly data?: unknown;
    readonly faults?: readonly { readonly at: string; readonly value?: string; readonly expected: string }[];
  };
}

export function errorOf(ended: Ended): PrintedError {
  return (ended.json() as { readonly error: PrintedError }).error;
}
