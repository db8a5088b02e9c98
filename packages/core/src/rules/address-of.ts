import type { Address } from '../contract/records.js';
import { addressLineNames } from '../domain/address-mapping.js';
import type { DocumentRules } from './document-rules.js';

/**
 * Address of the PSA from an address of the document, without empty lines at its end; undefined when nothing is filled.
 * It may have more lines than the PSA takes.
 */
export function addressOf(
  { compiled, scope }: Pick<DocumentRules, 'compiled' | 'scope'>,
  address: 'soldTo' | 'shipTo' | 'billTo',
): Address | undefined {
  const filled = compiled.siteAddress(scope(), address);
  if (filled === undefined) return undefined;
  const lines = addressLineNames.map((name) => filled[name]);
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 && filled.postalCode === ''
    ? undefined
    : { lines, postalCode: filled.postalCode };
}
