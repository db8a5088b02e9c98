import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../cli-host/bin/quotebridge.js', import.meta.url));

export interface Ended {
  /** Null after a kill. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Texts that must not appear in any output. */
  readonly secrets: readonly string[];
}

/** Starts the built command as people and scripts do: a process of its own, without a terminal. */
export function startCommand(args: readonly string[], { cwd, env, secrets }: RunOptions): Running {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (secrets.some((secret) => `${stdout}${stderr}`.includes(secret)))
        reject(new Error(`A secret was printed by: ${args.join(' ')}`));
      else resolve({ code, stdout, stderr });
    });
  });
  return { child, ended };
}
