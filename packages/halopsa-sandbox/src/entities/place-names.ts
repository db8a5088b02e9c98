/** Names of the countries and regions the sandbox knows, by the codes of a site. Region numbers are the tenant's own. */
const countries: Readonly<Record<string, string>> = {
  US: 'United States',
  CA: 'Canada',
  DE: 'Germany',
  FR: 'France',
  GB: 'United Kingdom',
};

/** Region numbers follow this order, from 1. */
const regions: readonly (readonly [short: string, name: string])[] = [
  ['IL', 'Illinois'],
  ['OH', 'Ohio'],
  ['GA', 'Georgia'],
  ['UT', 'Utah'],
  ['CO', 'Colorado'],
  ['OR', 'Oregon'],
  ['WA', 'Washington'],
  ['WI', 'Wisconsin'],
  ['ID', 'Idaho'],
  ['OK', 'Oklahoma'],
  ['NC', 'North Carolina'],
  ['NE', 'Nebraska'],
  ['BC', 'British Columbia'],
  ['QC', 'Québec'],
  ['Bayern', 'Bayern'],
];

export function countryName(code: unknown): string {
  const known = typeof code === 'string' && Object.hasOwn(countries, code.toUpperCase());
  return known ? (countries[code.toUpperCase()] ?? '') : '';
}

export function regionName(code: unknown): string {
  return typeof code === 'number' ? (regions[code - 1]?.[1] ?? '') : '';
}

/** The number of a region by its short name as addresses write it; 0 when it has none. */
export function regionCode(short: string): number {
  return regions.findIndex(([known]) => known === short) + 1;
}
