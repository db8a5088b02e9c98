/** Street, suite or building (or nothing), city, state or county, postcode: HaloPSA has no fields but lines. */
export type SeedAddress = readonly [
  line1: string,
  line2: string,
  line3: string,
  line4: string,
  postcode: string,
];

/** A client of the demo tenant with the people that demos and examples speak of. */
export interface CastClient {
  readonly name: string;
  readonly domain: string;
  readonly address: SeedAddress;
  readonly country: string;
  readonly taxId: number;
  readonly users: readonly (readonly [name: string, email: string, title: string])[];
  readonly secondSite?: readonly [name: string, ...SeedAddress];
  /** Numbered behind the second sites of all clients. */
  readonly furtherSites?: readonly (readonly [name: string, ...SeedAddress])[];
}

export const castClients: readonly CastClient[] = [
  {
    name: 'Acme Dental Group',
    domain: 'acmedental.example',
    address: ['210 Market Street', '', 'Springfield', 'IL', '62701'],
    country: 'US',
    taxId: 2,
    users: [
      ['Laura Chen', 'laura.chen@acmedental.example', 'Practice Manager'],
      ['Omar Haddad', 'omar.haddad@acmedental.example', 'Finance Director'],
    ],
    secondSite: ['Lakeside Clinic', '48 Lakeside Drive', '', 'Springfield', 'IL', '62703'],
  },
  {
    name: 'Riverside Law LLP',
    domain: 'riversidelaw.example',
    address: ['1 Riverside Plaza', 'Suite 900', 'Columbus', 'OH', '43215'],
    country: 'US',
    taxId: 2,
    users: [["Patrick O'Neill", 'patrick.oneill@riversidelaw.example', 'Managing Partner']],
  },
  {
    name: 'Müller & Söhne GmbH',
    domain: 'mueller-soehne.example',
    address: ['Industriestraße 14', '', 'München', 'Bayern', '80939'],
    country: 'DE',
    taxId: 5,
    users: [['Jürgen Müller', 'juergen.mueller@mueller-soehne.example', 'Geschäftsführer']],
    secondSite: ['Werk Augsburg', 'Am Alten Gaswerk 3', '', 'Augsburg', 'Bayern', '86156'],
  },
  {
    name: 'Blue Heron Logistics',
    domain: 'blueheron.example',
    address: ['7700 Harbor Freight Road', '', 'Savannah', 'GA', '31408'],
    country: 'US',
    taxId: 2,
    users: [['Sandra Kim', 'sandra.kim@blueheron.example', 'Operations Director']],
    secondSite: ['Warehouse 2', '7900 Harbor Freight Road', '', 'Savannah', 'GA', '31408'],
  },
  {
    name: 'Cedar Valley School District',
    domain: 'cedarvalley.example',
    address: ['500 Education Way', '', 'Cedar Valley', 'UT', '84013'],
    country: 'US',
    taxId: 1,
    users: [['Robert Nguyen', 'robert.nguyen@cedarvalley.example', 'Technology Coordinator']],
  },
  {
    name: 'Harbor Family Clinic',
    domain: 'harborclinic.example',
    address: ['32 Harbor View', '', 'Victoria', 'BC', 'V8W 1B2'],
    country: 'CA',
    taxId: 3,
    users: [['Aisha Bello', 'aisha.bello@harborclinic.example', 'Clinic Administrator']],
    furtherSites: [
      [
        'Clinique Montréal',
        '1250, boulevard René-Lévesque Ouest',
        'Bureau 2200, 22e étage',
        'Montréal',
        'QC',
        'H3B 4W8',
      ],
    ],
  },
  {
    name: 'Summit Architects',
    domain: 'summitarch.example',
    address: ['88 Summit Avenue', '', 'Denver', 'CO', '80203'],
    country: 'US',
    taxId: 2,
    users: [
      ['Chris Taylor', 'chris.taylor@summitarch.example', 'Principal'],
      ['Chris Taylor', 'ctaylor2@summitarch.example', 'Drafting Lead'],
    ],
  },
  {
    name: 'Evergreen Property',
    domain: 'evergreen-north.example',
    address: ['12 North Pine Street', '', 'Portland', 'OR', '97209'],
    country: 'US',
    taxId: 1,
    users: [['Ana Silva', 'ana@evergreen-north.example', 'Property Manager']],
  },
  {
    name: 'Evergreen Property',
    domain: 'evergreen-south.example',
    address: ['640 South Oak Avenue', '', 'Eugene', 'OR', '97401'],
    country: 'US',
    taxId: 1,
    users: [['Ben Carter', 'ben@evergreen-south.example', 'Facilities Manager']],
  },
];
