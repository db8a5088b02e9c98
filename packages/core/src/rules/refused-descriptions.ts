import { descriptionNames, type Problem } from '@quotebridge/mapping-rules';
import type { Conflict } from '../plan/plan.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { DocumentRules } from './document-rules.js';
import { correctFieldOrRule, problemConflict } from './problem-conflict.js';

/** More of them say nothing new. */
const mostNamed = 20;

/** What templates cannot make a text of, such as a date that is none: the document's own text would hide it. */
export function refusedDescriptions(
  lines: readonly SelectedLine[],
  { compiled, places, scope }: DocumentRules,
): readonly Conflict[] {
  const refused = new Map<string, Conflict>();
  const report = (problem: Problem): void => {
    const conflict = problemConflict(problem, places, correctFieldOrRule);
    refused.set(`${conflict.about}\n${conflict.message}`, conflict);
  };
  for (const { kind, source } of lines) {
    if (refused.size >= mostNamed) break;
    if (kind !== 'item' || source === undefined) continue;
    for (const name of descriptionNames) compiled.description(name, scope(source), report);
  }
  return [...refused.values()];
}
