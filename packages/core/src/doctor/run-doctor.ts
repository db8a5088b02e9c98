import type { QuoteDocument } from '../domain/document.js';
import type { ConnectionLists } from '../engine/connection-lists.js';
import type { ConnectionParts } from '../engine/connection-parts.js';
import type { DoctorOptions, PlanOptions } from '../engine/engine-types.js';
import { signalOf } from '../engine/signal-of.js';
import type { Plan } from '../plan/plan.js';
import { checkConnection } from './check-connection.js';
import { clockFindings } from './clock-findings.js';
import { diagnoseDocument } from './diagnose-document.js';
import { documentFindings } from './document-findings.js';
import type { Diagnosis, DoctorFinding, DoctorReport } from './doctor-report.js';
import { limitFindings } from './limit-findings.js';
import { mappingFindings } from './mapping-findings.js';

/** What a doctor needs of an open connection. */
export interface Patient {
  readonly parts: ConnectionParts;
  readonly lists: ConnectionLists;
  readonly plan: (document: QuoteDocument, options: PlanOptions) => Promise<Plan>;
  /** Issues that are open. */
  readonly countIssues: () => Promise<number>;
}

/**
 * Looks at everything that gets in the way of a push: the account, the clock, scopes, settings, mappings, limits and, where
 * documents are given, a dry run of each. Reads only.
 *
 * @throws `auth.rejected` and `remote.*` when the PSA cannot be reached at all
 */
export async function runDoctor(patient: Patient, options: DoctorOptions): Promise<DoctorReport> {
  const { parts, lists } = patient;
  options.progress?.({ message: 'Looking at the connection' });
  const report = await checkConnection(parts, lists, options);
  const documents = options.documents ?? [];
  const diagnoses = await dryRuns(patient, options);
  const mappings = documents.length === 0 ? [] : await coverage(patient, options);
  const clock = parts.clockDifference();
  const pace = await parts.budget.pace();
  return {
    ...report,
    findings: [
      ...report.findings,
      ...clockFindings(clock),
      ...limitFindings(pace, parts.contactManager, diagnoses),
      ...mappings,
      ...(documents.length === 0 ? [] : withoutTold(documentFindings(diagnoses), mappings)),
      ...issueFindings(await patient.countIssues()),
    ],
    ...(clock === undefined ? {} : { clock }),
    pace,
    ...(options.documents === undefined ? {} : { documents: diagnoses }),
  };
}

async function dryRuns({ plan }: Patient, options: DoctorOptions): Promise<readonly Diagnosis[]> {
  const { documents = [], siblings, application, progress } = options;
  const planOptions = {
    siblings: siblings ?? documents.flatMap(({ document }) => document ?? []),
    ...(application === undefined ? {} : { application }),
    ...signalOf(options),
  };
  const diagnoses: Diagnosis[] = [];
  for (const [index, read] of documents.entries()) {
    progress?.({ message: `Dry run of ${read.number} (${index + 1} of ${documents.length})` });
    diagnoses.push(await diagnoseDocument(read, (document) => plan(document, planOptions)));
  }
  return diagnoses;
}

async function coverage(
  { parts, lists }: Patient,
  options: DoctorOptions,
): Promise<readonly DoctorFinding[]> {
  const valid = (options.documents ?? []).flatMap(({ document }) => document ?? []);
  const { lookups } = parts.contactManager;
  const agents = lookups.names.includes('agents')
    ? (await lists.lookups.read('agents', signalOf(options))).entries
    : [];
  return mappingFindings(valid, parts.opened.policy, parts.opened.rules, agents);
}

/** Users without a mapping have a finding of their own, with all their documents. */
function withoutTold(
  findings: readonly DoctorFinding[],
  mappings: readonly DoctorFinding[],
): readonly DoctorFinding[] {
  const told = mappings.flatMap(
    ({ message }) => /^The user “[^”]*” is not mapped to an agent/.exec(message) ?? [],
  );
  return findings.filter(({ message }) => !told.some((beginning) => message.startsWith(beginning)));
}

function issueFindings(open: number): readonly DoctorFinding[] {
  if (open === 0) return [];
  const message = open === 1 ? 'One thing did not go through yet.' : `${open} things did not go through yet.`;
  return [{ level: 'warning', topic: 'issues', message, next: 'quotebridge issues list' }];
}
