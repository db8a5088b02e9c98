import type { Problem } from '@quotebridge/mapping-rules';
import type { Conflict, PlanWarning } from '../plan/plan.js';
import type { RulePlaces } from './rule-places.js';

/** For what shows with the values of a document alone. */
export const correctFieldOrRule = 'Correct the field in the document, or the rule.';

export const listDocumentFields = 'List the fields of documents with: quotebridge datalink fields document';

/** What is wrong with a rule, as a question about the place that holds it. */
export function problemConflict(problem: Problem, places: RulePlaces, next = nextStep(problem)): Conflict {
  return {
    about: places.at(problem.path),
    message: messageOf(problem, places),
    next,
    candidates: problem.suggestions.map((name) => ({ id: name, name })),
  };
}

/** What may be meant, and hardly is. Without a next step, it is for information: no issue of each document comes of it. */
export function problemWarning(problem: Problem, places: RulePlaces): PlanWarning {
  return { about: places.at(problem.path), message: messageOf(problem, places) };
}

function messageOf({ message, path }: Problem, places: RulePlaces): string {
  const place = places.inFile(path);
  return place === undefined ? message : `${message} (${place})`;
}

function nextStep({ code, expected }: Problem): string {
  if (code === 'dataLink.valueRefused') return 'Correct the value in the document, or take the row away.';
  if (code === 'macro.unknownField' || code === 'partNumber.unknownField' || code === 'table.unknownField')
    return listDocumentFields;
  return `Correct it: expected ${expected}.`;
}
