import type { DocumentLine } from '../domain/document-line.js';
import { errorCatalogue } from '../errors/error-catalogue.js';
import { isQuotebridgeError, type QuotebridgeError } from '../errors/quotebridge-error.js';
import type { Conflict } from '../plan/plan.js';
import type { IssueStage } from '../state/issue-store.js';
import type { Fault } from './fault.js';
import { lineOfQuestion } from './line-of-question.js';

/** At most that many addressed faults are kept; the document itself has the rest. */
const mostFaults = 20;

/** Where a push was when it failed. */
export interface FailurePlace {
  readonly stage: IssueStage;
  /** The record that was being written; `document` before that. */
  readonly about: string;
  /** Name of the file that was being attached. */
  readonly attachment?: string;
  /** Names of all files that were to be attached. */
  readonly attachments: readonly string[];
  /** Lines of the document, as far as it is known. */
  readonly lines?: readonly DocumentLine[];
}

/** What an error says, as faults: one for each open question of a plan that was refused, else one. */
export function faultsOfError(error: unknown, place: FailurePlace): readonly Fault[] {
  if (!isQuotebridgeError(error)) return [unexpected(error, place)];
  const questions = error.code === 'plan.conflict' ? conflictsOf(error) : [];
  if (questions.length > 0) return questions.map((conflict) => questionFault(conflict, place));
  const { faults, next } = error.details;
  return [
    {
      ...failure(place),
      code: error.code,
      message: error.message,
      next: next ?? advice(error),
      ...(faults === undefined || faults.length === 0 ? {} : { faults: faults.slice(0, mostFaults) }),
    },
  ];
}

function failure({ stage, about, attachment }: FailurePlace): Pick<Fault, 'level' | 'stage' | 'about'> {
  return { level: 'error', stage, about, ...(attachment === undefined ? {} : { attachment }) };
}

function questionFault(
  { about, message, next, candidates }: Conflict,
  { attachments, lines = [] }: FailurePlace,
): Fault {
  const line = lineOfQuestion({ about, message }, lines);
  const attachment = about.startsWith('attachments')
    ? attachments.find((name) => message.includes(name))
    : undefined;
  return {
    level: 'error',
    stage: 'plan',
    about,
    ...(line === undefined ? {} : { line }),
    ...(attachment === undefined ? {} : { attachment }),
    code: 'plan.conflict',
    message,
    next,
    ...(candidates.length === 0
      ? {}
      : { data: { candidates: candidates.map(({ id, name }) => ({ id, name })) } }),
  };
}

function conflictsOf({ details }: QuotebridgeError): readonly Conflict[] {
  const data = Array.isArray(details.data) ? (details.data as unknown as readonly Partial<Conflict>[]) : [];
  return data.filter((entry): entry is Conflict => Array.isArray(entry.candidates));
}

function advice({ code }: QuotebridgeError): string {
  const { caller } = errorCatalogue[code];
  return `${caller.charAt(0).toUpperCase()}${caller.slice(1)}.`;
}

/** A fault of ours: no code of the catalogue was meant for it. */
function unexpected(error: unknown, place: FailurePlace): Fault {
  const text = error instanceof Error ? error.message : String(error);
  return {
    ...failure(place),
    code: 'internal',
    message: `Something unexpected happened: ${text.split('\n')[0]?.slice(0, 300) ?? ''}`,
    next: 'Run it again with --verbose and report what it prints.',
  };
}
