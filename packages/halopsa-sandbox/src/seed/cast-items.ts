/** Product groups by number, as set up for the tenant. */
export const group = {
  hardware: 41,
  software: 42,
  services: 43,
  labour: 44,
  cloud: 45,
  networking: 46,
  accessories: 47,
  freight: 48,
  cost: 49,
} as const;

export type CastItem = readonly [
  partNumber: string,
  name: string,
  groupId: number,
  cost: number,
  price: number,
  recurring?: 'monthly' | 'yearly',
];

/** The products that demos and examples speak of. */
export const castItems: readonly CastItem[] = [
  ['LAT-5550-I7', 'Dell Latitude 5550 i7 16GB 512GB', group.hardware, 1120, 1399],
  ['OPT-7020-MFF', 'Dell OptiPlex 7020 Micro', group.hardware, 689, 849],
  ['U2724D', 'Dell UltraSharp 27 Monitor U2724D', group.hardware, 310, 389],
  ['WD22TB4', 'Dell Thunderbolt Dock WD22TB4', group.hardware, 205, 259],
  ['FG-60F', 'Fortinet FortiGate 60F', group.networking, 495, 649],
  ['FAP-231F', 'Fortinet FortiAP 231F', group.networking, 298, 389],
  ['USW-24-POE', 'UniFi Switch 24 PoE', group.networking, 301, 379],
  ['CAT6-3M-BL', 'CAT6-3M-BL', group.accessories, 2.15, 6.5],
  ['APC-SMT1500', 'APC Smart-UPS 1500VA', group.hardware, 512, 659],
  ['M365-BP', 'Microsoft 365 Business Premium', group.cloud, 17.6, 22, 'monthly'],
  ['M365-E3', 'Microsoft 365 E3', group.cloud, 28.8, 36, 'monthly'],
  ['BKP-CLOUD-1TB', 'Managed Cloud Backup 1 TB', group.cloud, 41, 79, 'monthly'],
  ['MSP-GOLD', 'Gold Managed Services per user', group.services, 38, 85, 'monthly'],
  ['EDR-1Y', 'Endpoint Detection and Response, yearly', group.software, 42, 66, 'yearly'],
  ['FC-60F-UTP-1Y', 'FortiGate 60F UTP bundle 1 year', group.software, 365, 459, 'yearly'],
  ['LABOR-ENG', 'Engineer, per hour', group.labour, 65, 145],
  ['LABOR-PM', 'Project management, per hour', group.labour, 72, 165],
];
