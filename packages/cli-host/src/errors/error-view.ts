import { visible } from '../presentation/visible-text.js';
import type { DescribedError } from './describe-error.js';
import type { Colours } from '../presentation/terminal.js';
import type { InputFault, JsonValue } from '@quotebridge/core';
import { basename } from 'node:path';

/** At most that many faults are written out; with --json all of them are there. */
const mostFaults = 20;

/** An error for people: what, where, what was expected, what to do next. */
export function errorView(described: DescribedError, colours: Colours): string {
  const error = visible(described);
  const { faults = [], next, retryAfterSeconds, data } = error.details;
  // A message that repeats its faults in one line is cut where they begin.
  const headline = faults.length > 0 ? error.message.replace(/: \/\S+.*$/s, '.') : error.message;
  const lines = [`${colours.red('✗')} ${colours.bold(headline)} ${colours.dim(`(${error.code})`)}`];
  for (const fault of faults.slice(0, mostFaults)) lines.push(`    ${faultView(fault, data, colours)}`);
  if (faults.length > mostFaults) lines.push(`    … and ${faults.length - mostFaults} more`);
  for (const candidate of candidatesOf(error)) lines.push(`    ${candidate.id}  ${candidate.name}`);
  if (retryAfterSeconds !== undefined) lines.push(`  It may work again in ${retryAfterSeconds} s.`);
  if (next !== undefined) lines.push(`  ${colours.cyan('Next:')} ${next}`);
  return lines.join('\n');
}

export function faultView(fault: InputFault, data: JsonValue | undefined, colours: Colours): string {
  const { at, value, expected } = visible(fault);
  const found = value === undefined ? '' : ` is “${value}”`;
  return `${colours.yellow(at)}${place(fault.at, data)}${found}: expected ${expected}`;
}

/** File and line of a fault, where the configuration could tell them. */
function place(at: string, data: JsonValue | undefined): string {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return '';
  const { file, lines } = data as { readonly file?: JsonValue; readonly lines?: JsonValue };
  if (typeof file !== 'string' || lines === null || typeof lines !== 'object' || Array.isArray(lines))
    return '';
  const line = (lines as Readonly<Record<string, JsonValue>>)[at];
  return typeof line === 'number' ? ` (${basename(file)}:${line})` : '';
}

interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** The records to choose from, where more than one was found. */
function candidatesOf({ code, details }: DescribedError): readonly Candidate[] {
  if (code !== 'plan.conflict' || !Array.isArray(details.data)) return [];
  const conflicts = details.data as unknown as readonly { readonly candidates?: readonly Candidate[] }[];
  return conflicts.flatMap((conflict) => conflict.candidates ?? []);
}
