import { RuleError } from '../error/rule-error.js';
import type { DataLinkField } from './data-link-vocabulary.js';
import type { NamedFields } from './named-fields.js';
import { typeFault } from './type-fault.js';

export function unknownField(
  index: number,
  side: 'from' | 'to',
  name: string,
  within: NamedFields,
  owner: string,
): RuleError {
  const suggestions = within.suggest(name);
  const hint = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(' or ')}?`;
  return new RuleError(
    'dataLink.unknownField',
    `Row ${index + 1}: “${name.slice(0, 80)}” is no known field of ${owner}.${hint}`,
    { path: `/${index}/${side}`, expected: `a field of ${owner}`, suggestions },
  );
}

export function wrongType(
  index: number,
  event: 'choose' | 'save',
  source: DataLinkField,
  target: DataLinkField,
): RuleError | undefined {
  const expected = typeFault(event, source.type, target.type);
  if (expected === undefined) return undefined;
  return new RuleError(
    'dataLink.wrongType',
    `Row ${index + 1}: ${source.name} (${source.type}) cannot go to ${target.name} (${target.type}): expected ${expected}.`,
    { path: `/${index}/to`, expected },
  );
}

export function notWritable(index: number, name: string, object: string): RuleError {
  const message = `Row ${index + 1}: the field ${name} of ${object} cannot be written.`;
  return new RuleError('dataLink.notWritable', message, {
    path: `/${index}/to`,
    expected: 'a field that can be written',
  });
}

export function notReadable(index: number, name: string, object: string): RuleError {
  const message = `Row ${index + 1}: the field ${name} of ${object} cannot be read.`;
  return new RuleError('dataLink.notReadable', message, {
    path: `/${index}/from`,
    expected: 'a field that can be read',
  });
}
