import { fileURLToPath } from 'node:url';
import { runChild } from '../measure/child.js';
import { pairedRatios } from '../measure/paired-ratios.js';
import { spreadOf } from '../measure/spread.js';
import type { Bound, Measurement } from '../report/report.js';

const command = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const programs = {
  'node -e 0': ['-e', '0'],
  'quotebridge --help': [command('cli-host/bin/quotebridge.js'), '--help'],
  'mapping-rules --help': [command('mapping-rules-cli/bin/mapping-rules.js'), '--help'],
} as const;

/** How long our commands take until they have said how they are used, beside Node doing nothing; in turn. */
export async function startUp(
  rounds: number,
): Promise<{ measurement: Measurement; bounds: readonly Bound[] }> {
  const times = new Map<string, number[]>(Object.keys(programs).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, args] of Object.entries(programs)) {
      const { milliseconds } = await runChild(process.execPath, args);
      // The first round reads the files from the disk.
      if (round >= 0) times.get(name)?.push(milliseconds);
    }
  }
  const nothing = times.get('node -e 0') ?? [];
  const ours = [...times].filter(([name]) => name !== 'node -e 0');
  return {
    measurement: {
      title: 'From start to end',
      unit: 'ms',
      figures: Object.fromEntries([...times].map(([name, all]) => [name, spreadOf(all).median])),
    },
    bounds: ours.map(([name, all]) => ({
      what: `\`${name}\`, against \`node -e 0\``,
      limit: 2,
      measured: spreadOf(pairedRatios(all, nothing)).median,
      unit: '×',
    })),
  };
}
