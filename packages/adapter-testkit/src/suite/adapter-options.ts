import type { AdapterPackage } from './adapter-package.js';
import type { ConformanceSubject } from './conformance-subject.js';

/** A port, or a method of a port, that an adapter may lack. */
export type OptionalPort =
  | 'opportunities.listMarked'
  | 'opportunities.reopen'
  | 'opportunities.addedByOthers'
  | 'opportunities.remove'
  | 'quotes'
  | 'quotes.listMarked'
  | 'quotes.remove'
  | 'items'
  | 'items.updateMany'
  | 'items.remove'
  | 'attachments'
  | 'attachments.remove'
  | 'fields'
  | 'clients.siteAddress';

export interface OpenOptions {
  /** `wrong`: the connection is configured with credentials that the PSA does not accept. */
  readonly credentials: 'right' | 'wrong';
}

export interface AdapterOptions {
  readonly name: string;
  readonly package: AdapterPackage;
  /** Called for each check: opens a fresh tenant, so that no check sees what another one wrote. */
  readonly open: (options: OpenOptions) => Promise<ConformanceSubject>;
  /** Optional ports that this adapter does not have; one that is named covers its methods. */
  readonly without?: readonly OptionalPort[];
  /** Check id → why this adapter cannot pass it. A skip that is not needed (any more) fails. */
  readonly skip?: Readonly<Record<string, string>>;
  /** Milliseconds after which a call counts as hanging; 5,000 unless told. */
  readonly patience?: number;
}
