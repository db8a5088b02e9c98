import type { LinesOptions } from '../data/lines-options.js';
import { pipeName } from '../data/named-input.js';
import { noteMissing } from '../data/note-missing.js';
import { noteResult } from '../data/note-result.js';
import { openLines } from '../data/open-lines.js';
import { ProblemTally } from '../data/problem-tally.js';
import { refuseSameFile } from '../data/refuse-same-file.js';
import { readOptions } from '../data/read-options.js';
import { readRuled } from '../data/read-ruled.js';
import { noteTally } from '../data/note-tally.js';
import { diffLines } from '../diff/diff-lines.js';
import { diffRows } from '../diff/diff-rows.js';
import { DiffTally } from '../diff/diff-tally.js';
import { diffView } from '../diff/diff-view.js';
import { refuse } from '../errors/refuse.js';
import { writeData } from '../data/write-data.js';
import { openRules } from '../rules/open-rules.js';
import type { Action } from '@quotebridge/command-line';

interface DiffOptions extends LinesOptions {
  readonly in: string;
  readonly out?: string;
}

export const diffRules: Action<DiffOptions> = async ({ terminal }, options, [before = '', after = '']) => {
  if (options.out !== undefined) await refuseSameFile('--out', options.out, [before, after, options.in]);
  const old = await openRules(before, terminal);
  const next = await openRules(after, terminal);
  const tally = new ProblemTally();
  const found = new DiffTally();
  using opened = await openLines(options.in, terminal, options.out);
  const data = await readRuled(opened.input, [old.rules, next.rules], readOptions(options));
  const differences = diffLines(old.rules, next.rules, data.lines, tally);
  if (options.out === undefined) for await (const difference of differences) found.add(difference);
  else {
    const rows = diffRows(differences, (difference) => found.add(difference));
    // Nobody is there any more who would want to know.
    if ((await writeData(options.out, rows, refuse)) === 'left') return 0;
  }
  opened[Symbol.dispose]();
  const { changed, columns, first } = found;
  const { lines, failed, problems } = tally;
  const missing = data.missing();
  noteMissing(missing, terminal, opened.input.name);
  noteTally(problems, terminal, opened.input.name);
  const result = { lines, failed, problems, missing, changed, columns, first };
  const toOutput = options.out === pipeName;
  const colours = toOutput ? terminal.noteColours : terminal.colours;
  const view = (shown: typeof result): string =>
    diffView(shown, { before: old.file, after: next.file }, colours);
  if (toOutput) noteResult(result, view, terminal);
  else terminal.result(result, view);
  return failed > 0 || changed > 0 ? 1 : 0;
};
