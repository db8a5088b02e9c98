import { candidateRows, conflictRows } from '../presentation/conflict-rows.js';
import type { DescribedError } from './describe-error.js';
import { type Colours, visible } from '@quotebridge/command-line/terminal';
import type { Conflict, InputFault, JsonValue } from '@quotebridge/core';
import { basename } from 'node:path';

/** At most that many faults are written out; with --json all of them are there. */
const mostFaults = 20;

/** An error for people: what, where, what was expected, what to do next. */
export function errorView(described: DescribedError, colours: Colours): string {
  const error = visible(described);
  const { faults = [], next, retryAfterSeconds, data } = error.details;
  const questions = conflictsOf(error);
  const lines = [
    `${colours.red('✗')} ${colours.bold(headlineOf(error, questions))} ${colours.dim(`(${error.code})`)}`,
  ];
  for (const fault of faults.slice(0, mostFaults)) lines.push(`    ${faultView(fault, data, colours)}`);
  if (faults.length > mostFaults) lines.push(`    … and ${faults.length - mostFaults} more`);
  if (questions.length > 1 || (questions.length > 0 && error.code === 'settings.invalid')) {
    return [...lines, ...questions.flatMap((question) => conflictRows(question, colours))].join('\n');
  }
  for (const { candidates } of questions) lines.push(...candidateRows(candidates, '    '));
  if (retryAfterSeconds !== undefined) lines.push(`  It may work again in ${retryAfterSeconds} s.`);
  if (next !== undefined) lines.push(`  ${colours.cyan('Next:')} ${next}`);
  return lines.join('\n');
}

export function faultView(fault: InputFault, data: JsonValue | undefined, colours: Colours): string {
  const { at, value, expected } = visible(fault);
  const found = value === undefined ? '' : ` is “${value}”`;
  return `${colours.yellow(at)}${place(fault.at, data)}${found}: expected ${expected}`;
}

/** File and line of a fault, where the configuration or its rule file could tell them. */
function place(at: string, data: JsonValue | undefined): string {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return '';
  const { file, lines, files } = data as Readonly<Record<string, JsonValue | undefined>>;
  if (
    typeof file !== 'string' ||
    lines === undefined ||
    lines === null ||
    typeof lines !== 'object' ||
    Array.isArray(lines)
  )
    return '';
  const line = (lines as Readonly<Record<string, JsonValue>>)[at];
  const other = (files as Readonly<Record<string, JsonValue>> | undefined)?.[at];
  const name = typeof other === 'string' ? other : basename(file);
  return typeof line === 'number' ? ` (${name}:${line})` : '';
}

/** What would be said again below is cut off: faults in one line, and the first of several questions. */
function headlineOf({ message, details }: DescribedError, questions: readonly Conflict[]): string {
  if ((details.faults ?? []).length > 0) return message.replace(/: \/\S+.*$/s, '.');
  if (questions.length > 1) return message.replace(/ The first: .*$/s, '');
  const about = questions[0]?.about ?? '';
  return about.includes('.') && !message.includes(about) ? `${about}: ${message}` : message;
}

/** The questions that are open, each with the records to choose from; of settings, the rows that cannot work. */
function conflictsOf({ code, details }: DescribedError): readonly Conflict[] {
  const holds = code === 'plan.conflict' || code === 'settings.invalid';
  if (!holds || !Array.isArray(details.data)) return [];
  const data = details.data as unknown as readonly Partial<Conflict>[];
  return data.filter((entry): entry is Conflict => Array.isArray(entry.candidates));
}
