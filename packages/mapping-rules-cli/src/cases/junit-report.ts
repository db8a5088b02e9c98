import type { CaseResult } from '@quotebridge/mapping-rules/tools';
import { caseText } from './case-text.js';
import type { RuleFile } from '../rules/rule-file.js';
import { rulePlace } from '../rules/rule-place.js';

/**
 * Cases as JUnit XML, which build servers show. The suite is called like the file with the rules.
 *
 * @param seconds that all of them took
 */
export function junitReport(
  file: Pick<RuleFile, 'path' | 'placeOf'>,
  results: readonly CaseResult[],
  seconds: number,
): string {
  const name = file.path;
  const failures = results.filter(({ passed }) => !passed).length;
  const counts = `tests="${results.length}" failures="${failures}" errors="0" time="${seconds.toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escaped(name)}" ${counts}>`,
    ...results.map((result) => testCase(file, result)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(file: Pick<RuleFile, 'path' | 'placeOf'>, result: CaseResult): string {
  const place = `file="${escaped(file.path)}" line="${file.placeOf(result.path).line}"`;
  const start = `    <testcase classname="${escaped(file.path)}" name="${escaped(result.name)}" ${place}`;
  if (result.passed) return `${start}/>`;
  const kind = result.differences.length > 0 ? 'case.differs' : (result.problems[0]?.code ?? '');
  const message = result.problems.map((problem) => problem.message).join(' ');
  const failure = `<failure type="${escaped(kind)}" message="${escaped(message)}">`;
  return `${start}>\n      ${failure}${escaped(caseText(result, (pointer) => rulePlace(file, pointer)))}</failure>\n    </testcase>`;
}

/** XML 1.0 has no way to write most control characters and halves of a pair. */
function escaped(text: string): string {
  return text
    .replace(unwritable, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// Characters that XML cannot hold are what this is about.
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
