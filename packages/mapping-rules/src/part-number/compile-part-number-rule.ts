import { nearestNames } from '../error/nearest-names.js';
import { RuleError } from '../error/rule-error.js';
import { FieldIndex } from '../macro/field-index.js';
import { compileGeneration, type Generation } from './compile-generation.js';
import type { CompiledPartNumberRule, PartNumber, PartNumberRule } from './part-number-rule.js';

/**
 * Compiles where part numbers come from. The mapped field wins as it is; only when it is empty a macro may make a
 * number, never in place of the manufacturer's; what still has none gets the fixed number of its line type.
 *
 * @throws RuleError when the field or a macro in use cannot work; `path` says which one.
 */
export function compilePartNumberRule(rule: PartNumberRule): CompiledPartNumberRule {
  const field = knownField(rule);
  const offered = field.toLowerCase() !== 'manufacturerpartnumber';
  const generate: Generation = offered
    ? compileGeneration(rule.generation, rule.vocabulary)
    : () => ({ because: 'notOffered' });
  const fallbacks = new Map(Object.entries(rule.fallbackByLineType ?? {}));

  return {
    resolve: (scope, lineType): PartNumber => {
      const given: unknown = scope.line[field];
      const number = typeof given === 'string' ? given.trim() : '';
      if (number !== '') return { number, reason: { source: 'field', field } };

      const outcome = generate(scope);
      if ('number' in outcome) return outcome;

      const fallback = fallbacks.get(lineType)?.trim() ?? '';
      return {
        number: fallback,
        reason: { source: fallback === '' ? 'none' : 'fallback', lineType, ...outcome },
      };
    },
  };
}

function knownField({ field, vocabulary }: PartNumberRule): string {
  const known = new FieldIndex(vocabulary).find('line', field.trim());
  if (known !== undefined) return known;
  const suggestions = nearestNames(field.trim().replace(/^DocumentItems_/i, ''), vocabulary.line);
  const hint = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(' or ')}?`;
  throw new RuleError(
    'partNumber.unknownField',
    `Lines of documents have no field “${field.slice(0, 80)}”.${hint}`,
    {
      path: '/field',
      expected: 'a known field of the line',
      suggestions,
    },
  );
}
