import { linesText } from '../data/lines-text.js';
import { tallyRows } from '../data/tally-rows.js';
import type { RunSummary } from './run-summary.js';
import { grouped, type Colours } from '@quotebridge/command-line/terminal';

/** How a run went, for people. */
export function runView(
  { lines, failed, seconds, problems }: RunSummary,
  output: string,
  { width, noteColours: colours }: { readonly width: number; readonly noteColours: Colours },
): string {
  const faults = failed === 0 ? '' : `, ${colours.red(`${grouped(failed)} with an error`)}`;
  const sign = failed === 0 ? colours.green('✓') : colours.red('✗');
  const to = output === '-' ? '' : ` → ${output}`;
  const total = `${sign} ${linesText(lines)} in ${seconds.toFixed(2)} s${faults}${to}`;
  return [tallyRows(problems, { width, colours }), total].filter((part) => part !== '').join('\n');
}
