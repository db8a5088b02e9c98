import { hostname } from 'node:os';

/** `host:pid`, the name of this process among all that share a state. */
export function processName(pid = process.pid): string {
  // A colon separates; host names have none.
  return `${hostname()}:${pid}`;
}

/** Whether the owner of a lease, `host:pid` with anything behind, may still be running. Other machines cannot be seen. */
export function isProcessAlive(owner: string): boolean {
  const [host, pid] = owner.split(':');
  const number = Number(pid);
  if (host !== hostname() || !Number.isInteger(number) || number <= 0) return true;
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
