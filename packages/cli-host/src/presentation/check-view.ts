import type { Colours } from './terminal.js';
import type { CheckReport, RequestCount } from '@quotebridge/core';

/** Who we are in the PSA, and what will get in the way of a push. */
export function checkView(
  connection: string,
  report: CheckReport,
  requests: RequestCount,
  colours: Colours,
): string {
  const sign = { ok: colours.green('✓'), warning: colours.yellow('!'), error: colours.red('✗') };
  const topic = Math.max(0, ...report.findings.map((finding) => finding.topic.length));
  const rows = report.findings.flatMap((finding) => [
    `  ${sign[finding.level]} ${finding.topic.padEnd(topic)}  ${finding.message}`,
    ...(finding.next === undefined ? [] : [`    ${colours.cyan('Next:')} ${finding.next}`]),
  ]);
  const account =
    report.account.id === undefined ? report.account.name : `${report.account.name} (${report.account.id})`;
  return [
    `${colours.bold(connection)}: signed in to ${report.server} as ${account}`,
    ...rows,
    colours.dim(`  ${requests.read + requests.write} requests`),
  ].join('\n');
}
