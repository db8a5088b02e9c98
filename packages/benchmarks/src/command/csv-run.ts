import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from '../measure/child.js';
import { pairedRatios } from '../measure/paired-ratios.js';
import { spreadOf } from '../measure/spread.js';
import type { Bound, Measurement } from '../report/report.js';
import { writeLinesFile } from './lines-file.js';
import { rules } from './rules.js';

const command = fileURLToPath(new URL('../../../mapping-rules-cli/bin/mapping-rules.js', import.meta.url));
const copy = fileURLToPath(new URL('../copy-csv.ts', import.meta.url));

interface Run {
  readonly seconds: number;
  /** Resident memory at its highest, MB. */
  readonly peak: number;
}

/**
 * `mapping-rules run` and a bare copy with the same reader and writer, in turn; and the memory of runs that differ in
 * nothing but the number of lines.
 */
export async function csvRun(
  lines: number,
  rounds: number,
): Promise<{ measurement: Measurement; bounds: readonly Bound[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'quotebridge-benchmarks-'));
  const file = (name: string): string => join(folder, name);
  try {
    writeFileSync(file('rules.json'), JSON.stringify(rules));
    await writeLinesFile(file('many.csv'), lines);
    await writeLinesFile(file('few.csv'), lines / 10);
    const run = (input: string): Promise<Run> =>
      measured(folder, [command, 'run', file('rules.json'), '--in', file(input), '--out', file('out.csv')]);
    const copied = (): Promise<Run> =>
      measured(folder, ['--import', 'tsx', copy, file('many.csv'), file('copy.csv')]);

    const ours: Run[] = [];
    const bare: Run[] = [];
    const few: Run[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await run('many.csv'));
      bare.push(await copied());
      few.push(await run('few.csv'));
    }
    const seconds = (runs: readonly Run[]): number[] => runs.map((one) => one.seconds);
    const peak = (runs: readonly Run[]): number => spreadOf(runs.map((one) => one.peak)).median;
    const size = lines.toLocaleString('en-GB');
    return {
      measurement: {
        title: `${size} lines of CSV`,
        unit: '',
        figures: {
          '`mapping-rules run`, seconds': spreadOf(seconds(ours)).median,
          'bare copy, seconds': spreadOf(seconds(bare)).median,
          'lines per second': lines / spreadOf(seconds(ours)).median,
          '`mapping-rules run`, MB at most': peak(ours),
          [`with ${(lines / 10).toLocaleString('en-GB')} lines, MB at most`]: peak(few),
          'bare copy, MB at most': peak(bare),
        },
      },
      bounds: [
        {
          what: `\`mapping-rules run\` over ${size} lines, against a bare copy with the same reader and writer`,
          limit: 2,
          measured: spreadOf(pairedRatios(seconds(ours), seconds(bare))).median,
          unit: '×',
        },
        {
          // Ten times the lines: what grew with them would be ten times as much.
          what: `its memory at most, against a tenth of the lines`,
          limit: 1.5,
          measured: peak(ours) / peak(few),
          unit: '×',
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program that writes down, when it ends, how much memory it has had. */
async function measured(folder: string, args: readonly string[]): Promise<Run> {
  const note = join(folder, 'memory');
  const module = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS)));`;
  const noting = `data:text/javascript,${encodeURIComponent(module)}`;
  const { milliseconds } = await runChild(process.execPath, ['--import', noting, ...args]);
  return { seconds: milliseconds / 1000, peak: Number(readFileSync(note, 'utf8')) / 1024 };
}
