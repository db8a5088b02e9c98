import { checkGroups } from '../src/index.js';

/** The table of checks as it stands in the README. */
export function readmeTable(): string {
  const rows = checkGroups.flatMap(({ checks }) => checks.map(({ id, says }) => `| \`${id}\` | ${says} |`));
  return ['| check | an adapter |', '| --- | --- |', ...rows].join('\n');
}
