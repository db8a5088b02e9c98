import type { DescriptionName } from '@quotebridge/mapping-rules';
import type { Reason } from '../plan/reason.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { DocumentRules } from './document-rules.js';

/**
 * The text that a template of the rules gives a product's line; undefined: there is no template, it gives nothing, or the
 * line is no product.
 */
export function describedAs(
  name: DescriptionName,
  line: SelectedLine,
  { compiled, ruleSet, places, scope }: DocumentRules,
): { readonly text: string; readonly reason: Reason } | undefined {
  const template = ruleSet.descriptions?.[name];
  if (template === undefined || line.kind !== 'item' || line.source === undefined) return undefined;
  const text = compiled.description(name, scope(line.source)) ?? '';
  if (text === '') return undefined;
  return {
    text,
    reason: {
      from: 'rule',
      at: places.at(`/descriptions/${name}`),
      text: `made by the template ${template}`,
    },
  };
}
