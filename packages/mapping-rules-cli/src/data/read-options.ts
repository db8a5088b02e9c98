import type { LinesOptions } from './lines-options.js';
import type { ReadOptions } from './read-data.js';

/** Options of the command line as the reader takes them. */
export function readOptions({ from, plainCells = false }: LinesOptions): ReadOptions {
  return { plainCells, ...(from === undefined ? {} : { format: from }) };
}
