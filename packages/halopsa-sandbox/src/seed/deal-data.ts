/** Index of the client in the tenant, type, status, summary, value, probability, months of the target date in 2026. */
export type Deal = readonly [
  client: number,
  type: number,
  status: number,
  summary: string,
  value: number,
  odds: number,
  month: number,
];

/** Opportunities from before the demo starts. */
export const deals: readonly Deal[] = [
  [0, 33, 2, 'Workstation refresh, front desk', 14_200, 60, 12],
  [0, 35, 1, 'Managed services renewal', 22_440, 80, 12],
  [1, 33, 24, 'Document management upgrade', 9_800, 45, 12],
  [2, 34, 2, 'Netzwerk Werk Augsburg', 31_750, 50, 12],
  [3, 33, 1, 'Handheld scanners for warehouse 2', 8_350, 30, 12],
  [4, 34, 24, 'Classroom wireless phase 2', 64_900, 55, 12],
  [5, 33, 25, 'Clinic firewall replacement', 3_120, 100, 9],
  [6, 33, 26, 'Rendering workstations', 18_600, 0, 8],
  [9, 33, 2, 'Server replacement', 11_400, 65, 12],
  [12, 35, 1, 'Backup renewal', 2_844, 90, 12],
  [15, 34, 2, 'Office move cabling', 7_980, 40, 12],
  [20, 33, 25, 'Email security', 4_752, 100, 7],
];

/** Product, quantity, price, cost, billing period, optional. */
type Line = readonly [
  itemId: number,
  quantity: number,
  price: number,
  cost: number,
  billingPeriod?: number,
  optional?: boolean,
];

export interface SeededQuote {
  /** Index of its opportunity. */
  readonly deal: number;
  readonly status: number;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Their quotes. */
export const seededQuotes: readonly SeededQuote[] = [
  {
    deal: 0,
    status: 2,
    title: 'Front desk refresh, 6 seats',
    lines: [
      [1002, 6, 849, 689],
      [1003, 12, 389, 310],
      [1016, 8, 145, 65],
    ],
  },
  {
    deal: 1,
    status: 1,
    title: 'Gold managed services, 22 users',
    lines: [
      [1013, 22, 85, 38, 2],
      [1014, 22, 66, 42, 3],
    ],
  },
  {
    deal: 2,
    status: 2,
    title: 'Document management',
    lines: [
      [1011, 18, 36, 28.8, 2],
      [1017, 12, 165, 72],
    ],
  },
  {
    deal: 3,
    status: 1,
    title: 'Netzwerk Augsburg',
    lines: [
      [1007, 6, 379, 301],
      [1006, 24, 389, 298],
      [1008, 150, 6.5, 2.15],
    ],
  },
  {
    deal: 5,
    status: 2,
    title: 'Classroom wireless',
    lines: [
      [1006, 90, 389, 298],
      [1016, 60, 145, 65],
      [1009, 4, 659, 512, 0, true],
    ],
  },
  {
    deal: 6,
    status: 3,
    title: 'Firewall replacement',
    lines: [
      [1005, 2, 649, 495],
      [1015, 2, 459, 365, 3],
    ],
  },
  { deal: 7, status: 4, title: 'Rendering workstations', lines: [[1001, 8, 1399, 1120]] },
];
