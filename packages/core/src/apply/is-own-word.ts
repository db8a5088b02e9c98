import type { StoredQuote } from '../contract/records.js';
import type { DocumentMoney } from '../plan/plan.js';

/**
 * Whether the answer to a write may serve as the proof: it shows every line, and figures that only the PSA can have
 * calculated. One without any may be an echo of what was sent.
 */
export function isOwnWord({ lines, taxTotal, netTotal }: StoredQuote, money: DocumentMoney): boolean {
  if (lines === undefined) return false;
  const calculated = netTotal !== undefined || lines.some(({ amount }) => amount !== undefined);
  return (calculated || lines.length === 0) && (money.tax === undefined || taxTotal !== undefined);
}
