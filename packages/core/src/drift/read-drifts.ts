import { throwIfCancelled } from '../errors/cancelled.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Drift } from './drift.js';
import { readDrift } from './read-drift.js';

const familiesAtOnce = 200;

/**
 * The drift of each family once, in the order of the documents; without documents, of everything that is remembered.
 *
 * @param documents their numbers
 */
export async function* readDrifts(
  context: PlanContext,
  documents: Iterable<string> | undefined,
): AsyncIterable<Drift> {
  const { state, connection } = context;
  const seen = new Set<string>();
  for await (const family of documents === undefined
    ? everyFamily(context)
    : familiesOf(documents, async (number) => (await state.familyOf(connection, number)) ?? number)) {
    if (seen.has(family)) continue;
    seen.add(family);
    throwIfCancelled(context.signal);
    context.report(`Comparing ${family} with the PSA`);
    yield await readDrift(context, family);
  }
}

async function* familiesOf(
  documents: Iterable<string>,
  familyOf: (number: string) => Promise<string>,
): AsyncIterable<string> {
  for (const number of documents) yield await familyOf(number);
}

async function* everyFamily({ state, connection }: PlanContext): AsyncIterable<string> {
  let last = '';
  for (;;) {
    const families = await state.families(connection, last, familiesAtOnce);
    yield* families;
    const next = families.at(-1);
    if (next === undefined) return;
    last = next;
  }
}
