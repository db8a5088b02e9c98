/** Addresses of the header, by the beginning of their columns' names. */
export const addressPrefixes = { soldTo: 'SoldTo', shipTo: 'ShipTo', billTo: 'BillTo' } as const;
export type RuleAddress = keyof typeof addressPrefixes;

/** Fields of an address, by the end of their columns' names: `SoldToAddress2`. */
export const addressFields =
  'Company Contact Title Address1 Address2 Address3 City State PostalCode Country Phone Email'.split(' ');
