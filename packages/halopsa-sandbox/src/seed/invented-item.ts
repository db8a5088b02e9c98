import { group, type CastItem } from './cast-items.js';
import type { SeededRandom } from './seeded-random.js';

interface Family {
  readonly groupId: number;
  readonly prefix: string;
  readonly names: readonly [string, ...string[]];
  readonly variants: readonly [string, ...string[]];
  /** Least and greatest cost in cents. */
  readonly cost: readonly [number, number];
  readonly recurring?: 'monthly' | 'yearly';
}

const families: readonly [Family, ...Family[]] = [
  {
    groupId: group.hardware,
    prefix: 'HW',
    names: [
      'ProLine Notebook',
      'Vertex Workstation',
      'ClearView Monitor',
      'RackCore Server',
      'PrintHub Laser Printer',
    ],
    variants: ['14 inch 16GB', '15 inch 32GB', 'i5 512GB', 'i7 1TB', 'Tower 64GB'],
    cost: [19_000, 240_000],
  },
  {
    groupId: group.networking,
    prefix: 'NW',
    names: ['EdgePath Router', 'MeshWave Access Point', 'CoreLink Switch', 'GateGuard Firewall'],
    variants: ['8 port', '24 port PoE', '48 port', 'Wi-Fi 6', 'SFP+ uplink'],
    cost: [9_000, 180_000],
  },
  {
    groupId: group.accessories,
    prefix: 'AC',
    names: ['Patch Cable', 'USB-C Adapter', 'HDMI Cable', 'Monitor Arm', 'Keyboard and Mouse Set'],
    variants: ['1 m black', '2 m grey', '3 m white', '5 m blue', 'twin pack'],
    cost: [150, 9_500],
  },
  {
    groupId: group.software,
    prefix: 'SW',
    names: ['SecureMail Gateway', 'PatchPilot', 'DocuVault', 'PassKeeper Teams'],
    variants: ['per user, yearly', 'per device, yearly', 'site licence, yearly'],
    cost: [900, 48_000],
    recurring: 'yearly',
  },
  {
    groupId: group.cloud,
    prefix: 'CL',
    names: ['Hosted Voice Seat', 'Cloud Archive', 'Virtual Desktop', 'Managed Firewall'],
    variants: ['basic', 'standard', 'premium'],
    cost: [400, 14_000],
    recurring: 'monthly',
  },
  {
    groupId: group.services,
    prefix: 'SV',
    names: ['Onboarding Package', 'Security Assessment', 'Network Survey', 'Migration Package'],
    variants: ['small office', 'medium office', 'large office'],
    cost: [25_000, 400_000],
  },
  {
    groupId: group.labour,
    prefix: 'LB',
    names: ['Field Technician', 'Senior Consultant', 'Cabling Crew'],
    variants: ['per hour', 'per day', 'after hours, per hour'],
    cost: [4_500, 90_000],
  },
  {
    groupId: group.freight,
    prefix: 'FR',
    names: ['Ground Freight', 'Express Freight', 'White Glove Delivery'],
    variants: ['up to 10 kg', 'up to 50 kg', 'pallet'],
    cost: [1_200, 38_000],
  },
];

/** The n-th invented product. About a tenth are named by their part number, as catalogues go. */
export function inventedItem(index: number, random: SeededRandom): CastItem {
  const family = families[index % families.length] ?? families[0];
  const partNumber = `${family.prefix}-${String(10_000 + index)}`;
  const [least, greatest] = family.cost;
  const cost = least + random.below(greatest - least);
  const price = Math.round(cost * (1.15 + random.below(45) / 100));
  const described = `${random.pick(family.names)} ${random.pick(family.variants)} (${partNumber})`;
  const name = random.below(10) === 0 ? partNumber : described;
  const figures = [partNumber, name, family.groupId, cost / 100, price / 100] as const;
  return family.recurring ? [...figures, family.recurring] : figures;
}
