// `node --import tsx src/run.ts [--quick]`: measures everything, writes docs/benchmarks.md and docs/benchmarks.json, and fails when a
// bound is missed. `--quick` takes fewer rounds and writes nothing.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { csvRun } from './command/csv-run.js';
import { startUp } from './command/start-up.js';
import { contestBounds, isMet } from './report/bounds.js';
import { contestReport } from './report/contest-report.js';
import { engineReport } from './report/engine-report.js';
import { figure, markdown } from './report/markdown.js';
import type { Report } from './report/report.js';

const quick = process.argv.includes('--quick');
const tell = (text: string): void => void process.stdout.write(`${text} …\n`);

const plan = quick
  ? { rounds: 5, milliseconds: 30, coldRuns: 0, processes: 1, longestCallMilliseconds: 5 }
  : { rounds: 11, milliseconds: 60, coldRuns: 3, processes: 1 };
// Those who take part are close to each other; among tables they are not, and some take seconds a line.
const macro = await contestReport('macro', quick ? plan : { ...plan, rounds: 5, processes: 5 }, tell);
const table = await contestReport('table', plan, tell);
tell('Plans and pushes');
const engine = await engineReport(quick ? 2 : 7);
tell('Starting the commands');
const start = await startUp(quick ? 5 : 21);
tell('CSV');
const csv = await csvRun(quick ? 100_000 : 1_000_000, quick ? 1 : 5);

const [processor] = cpus();
const report: Report = {
  environment: {
    node: process.versions.node,
    v8: process.versions.v8,
    processor: processor?.model ?? 'unknown processor',
    cores: cpus().length,
    platform: `${process.platform} ${process.arch}`,
  },
  contests: [macro, table],
  measurements: [...engine.measurements, start.measurement, csv.measurement],
  bounds: [
    ...contestBounds(macro),
    ...contestBounds(table),
    ...csv.bounds,
    ...engine.bounds,
    ...start.bounds,
  ],
};
if (!quick) {
  const docs = new URL('../../../docs/', import.meta.url);
  writeFileSync(new URL('benchmarks.json', docs), `${JSON.stringify(report, undefined, 2)}\n`);
  writeFileSync(new URL('benchmarks.md', docs), markdown(report));
}
for (const bound of report.bounds) {
  const { what, limit, measured, unit } = bound;
  process.stdout.write(
    `${isMet(bound) ? '✓' : '✗'} ${what}: ${figure(measured)} ${unit}, at most ${limit}\n`,
  );
}
process.exitCode = report.bounds.every(isMet) ? 0 : 1;
