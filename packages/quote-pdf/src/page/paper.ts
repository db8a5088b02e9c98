import type { QuoteDocument } from '@quotebridge/core';

export type Paper = 'a4' | 'letter';

const northAmerica =
  /^(us|usa|united states( of america)?|ca|can|canada|mx|mex|mexico|méxico|pr|puerto rico)$/i;

/** The paper that the customer prints on. */
export function paperOf({ soldTo, shipTo, currency }: QuoteDocument): Paper {
  const country = (soldTo.country || shipTo.country).replaceAll('.', '').trim();
  if (country !== '') return northAmerica.test(country) ? 'letter' : 'a4';
  return currency === 'USD' || currency === 'CAD' || currency === 'MXN' ? 'letter' : 'a4';
}
