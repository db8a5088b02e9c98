import { macroRows } from './macro-rows.js';
import type { RulePlaces } from './rule-places.js';
import { tableRows } from './table-rows.js';
import type { Colours } from '@quotebridge/command-line/terminal';
import type { CompiledRuleSet, NotGenerated, RuleStep } from '@quotebridge/mapping-rules';

const whyNot: Readonly<Record<NotGenerated, string>> = {
  notOffered: 'a manufacturer’s number is never made up',
  switchedOff: 'the rules make no numbers',
  noProduct: 'a line that is no product gets no number of its own',
  noMacroForItemType: 'no macro is for this line',
  macroGaveNothing: 'the macro gives nothing for this line',
  tooLong: 'its number is too long',
};

/** The ways to an item number, in their order: the field, the macro, the number of the line type. */
export function numberRows(
  { partNumber: { reason }, chosen, macro, path }: Extract<RuleStep, { readonly kind: 'partNumber' }>,
  field: string,
  places: RulePlaces,
  colours: Colours,
): readonly string[] {
  const arrow = colours.green('→');
  const at = (pointer: string): string => colours.dim(`(${places.at(pointer)})`);
  if (reason.source === 'field')
    return [`${arrow} ${reason.field}, the field that holds item numbers ${at(`${path}/field`)}`];
  const table = `${path}/generation/byItemType`;
  const made = [
    ...(chosen === undefined
      ? []
      : ['the macro is chosen by a table:', ...indented(tableRows(table, chosen, places, colours))]),
    ...(macro === undefined ? [] : indented(macroRows(macro, colours))),
  ];
  const empty = `${colours.dim('·')} ${field} is empty ${at(`${path}/field`)}`;
  if (reason.source === 'macro') {
    const shortened = reason.shortenedFrom === undefined ? '' : `, shortened from “${reason.shortenedFrom}”`;
    return [empty, `${arrow} made by the macro ${reason.macro}${shortened} ${at(reason.path)}`, ...made];
  }
  const none = `${colours.dim('·')} no macro: ${whyNot[reason.because]}`;
  // A number that is too long is replaced by none.
  if (reason.because === 'tooLong') return [empty, `${none} ${at(`${path}/length`)}`, ...made];
  if (reason.source === 'none') return [empty, none, ...made, 'the line type has no number of its own'];
  const fallback = `${path}/fallbackByLineType/${reason.lineType}`;
  return [empty, none, ...made, `${arrow} the number of its line type, ${reason.lineType} ${at(fallback)}`];
}

export function fieldOfNumbers({ ruleSet }: CompiledRuleSet): string {
  return ruleSet.partNumber?.field ?? '';
}

function indented(rows: readonly string[]): readonly string[] {
  return rows.map((row) => `  ${row}`);
}
