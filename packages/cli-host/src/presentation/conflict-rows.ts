import type { Colours } from '@quotebridge/command-line/terminal';
import type { Conflict, Plan } from '@quotebridge/core';

/** At most that many candidates of a question are written out; with --json all of them are there. */
const mostCandidates = 5;

/** An open question for people: what it is about, whom or what there is to choose from, what to do next. */
export function conflictRows({ about, message, next, candidates }: Conflict, colours: Colours): string[] {
  // Names that were probably meant stand in the message.
  const isNotSaid = ({ id, name }: Conflict['candidates'][number]): boolean =>
    id !== name || !message.includes(id);
  return [
    `  ${colours.red('✗')} ${colours.bold(about)}: ${message}`,
    ...candidateRows(candidates.filter(isNotSaid), '      '),
    `    ${colours.cyan('Next:')} ${next}`,
  ];
}

/** What a person ought to know about a plan, and what to do where something can be done. */
export function warningRows({ about, message, next }: Plan['warnings'][number], colours: Colours): string[] {
  return [
    `  ${colours.yellow('!')} ${about}: ${message}`,
    ...(next === undefined ? [] : [`    ${colours.cyan('Next:')} ${next}`]),
  ];
}

/** What there is to choose from; an entry that is known by its name alone has it as its id. */
export function candidateRows(candidates: Conflict['candidates'], indent: string): string[] {
  const further = candidates.length - mostCandidates;
  const rows = candidates
    .slice(0, mostCandidates)
    .map(({ id, name }) => (id === name ? `${indent}${name}` : `${indent}${id}  ${name}`));
  return further > 0 ? [...rows, `${indent}… and ${further} more`] : rows;
}
