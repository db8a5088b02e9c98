import { quoteWerksFields, type Vocabulary } from '@quotebridge/mapping-rules';

/**
 * The columns of a document that rules do not know anyway. A column in another case than QuoteWerks', or in two, stays:
 * rules must ask for it as the document calls it.
 */
export function ownColumns(vocabulary: Vocabulary): Vocabulary {
  const own = (area: keyof Vocabulary): readonly string[] => {
    const known = new Set(quoteWerksFields[area]);
    const spellings = new Map<string, number>();
    for (const name of vocabulary[area])
      spellings.set(name.toLowerCase(), (spellings.get(name.toLowerCase()) ?? 0) + 1);
    return vocabulary[area].filter((name) => !known.has(name) || spellings.get(name.toLowerCase()) !== 1);
  };
  return { line: own('line'), header: own('header'), application: own('application') };
}
