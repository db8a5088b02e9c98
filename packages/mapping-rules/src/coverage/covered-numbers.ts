import type { NotGenerated, PartNumber } from '../part-number/part-number.js';
import { CountedValues } from './counted-values.js';
import type { NumberCoverage } from './coverage-report.js';

/** Different line types and causes that are kept apart: more than there are. */
const mostCauses = 200;

/** Where the numbers of lines come from. */
export class CoveredNumbers {
  readonly #lines = { field: 0, macro: 0, fallback: 0, none: 0 };
  readonly #without = new CountedValues(mostCauses);

  add({ reason }: PartNumber): void {
    this.#lines[reason.source]++;
    if (reason.source === 'none') this.#without.add([reason.lineType, reason.because]);
  }

  report(): NumberCoverage {
    const without = this.#without.all.map(({ texts: [lineType = '', because = ''], lines }) => ({
      lineType,
      because: because as NotGenerated,
      lines,
    }));
    return { lines: { ...this.#lines }, without };
  }
}
