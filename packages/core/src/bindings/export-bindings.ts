import type { PlanContext } from '../plan/plan-context.js';
import { bindingsFormat, type BindingsFamily, type BindingsHeader } from './bindings-file.js';

const familiesAtOnce = 100;

/** The header, then every family that the state remembers, one after the other, in the order of their names. */
export async function* exportBindings({
  connection,
  contactManager,
  state,
  clock,
  report,
}: PlanContext): AsyncGenerator<BindingsHeader | BindingsFamily, void, undefined> {
  const { target } = contactManager;
  const exportedAt = new Date(clock.now()).toISOString();
  yield { format: bindingsFormat, connection, ...(target === undefined ? {} : { target }), exportedAt };
  let count = 0;
  for (let after = ''; ;) {
    const families = await state.families(connection, after, familiesAtOnce);
    for (const family of families) {
      const bindings = await state.bindings(connection, family);
      yield { family, numbers: await state.numbersOf(connection, family), bindings };
    }
    report(`Exporting bindings: ${(count += families.length)} families`);
    if (families.length < familiesAtOnce) return;
    after = families.at(-1) ?? after;
  }
}
