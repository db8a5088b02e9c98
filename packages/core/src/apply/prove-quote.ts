import type { Item, StoredQuote } from '../contract/records.js';
import { add } from '../domain/decimal.js';
import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import type { LineOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import type { Catalogue } from '../proof/compare-line.js';
import type { Proof, ProofLine } from '../proof/proof.js';
import { prove } from '../proof/prove.js';
import type { ApplyContext } from './apply-context.js';

/**
 * Proves what was written. Where a product stands at another price than was sent, the catalogue is consulted, so that a PSA
 * that re-prices lines is named as such: what is remembered of it, and one product of the PSA where that says nothing.
 */
export async function proveQuote(
  context: ApplyContext,
  lines: readonly LineOperation[],
  stored: StoredQuote,
  source: Proof['source'],
): Promise<Proof> {
  const { plan, policy, state, connection } = context;
  const input = {
    money: plan.money,
    lines,
    stored: policy.quote.total === 'prove' ? stored : withoutTotals(stored),
    source,
    tolerance: add(policy.quote.tolerance),
  };
  const proof = prove(input);
  const numbers = unexplainedNumbers(proof.lines, lines);
  const [first] = numbers;
  if (first === undefined) return proof;
  const remembered = catalogueOf(await state.itemsByNumber(connection, numbers));
  const explained = prove({ ...input, catalogue: remembered });
  if (explained.lines.some(({ cause }) => cause === 'repricing')) return explained;
  const now = await askForProduct(context, first);
  return prove({ ...input, catalogue: new Map([...remembered, ...now]) });
}

function withoutTotals({ netTotal: _net, total: _total, ...stored }: StoredQuote): StoredQuote {
  return stored;
}

function unexplainedNumbers(
  differing: readonly ProofLine[],
  lines: readonly LineOperation[],
): readonly string[] {
  const keys = new Set(
    differing
      .filter(({ field, cause }) => (field === 'price' || field === 'cost') && cause === undefined)
      .map(({ key }) => key),
  );
  const numbers = lines.flatMap(({ key, wanted }) =>
    keys.has(key) && wanted !== undefined && wanted.itemId !== null && wanted.itemNumber !== ''
      ? [wanted.itemNumber]
      : [],
  );
  return [...new Set(numbers)];
}

/** What was written must be bound, whatever becomes of the search for an explanation. */
async function askForProduct(context: ApplyContext, number: string): Promise<Catalogue> {
  try {
    const found = await context.contactManager.items?.findByNumbers([number], callOptions(context));
    return catalogueOf(found?.found ?? new Map());
  } catch (error) {
    if (!isQuotebridgeError(error)) throw error;
    return new Map();
  }
}

function catalogueOf(found: ReadonlyMap<string, readonly Item[]>): Catalogue {
  return new Map(
    [...found.values()].flat().map(({ id, price, cost }) => [
      id,
      {
        ...(price === undefined ? {} : { price }),
        ...(cost === undefined ? {} : { cost }),
      },
    ]),
  );
}
