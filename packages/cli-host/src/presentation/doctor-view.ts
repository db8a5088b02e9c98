import { table, wrappedRows } from '@quotebridge/command-line/table';
import { counted, type Terminal } from '@quotebridge/command-line/terminal';
import type { Diagnosis, DoctorFinding, DoctorReport, RequestCount } from '@quotebridge/core';

/** More documents than that are not listed one by one, unless something is in their way. */
const mostListed = 40;
/** More numbers than that say nothing to a person. */
const mostNumbers = 6;

/** Who we are in the PSA, what will get in the way of a push, and what becomes of the documents. */
export function doctorView(
  connection: string,
  report: DoctorReport,
  requests: RequestCount,
  terminal: Pick<Terminal, 'width' | 'colours'>,
): string {
  const { colours, width } = terminal;
  const sign = { ok: colours.green('✓'), warning: colours.yellow('!'), error: colours.red('✗') };
  const topic = Math.max(0, ...report.findings.map((finding) => finding.topic.length));
  const rows = report.findings.flatMap((finding) => [
    `  ${sign[finding.level]} ${finding.topic.padEnd(topic)}  ${finding.message}`,
    ...documentsOf(finding, width).map((row) => colours.dim(row)),
    ...(finding.next === undefined ? [] : [`    ${colours.cyan('Next:')} ${finding.next}`]),
  ]);
  const { id, name } = report.account;
  return [
    `${colours.bold(connection)}: signed in to ${report.server} as ${id === undefined ? name : `${name} (${id})`}`,
    ...rows,
    ...diagnosesOf(report.documents ?? [], terminal),
    colours.dim(`  ${counted(requests.read + requests.write, 'request')}`),
  ].join('\n');
}

function documentsOf({ documents = [] }: DoctorFinding, width: number): readonly string[] {
  if (documents.length === 0) return [];
  const more = documents.length > mostNumbers ? `, … and ${documents.length - mostNumbers} more` : '';
  return wrappedRows(`in ${documents.slice(0, mostNumbers).join(', ')}${more}`, 4, width);
}

function diagnosesOf(
  documents: readonly Diagnosis[],
  { width, colours }: Pick<Terminal, 'width' | 'colours'>,
): readonly string[] {
  const isBad = ({ verdict }: Diagnosis): boolean => ['blocked', 'unreadable', 'unknown'].includes(verdict);
  const listed = documents.length > mostListed ? documents.filter(isBad) : documents;
  if (listed.length === 0) return [];
  const rows = listed.map((one) => [
    one.number,
    isBad(one) ? colours.red(one.verdict) : one.verdict,
    one.writes.join(', '),
  ]);
  const columns = [
    { title: 'document', shrinksTo: 10 },
    { title: 'dry run' },
    { title: 'would', shrinksTo: 16 },
  ];
  return ['', table(columns, rows, { width, colours, indent: 2 })];
}
