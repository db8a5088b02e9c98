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
  if (failed === 0) return [...rows, colours.green(`${all} passed.`)].join('\n');
  const differs = results.some(({ differences }) => differences.length > 0);
  const total = colours.red(`${failed} of ${all} failed${differs ? ` (${signs})` : ''}.`);
  return [...rows, total].join('\n');
}

/** What the signs before values mean. */
const signs = '- expected, + came out';

function indented(text: string, colours: Colours): readonly string[] {
  return text.split('\n').map((line) => {
    if (line.startsWith('- ')) return `    ${colours.green(line)}`;
    return `    ${line.startsWith('+ ') ? colours.red(line) : line}`;
  });
}
