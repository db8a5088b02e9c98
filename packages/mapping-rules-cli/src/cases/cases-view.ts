import { caseText } from './case-text.js';
import type { RuleFile } from '../rules/rule-file.js';
import { rulePlace } from '../rules/rule-place.js';
import { counted, type Colours } from '@quotebridge/command-line/terminal';
import type { CaseResult } from '@quotebridge/mapping-rules/tools';

/** All cases for people: a line each, and for those that did not pass what differs. */
export function casesView(
  results: readonly CaseResult[],
  file: Pick<RuleFile, 'path' | 'placeOf'>,
  colours: Colours,
): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const rows = results.flatMap((result) => {
    if (result.passed) return [`${colours.green('✔')} ${result.name}`];
    const place = `${file.path}:${file.placeOf(result.path).line}`;
    const text = caseText(result, (pointer) => rulePlace(file, pointer));
    return [`${colours.red('✖')} ${result.name}  ${colours.dim(place)}`, ...indented(text, colours)];
  });
  const all = counted(results.length, 'case');
  const total = failed === 0 ? colours.green(`${all} passed.`) : colours.red(`${failed} of ${all} failed.`);
  return [...rows, total].join('\n');
}

function indented(text: string, colours: Colours): readonly string[] {
  return text.split('\n').map((line) => {
    if (line.startsWith('- ')) return `    ${colours.green(line)}`;
    return `    ${line.startsWith('+ ') ? colours.red(line) : line}`;
  });
}
