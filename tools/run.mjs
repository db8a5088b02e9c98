// Runs a command of a tool script: quietly when it works, with everything it said when it does not.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { dirname } from 'node:path';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const environment = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };

/** @returns what the command printed on standard output @throws when it fails */
export async function run(title, command, parameters) {
  const started = Date.now();
  process.stdout.write(`${title} …\n`);
  const { code, output } = await capture(command, parameters);
  if (code !== 0) {
    process.stdout.write(output);
    throw new Error(`${title}: \`${[command, ...parameters].join(' ')}\` failed with exit code ${code}`);
  }
  process.stdout.write(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  return output;
}

/** Runs a command to its end and answers its exit code and all it said. */
export function capture(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      ...options,
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a command with its output shown as it comes; answers the exit code. */
export function show(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      ...options,
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
