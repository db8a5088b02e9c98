/** Numbers of the built-in tenant that tests speak of. */
export const acme = { client: 101, site: 201, laura: 301, omar: 302 } as const;
export const riverside = { client: 102, site: 202, patrick: 303 } as const;
/** Untaxed by default. */
export const cedarValley = { client: 105, site: 205, robert: 306 } as const;
export const item = {
  laptop: 1001,
  firewall: 1005,
  cable: 1008,
  m365: 1010,
  edr: 1014,
  engineer: 1016,
} as const;
export const tax = { none: 1, sales: 2, gst: 3, pst: 4, vat: 5 } as const;
export const status = { new: 1, inProgress: 2, closed: 9, won: 25, lost: 26 } as const;

export const newOpportunity = {
  summary: 'Phone system',
  client_id: acme.client,
  site_id: acme.site,
  user_id: acme.laura,
};
