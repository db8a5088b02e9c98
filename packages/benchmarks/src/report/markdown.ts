import type { Spread } from '../measure/spread.js';
import { isMet, measuringError } from './bounds.js';
import type { Bound, ContestantReport, ContestReport, Measurement, Report } from './report.js';

/** The report for people: `docs/benchmarks.md`. */
export function markdown(report: Report): string {
  const { environment, contests, measurements, bounds } = report;
  const missed = bounds.filter((bound) => !isMet(bound)).length;
  return `${[
    `# Benchmarks

Written by \`npm run benchmarks\`; not by hand. The same figures as data: [benchmarks.json](benchmarks.json).
Node ${environment.node} (V8 ${environment.v8}), ${environment.processor}, ${environment.cores} cores, ${environment.platform}.

Times depend on the machine, so every bound is a ratio of two figures from the same run. How it is measured, and why so:
[ADR 27](adr/0027-speed-is-a-ratio.md).`,
    `## Bounds

${missed === 0 ? 'All of them are met.' : `**${missed} of them are missed.**`} “At most 1 ×” means as fast as the other, give or take the ${percent(measuringError)} by which two figures of the same code differ.

${table(['what', 'at most', 'measured', 'met'], bounds.map(boundRow))}`,
    ...contests.map(contestSection),
    `## Commands and documents\n\n${measurements.map(measurementTable).join('\n\n')}`,
  ].join('\n\n')}\n`;
}

function boundRow(bound: Bound): readonly string[] {
  const { what, limit, measured, unit } = bound;
  const digits = unit === '×' ? 2 : 0;
  return [what, `${limit} ${unit}`, `${measured.toFixed(digits)} ${unit}`, isMet(bound) ? 'yes' : '**no**'];
}

function contestSection({ title, workloads }: ContestReport): string {
  const uses = new Map(workloads.flatMap(({ results }) => results.map((one) => [one.name, one] as const)));
  const parts = workloads.map(
    ({ title: what, baseline, results }) => `### ${title}: ${what}

${table(
  ['', 'ns per line', 'quartiles', `× ${baseline}`, 'quartiles', 'compile, ms', 'first line, ms'],
  results.map(resultRow),
)}`,
  );
  const used = [...uses.values()].map(({ name, version, use }) => [name, version ?? '', use ?? '']);
  return [`## ${title}`, table(['', 'version', 'used as'], used), ...parts].join('\n\n');
}

function resultRow({ name, kind, absent, warm, ratio, compile, first }: ContestantReport): readonly string[] {
  const shown = kind === 'ours' ? `**${name}**` : name;
  if (warm === undefined || ratio === undefined) return [shown, `n/a: ${absent ?? ''}`, '', '', '', '', ''];
  return [
    shown,
    figure(warm.median),
    range(warm),
    figure(ratio.median),
    range(ratio),
    of(compile),
    of(first),
  ];
}

function of(spread: Spread | undefined): string {
  return spread === undefined ? '' : figure(spread.median);
}

function range({ low, high }: Spread): string {
  return `${figure(low)}–${figure(high)}`;
}

/** Three digits that count, without an exponent. */
export function figure(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: Math.min(digits, 4),
    maximumFractionDigits: Math.min(digits, 4),
  });
}

function measurementTable({ title, unit, figures, note }: Measurement): string {
  const rows = Object.entries(figures).map(([name, value]) => [
    name,
    `${figure(value)}${unit === '' ? '' : ` ${unit}`}`,
  ]);
  return `${table([title, ''], rows)}${note === undefined ? '' : `\n\n${note}`}`;
}

function percent(part: number): string {
  return `${part * 100} %`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
