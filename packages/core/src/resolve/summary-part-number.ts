import { compileMacro, RuleError } from '@quotebridge/mapping-rules';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict } from '../plan/plan.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { knownHeaderFields } from './known-columns.js';
import { headerFields } from './line-scope.js';

const setting = 'opportunity.summaryPartNumber';

/** The item number of summary lines: a macro over the header. Empty when the macro gives nothing. */
export function summaryPartNumber(
  document: QuoteDocument,
  policy: PushPolicy,
): { readonly number: string } | { readonly conflict: Conflict } {
  const header = headerFields(document);
  const known = [...new Set([...Object.keys(header), ...knownHeaderFields])];
  const text = policy.opportunity.summaryPartNumber;
  try {
    const macro = compileMacro(text, { line: [], header: known, application: [] });
    return { number: macro.run({ line: {}, header, application: {} }) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const did = error.suggestions.length > 0 ? ` Did you mean ${error.suggestions.join(' or ')}?` : '';
    return {
      conflict: {
        about: setting,
        message: `The macro “${text}” (${setting}) cannot be used: ${error.message}`,
        next: `Use fields of the document header, such as &DH_DocNo.${did}`,
        candidates: [],
      },
    };
  }
}
