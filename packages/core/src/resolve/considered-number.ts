import type { NotGenerated, PartNumberReason } from '@quotebridge/mapping-rules';
import type { DocumentLine } from '../domain/document-line.js';
import type { Considered } from '../plan/reason.js';
import { consideredRows } from '../rules/considered-rows.js';
import type { DocumentRules } from '../rules/document-rules.js';

/** The ways to an item number, in their order: mapped field, macro, fallback of the line type. */
export function consideredNumber(
  reason: PartNumberReason,
  number: string,
  rules: DocumentRules,
  line: DocumentLine | undefined,
): readonly Considered[] {
  const { places } = rules;
  const field = places.at('/partNumber/field');
  if (reason.source === 'field')
    return [taken(number, reason.field, `the field that holds item numbers (${field})`)];
  const empty: Considered = {
    candidate: rules.ruleSet.partNumber?.field ?? '',
    at: field,
    taken: false,
    why: 'the field is empty in this line',
  };
  const generation = places.at('/partNumber/generation');
  const rows = consideredMacros(rules, line);
  if (reason.source === 'macro') {
    const shortened =
      reason.shortenedFrom === undefined ? '' : `, shortened from ${reason.shortenedFrom.slice(0, 200)}`;
    return [empty, ...rows, taken(number, generation, `made by the macro ${reason.macro}${shortened}`)];
  }
  const notMade: Considered = {
    candidate: reason.macro ?? 'a generated number',
    at: generation,
    taken: false,
    why: whyNot[reason.because],
  };
  const at = places.at(`/partNumber/fallbackByLineType/${reason.lineType}`);
  return [empty, ...rows, notMade, taken(number, at, 'the fallback of its line type')];
}

/** Of a rule file, whose rows may have conditions: which of them chose the macro, and why not the others. */
function consideredMacros(rules: DocumentRules, line: DocumentLine | undefined): readonly Considered[] {
  const pointer = '/partNumber/generation/byItemType';
  const { generation } = rules.ruleSet.partNumber ?? {};
  const table = rules.compiled.tables.byItemType;
  if (table === undefined || generation?.mode !== 'byItemType' || !rules.places.isOfFile(pointer)) return [];
  const fallback = generation.byItemType?.fallback;
  const trace = table.explain(rules.scope(line));
  return consideredRows({ path: pointer, compiled: table, fallback, trace }, rules);
}

const whyNot: Readonly<Record<NotGenerated, string>> = {
  notOffered: 'a manufacturer’s number is never made up',
  switchedOff: 'numbers are not generated',
  noMacroForItemType: 'no macro is for the ItemType of the line, and none for all others',
  macroGaveNothing: 'the macro gives nothing for this line',
  noProduct: 'a line that is no product gets no number of its own',
  tooLong: 'the number would be too long',
};

function taken(candidate: string, at: string, why: string): Considered {
  return { candidate, at, taken: true, why };
}
