import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Finished {
  readonly stdout: string;
  /** From its start to its end. */
  readonly milliseconds: number;
}

/** Runs a program to its end. @throws when it fails, with what it said */
export function runChild(command: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      const milliseconds = performance.now() - started;
      if (code === 0) resolve({ stdout, milliseconds });
      else reject(new Error(`${args.join(' ')} ended with ${String(code)}:\n${stderr.slice(-2_000)}`));
    });
  });
}

/** Runs one of the scripts of this folder in a process of its own and reads what it prints. */
export async function runScript<Result>(script: string, ...args: readonly string[]): Promise<Result> {
  const { stdout } = await runChild(process.execPath, [
    '--expose-gc',
    '--import',
    'tsx',
    `src/${script}.ts`,
    ...args,
  ]);
  return JSON.parse(stdout) as Result;
}

/** The folder of this package. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
