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
  const meant = within.suggest(name);
  const hint = meant.length === 0 ? '' : ` Did you mean ${meant.map(shown).join(' or ')}?`;
  const has = owner === 'the document' ? 'has' : 'have';
  return new RuleError(
    'dataLink.unknownField',
    `Row ${index + 1}: ${owner} ${has} no field “${name.slice(0, 80)}”.${hint}`,
    {
      path: `/${index}/${side}`,
      expected: `a field of ${owner}`,
      suggestions: meant.map(({ name: known }) => known),
    },
  );
}

/** With the label: a person may have typed it in place of the name. */
function shown({ name, label = '' }: DataLinkField): string {
  return label === '' || label === name ? name : `${name} (“${label}”)`;
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
