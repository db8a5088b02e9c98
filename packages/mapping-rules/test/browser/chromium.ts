import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Undefined: there is none on this machine. */
export function findChromium(): string | undefined {
  const { CHROME_PATH = '' } = process.env;
  return [CHROME_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => existsSync(path),
  );
}

export interface Chromium extends Disposable {
  /** Rejected when the browser ends by itself. */
  readonly ended: Promise<never>;
}

/** Opens a page in a browser of its own, which ends with the disposal. */
export function openInChromium(program: string, address: string): Chromium {
  const profile = mkdtempSync(join(tmpdir(), 'mapping-rules-chromium-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const own = [`--user-data-dir=${profile}`, '--no-first-run', '--remote-debugging-port=0', address];
  // A group of its own: the browser is several processes.
  const browser = spawn(program, [...flags, ...own], { detached: true, stdio: 'ignore' });
  const ended = new Promise<never>((_, reject) => {
    browser.once('error', reject);
    browser.once('exit', (code) => reject(new Error(`the browser ended with ${String(code)}`)));
  });
  ended.catch(() => undefined);
  return {
    ended,
    [Symbol.dispose]: () => {
      if (browser.pid !== undefined) kill(browser.pid);
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

function kill(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
