import { openLines } from '../data/open-lines.js';
import type { DataFormat } from '../data/data-format.js';
import type { LinesOptions } from '../data/lines-options.js';
import { pipeName } from '../data/named-input.js';
import { noteMissing } from '../data/note-missing.js';
import { noteResult } from '../data/note-result.js';
import { refuseSameFile } from '../data/refuse-same-file.js';
import { refuse } from '../errors/refuse.js';
import { openRules } from '../rules/open-rules.js';
import { runLines } from '../run/run-lines.js';
import { runSummary } from '../run/run-summary.js';
import { runView } from '../run/run-view.js';
import type { Action } from '@quotebridge/command-line';

interface RunOptions extends LinesOptions {
  readonly in: string;
  readonly out: string;
  readonly to?: DataFormat;
  readonly problems: boolean;
  readonly overwrite?: boolean;
}

export const runRules: Action<RunOptions> = async ({ terminal }, options, [path = '']) => {
  const { in: from, out: output, problems, overwrite = false, plainCells = false } = options;
  await refuseSameFile('--out', output, [path, from]);
  const { rules } = await openRules(path, terminal);
  const started = performance.now();
  using opened = await openLines(from, terminal, output);
  const { tally, missing, written } = await runLines({
    rules,
    input: opened.input,
    output,
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
    problems,
    overwrite,
    plainCells,
    refuse,
  });
  opened[Symbol.dispose]();
  // Nobody is there any more who would want to know.
  if (written === 'left') return 0;
  const summary = runSummary(tally, missing, performance.now() - started);
  noteMissing(missing, terminal, opened.input.name);
  if (terminal.json && output !== pipeName) terminal.object(summary);
  else noteResult(summary, (shown) => runView(shown, output, terminal), terminal);
  return summary.failed > 0 ? 1 : 0;
};
