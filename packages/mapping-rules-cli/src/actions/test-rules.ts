import { casesView } from '../cases/cases-view.js';
import { junitReport } from '../cases/junit-report.js';
import { refuseSameFile } from '../data/refuse-same-file.js';
import { refuse } from '../errors/refuse.js';
import { openRules } from '../rules/open-rules.js';
import type { Action } from '@quotebridge/command-line';
import { writeFileWhole } from '@quotebridge/command-line/files';
import { runCases } from '@quotebridge/mapping-rules/tools';

export const testRules: Action<{ readonly junit?: string }> = async (
  { terminal },
  { junit },
  [path = ''],
) => {
  if (junit !== undefined) await refuseSameFile('--junit', junit, [path]);
  const { file, rules } = await openRules(path, terminal);
  const started = performance.now();
  const results = runCases(rules);
  const seconds = (performance.now() - started) / 1_000;
  if (junit !== undefined) await writeFileWhole(junit, junitReport(file, results, seconds), refuse);
  const failed = results.filter(({ passed }) => !passed).length;
  const cases = results.map((result) => ({ ...result, ...file.placeOf(result.path) }));
  terminal.result({ file: path, cases, passed: results.length - failed, failed }, (shown) =>
    casesView(shown.cases, file, terminal.colours),
  );
  if (results.length === 0) terminal.note(`“${path}” has no cases: add them under \`tests\`.`);
  return failed > 0 ? 1 : 0;
};
