import type { EngineResult } from '../engine/engine-result.js';
import { runScript } from '../measure/child.js';
import { pairedRatios } from '../measure/paired-ratios.js';
import { spreadOf } from '../measure/spread.js';
import type { Bound, Measurement } from './report.js';

/** Plans of 1,000 and 10,000 lines, and the requests of a push. */
export async function engineReport(
  rounds: number,
): Promise<{ measurements: readonly Measurement[]; bounds: readonly Bound[] }> {
  const { plan, memory, requests } = await runScript<EngineResult>('run-engine', String(rounds));
  const most = (of: 'first' | 'changed' | 'unchanged'): number => Math.max(...requests.map((one) => one[of]));
  const megabyte = 1024 ** 2;
  return {
    measurements: [
      {
        title: 'Plans',
        unit: '',
        figures: {
          '1,000 lines, ms': spreadOf(plan.small).median,
          '10,000 lines, ms': spreadOf(plan.large).median,
          '1,000 lines, MB kept': memory.small / megabyte,
          '10,000 lines, MB kept': memory.large / megabyte,
        },
      },
      ...requests.map(({ lines, first, changed, unchanged }) => ({
        title: `Requests of a document of ${lines.toLocaleString('en-GB')} lines whose products are known`,
        unit: 'requests',
        figures: { 'first push': first, 'one line changed': changed, unchanged },
      })),
    ],
    bounds: [
      {
        what: 'plan of 10,000 lines, against 1,000: time',
        limit: 12,
        measured: spreadOf(pairedRatios(plan.large, plan.small)).median,
        unit: '×',
      },
      {
        what: 'plan of 10,000 lines, against 1,000: memory',
        limit: 12,
        measured: memory.large / memory.small,
        unit: '×',
      },
      { what: 'first push of a document', limit: 8, measured: most('first'), unit: 'requests' },
      { what: 'push after a change', limit: 4, measured: most('changed'), unit: 'requests' },
      { what: 'push of an unchanged document', limit: 1, measured: most('unchanged'), unit: 'requests' },
    ],
  };
}
