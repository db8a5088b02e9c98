import { quoteWerksFields, type RuleSet } from '@quotebridge/mapping-rules';
import { documentField, type DataLinkField } from '@quotebridge/mapping-rules/data-link';
import type { QuoteDocument } from '../domain/document.js';
import { headerFields, lineFields } from '../resolve/line-scope.js';
import { headerPlaces, linePlaces } from './neutral-places.js';

/** Fields of the header that rows may name: the known ones, those that the rules declare, and whatever else the document has. */
export function headerVocabulary(
  document: QuoteDocument | undefined,
  declared: RuleSet['fields'] = {},
): readonly DataLinkField[] {
  return vocabulary(
    quoteWerksFields.header,
    [...(document === undefined ? [] : Object.keys(headerFields(document))), ...(declared.header ?? [])],
    headerPlaces,
  );
}

export function lineVocabulary(
  document: QuoteDocument | undefined,
  declared: RuleSet['fields'] = {},
): readonly DataLinkField[] {
  const names = new Set((document?.lines ?? []).flatMap((line) => Object.keys(lineFields(line))));
  return vocabulary(quoteWerksFields.line, [...names, ...(declared.line ?? [])], linePlaces);
}

function vocabulary(
  known: readonly string[],
  own: readonly string[],
  places: Readonly<Record<string, string>>,
): readonly DataLinkField[] {
  return [...new Set([...own, ...known])].map((name) => {
    const label = Object.hasOwn(places, name) ? places[name] : undefined;
    return { ...documentField(name), ...(label === undefined ? {} : { label }) };
  });
}
