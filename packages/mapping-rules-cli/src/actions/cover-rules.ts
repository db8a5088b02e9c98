import { coverLines } from '../coverage/cover-lines.js';
import { coverageView } from '../coverage/coverage-view.js';
import type { LinesOptions } from '../data/lines-options.js';
import type { MissingField } from '../data/found-fields.js';
import { noteMissing } from '../data/note-missing.js';
import { openLines } from '../data/open-lines.js';
import type { TalliedProblem } from '../data/problem-tally.js';
import { readOptions } from '../data/read-options.js';
import { readRuled } from '../data/read-ruled.js';
import { noteTally } from '../data/note-tally.js';
import { openRules } from '../rules/open-rules.js';
import type { Action } from '@quotebridge/command-line';
import { createCoverage } from '@quotebridge/mapping-rules/tools';

interface CoverageOptions extends LinesOptions {
  readonly strict?: boolean;
}

/** What is wrong with the lines of one file. */
interface CoveredFile {
  readonly file: string;
  readonly lines: number;
  readonly failed: number;
  readonly problems: readonly TalliedProblem[];
  /** Fields that the rules read and none of its lines has. */
  readonly missing: readonly MissingField[];
}

export const coverRules: Action<CoverageOptions> = async ({ terminal }, options, [path = '', ...paths]) => {
  const { rules } = await openRules(path, terminal);
  const coverage = createCoverage(rules);
  const files: CoveredFile[] = [];
  for (const file of paths) {
    using opened = await openLines(file, terminal);
    const data = await readRuled(opened.input, [rules], readOptions(options));
    const { lines, failed, problems } = await coverLines(rules, coverage, data.lines);
    const missing = data.missing();
    opened[Symbol.dispose]();
    files.push({ file, lines, failed, problems, missing });
    noteMissing(missing, terminal, file);
    noteTally(problems, terminal, file);
  }
  const report = coverage.report();
  terminal.result({ files, ...report }, (shown) => coverageView(shown, terminal.colours));
  const failed = files.some((file) => file.failed > 0);
  const gaps = report.tables.some(({ unused, uncovered }) => unused.length > 0 || uncovered.length > 0);
  return failed || (options.strict === true && gaps) ? 1 : 0;
};
