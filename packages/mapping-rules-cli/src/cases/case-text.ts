import type { CaseResult } from '@quotebridge/mapping-rules/tools';

/**
 * What a case expected (`-`) and what the rules gave (`+`), and the rule behind it; then what is wrong with the case.
 *
 * @param placeOf says where a rule stands, by its JSON pointer
 */
export function caseText(
  { differences, problems }: CaseResult,
  placeOf: (pointer: string) => string,
): string {
  const compared = differences.flatMap(({ column, expected, actual, path, because }) => [
    `${column}  ${because ?? (path === '' ? '' : `by ${placeOf(path)}`)}`.trimEnd(),
    `- ${shown(expected)}`,
    `+ ${shown(actual)}`,
  ]);
  const others = problems.filter(({ code }) => code !== 'case.differs').map(({ message }) => message);
  return [...compared, ...others].join('\n');
}

function shown(value: string): string {
  return value === '' ? '(no value)' : value;
}
