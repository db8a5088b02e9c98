import type { DataLinkFieldType } from './data-link-vocabulary.js';

const takenOnSave: Readonly<Record<DataLinkFieldType, readonly DataLinkFieldType[]>> = {
  text: ['text'],
  choice: ['text', 'choice'],
  number: ['number'],
  date: ['date'],
  boolean: ['boolean'],
  unknown: ['text', 'number', 'date', 'boolean', 'choice'],
};

/**
 * What a target expects of its source, when the source is no such thing. A text of the document holds anything that a
 * record gives; everywhere else only like goes to like.
 */
export function typeFault(
  event: 'choose' | 'save',
  source: DataLinkFieldType,
  target: DataLinkFieldType,
): string | undefined {
  if (source === 'unknown' || (event === 'choose' && target === 'text')) return undefined;
  const taken = takenOnSave[target];
  return taken.includes(source) ? undefined : `a field of type ${taken.join(' or ')}`;
}
