import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Machine } from '../command/machine.js';
import type { Ended } from '../command/run-command.js';

/** What a command may use up. */
export interface Bounds {
  /** Of the processors where they can be told, so that a busy machine does not matter; of the clock elsewhere. */
  readonly seconds: number;
  /** The most memory at any moment, as the kernel of Linux counts it; elsewhere it is not looked at. */
  readonly megabytes: number;
}

/** For input of usual size: what is hostile is its form. */
export const usual: Bounds = { seconds: 20, megabytes: 400 };

export interface PrintedError {
  readonly code: string;
  readonly message: string;
  readonly details: { readonly next?: string; readonly faults?: readonly { readonly expected: string }[] };
}

/** Runs a command and ends it when it takes more than it may. */
export async function boundedRun(machine: Machine, args: readonly string[], bounds: Bounds): Promise<Ended> {
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1_000;
  const { child, ended } = machine.start(args);
  let megabytes = 0;
  let busy: number | undefined;
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid));
    busy = busySeconds(child.pid) ?? busy;
    if ((busy ?? 0) > bounds.seconds * 1.5 || elapsed() > bounds.seconds * 8) child.kill('SIGKILL');
  }, 20);
  try {
    const outcome = await ended;
    const seconds = busy ?? elapsed();
    const what = args.join(' ').slice(0, 200);
    expect(seconds, `seconds of ${what}`).to.be.below(bounds.seconds);
    expect(megabytes, `megabytes of ${what}`).to.be.below(bounds.megabytes);
    return outcome;
  } finally {
    clearInterval(timer);
  }
}

/**
 * The error of a command that must refuse its input: in our words, with a next step, and never as long as the input.
 */
export async function refusal(
  machine: Machine,
  args: readonly string[],
  bounds: Bounds = usual,
): Promise<PrintedError> {
  const { code, stdout, stderr } = await boundedRun(machine, [...args, '--json'], bounds);
  expect(
    code,
    `${args.join(' ').slice(0, 200)}\n${stdout.slice(0, 2_000)}${stderr.slice(0, 2_000)}`,
  ).to.be.oneOf([2, 3, 4, 5, 7]);
  expect(stdout.length, 'characters of the error').to.be.below(20_000);
  const { error } = JSON.parse(stdout) as { readonly error: PrintedError };
  expect(error.code).not.to.equal('internal');
  expect(error.message).not.to.match(/call stack|undefined|\[object|heap|Invalid string length/i);
  expect(error.details.next ?? error.details.faults?.[0]?.expected, 'what to do').to.be.a('string');
  return error;
}

function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Seconds that the processors have spent on it, at a hundred ticks each. */
function busySeconds(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}
