import type { CastClient } from './cast-data.js';
import { SeededRandom } from './seeded-random.js';

const places = listed(
  'Lakeview, Granite, Prairie, Juniper, Silver Creek, Foxglove, Ironwood, Bayside, ' +
    'Copper Ridge, Sunrise, Maple Grove, Stonebridge, Willow, Northfield, Highland, ' +
    'Redwood, Clearwater, Amber, Falcon, Pioneer, Orchard, Beacon, Cobblestone, Westgate, ' +
    'Timberline, Magnolia, Quarry, Driftwood, Summerset, Larkspur',
);
const trades = listed(
  'Veterinary Clinic, Accounting, Construction, Insurance Agency, Manufacturing, ' +
    'Credit Union, Hotel Group, Engineering, Pediatrics, Brewing Company',
);
const firstNames = listed(
  'Alice, Brian, Carla, Derek, Emma, Frank, Gina, Hassan, Ivy, James, Karen, Liam, Maya, ' +
    'Nina, Oscar, Paula, Quentin, Rosa, Steven, Tara',
);
const surnames = listed(
  'Adams, Brooks, Castillo, Duarte, Ellis, Foster, Grant, Hughes, Ibrahim, Jensen, ' +
    'Kowalski, Lopez, Murphy, Novak, Ortiz, Price, Quinn, Reyes, Shaw, Turner',
);
const streets = listed('Main Street, Second Avenue, Oak Lane, Commerce Drive, Mill Road, Park Boulevard');
const cities: readonly [string, string, string][] = [
  ['Madison', 'WI', '53703'],
  ['Boise', 'ID', '83702'],
  ['Tulsa', 'OK', '74103'],
  ['Raleigh', 'NC', '27601'],
  ['Omaha', 'NE', '68102'],
  ['Spokane', 'WA', '99201'],
];
const titles = listed('Office Manager, IT Contact, Owner, Controller, Purchasing, Operations Manager');

/** Clients that fill the tenant up, `people` users over all of them. Their names never meet those of the cast. */
export function inventedClients(count: number, people: number): CastClient[] {
  const random = new SeededRandom(2026);
  return Array.from({ length: count }, (_, index) => {
    const place = places[index % places.length] ?? 'Lakeview';
    const name = `${place} ${trades[index % trades.length] ?? 'Accounting'}`;
    const domain = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
    const [city, region, postcode] = cities[index % cities.length] ?? ['Madison', 'WI', '53703'];
    const users = Math.floor(people / count) + (index < people % count ? 1 : 0);
    return {
      name,
      domain,
      address: [`${100 + random.below(9000)} ${pick(streets, random)}`, '', city, region, postcode],
      country: 'US',
      taxId: index % 7 === 6 ? 1 : 2,
      users: Array.from({ length: users }, (_unused, person) =>
        inventedPerson(index, person, domain, random),
      ),
      ...(index % 3 === 0 && {
        secondSite: [
          `${city} Annex`,
          `${100 + random.below(900)} ${pick(streets, random)}`,
          '',
          city,
          region,
          postcode,
        ],
      }),
    };
  });
}

function inventedPerson(
  client: number,
  person: number,
  domain: string,
  random: SeededRandom,
): [string, string, string] {
  const first = firstNames[(client * 3 + person * 7) % firstNames.length] ?? 'Alice';
  const last = surnames[(client * 5 + person * 3) % surnames.length] ?? 'Adams';
  return [`${first} ${last}`, `${first}.${last}@${domain}`.toLowerCase(), pick(titles, random)];
}

function pick(values: readonly string[], random: SeededRandom): string {
  return values[random.below(values.length)] ?? '';
}

function listed(names: string): readonly string[] {
  return names.split(', ');
}
