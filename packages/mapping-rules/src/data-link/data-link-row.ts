/** Addresses of a document that a person may choose from the PSA. */
export type DataLinkAddress = 'soldTo' | 'shipTo' | 'billTo';

/** Records of the PSA. Lines take their values from the lines of the document, all others from its header. */
export type DataLinkObject = 'users' | 'clients' | 'opportunities' | 'quotes' | 'lineItems';

/** One row of the table: when an address is chosen a record fills the document, on save the document fills a record. */
export interface DataLinkRow {
  /** `address` means each of the three. */
  readonly on: DataLinkAddress | 'address' | 'save';
  readonly object: DataLinkObject;
  readonly from: string;
  /** `***Phone` means the phone of the address that is chosen. */
  readonly to: string;
  /** Who decides about a field that is saved, for whoever writes it; this package only carries it along. */
  readonly ownership?: 'ours' | 'theirs' | 'shared';
  /** For people. */
  readonly comment?: string;
}
