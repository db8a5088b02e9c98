import { readFileSync } from 'node:fs';
import type { Ended, Running } from './run-command.js';

/** The most memory that a command has held while it ran, in bytes, as the kernel of Linux counts it. */
export async function peakMemory({ child, ended }: Running): Promise<Ended & { readonly peak: number }> {
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024);
    } catch {
      // It has ended meanwhile.
    }
  }, 5);
  try {
    return { ...(await ended), peak };
  } finally {
    clearInterval(timer);
  }
}
