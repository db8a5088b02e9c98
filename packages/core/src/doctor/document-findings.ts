import type { Diagnosis, DoctorFinding } from './doctor-report.js';

/** What dry runs have found, each thing once with all documents that it is about. */
export function documentFindings(diagnoses: readonly Diagnosis[]): readonly DoctorFinding[] {
  const findings = new Map<string, DoctorFinding>();
  const add = (number: string, finding: DoctorFinding): void => {
    const key = `${finding.level}\n${finding.topic}\n${finding.message}`;
    const documents = findings.get(key)?.documents ?? [];
    findings.set(key, {
      ...finding,
      documents: documents.includes(number) ? documents : [...documents, number],
    });
  };
  for (const diagnosis of diagnoses) {
    for (const finding of findingsOf(diagnosis)) add(diagnosis.number, finding);
  }
  return [verdicts(diagnoses), ...findings.values()];
}

function findingsOf({ conflicts, warnings, faults = [], error }: Diagnosis): readonly DoctorFinding[] {
  const [first, ...more] = faults;
  return [
    ...conflicts.map(({ about, message, next, candidates }): DoctorFinding => {
      const names = candidates.map(({ id, name }) => `${name} (${id})`).join(', ');
      return {
        level: 'error',
        topic: about,
        message,
        next: names === '' ? next : `${next} There are: ${names}.`,
      };
    }),
    ...warnings.map(({ about, message, next }): DoctorFinding => ({
      level: 'warning',
      topic: about,
      message,
      ...(next === undefined ? {} : { next }),
    })),
    ...(first === undefined
      ? []
      : [
          {
            level: 'error',
            topic: 'document',
            message: `It cannot be read: ${first.at}${first.value === undefined ? '' : ` is “${first.value}”`}, expected ${first.expected}${more.length === 0 ? '' : ` (and ${more.length} more)`}.`,
            next: 'Correct it in the quoting tool and export it again.',
          } as const,
        ]),
    ...(error === undefined
      ? []
      : [
          {
            level: 'error',
            topic: error.code,
            message: error.message,
            ...(error.next === undefined ? {} : { next: error.next }),
          } as const,
        ]),
  ];
}

/** `14 documents: 9 ready, 3 unchanged, 2 blocked`. */
function verdicts(diagnoses: readonly Diagnosis[]): DoctorFinding {
  const order: readonly Diagnosis['verdict'][] = [
    'ready',
    'unchanged',
    'skipped',
    'blocked',
    'unreadable',
    'unknown',
  ];
  const parts = order.flatMap((verdict) => {
    const count = diagnoses.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  const bad = diagnoses.some(({ verdict }) => ['blocked', 'unreadable', 'unknown'].includes(verdict));
  const count = `${diagnoses.length} ${diagnoses.length === 1 ? 'document' : 'documents'}`;
  return {
    level: bad ? 'warning' : 'ok',
    topic: 'documents',
    message: `${count}: ${parts.join(', ')}.`,
    ...(bad ? { next: 'What is in their way stands below; nothing was written.' } : {}),
  };
}
