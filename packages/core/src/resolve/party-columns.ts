import { addressFields } from '../domain/address-mapping.js';
import type { Party } from '../domain/document.js';

/** Columns of an address: prefix of the table's column → address of the document, suffix → its field. */
export const partyPrefixes = { SoldTo: 'soldTo', ShipTo: 'shipTo', BillTo: 'billTo' } as const;
export const partySuffixes = {
  ...addressFields,
  CMAccountNo: 'contactManagerId',
} as const satisfies Readonly<Record<string, keyof Party>>;
