import type { Binding, Intent, StateStore } from '../state/state-store.js';
import type { RememberedLine } from './plan-lines.js';

/** What the state remembers of one document family. */
export interface FamilyMemory {
  readonly document?: Binding;
  readonly opportunity?: Binding;
  readonly quote?: Binding;
  readonly lines: ReadonlyMap<string, RememberedLine>;
  /** By marker. */
  readonly attachments: ReadonlyMap<string, Binding>;
  readonly intents: readonly Intent[];
}

export async function rememberFamily(
  state: StateStore,
  connection: string,
  family: string,
): Promise<FamilyMemory> {
  const bindings = await state.bindings(connection, family);
  const one = (kind: Binding['kind']): Binding | undefined =>
    bindings.find((binding) => binding.kind === kind);
  const document = one('document');
  const opportunity = one('opportunity');
  const quote = one('quote');
  return {
    ...(document === undefined ? {} : { document }),
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(quote === undefined ? {} : { quote }),
    lines: new Map(bindings.filter(({ kind }) => kind === 'line').map((binding) => [binding.key, binding])),
    attachments: new Map(
      bindings.filter(({ kind }) => kind === 'attachment').map((binding) => [binding.key, binding]),
    ),
    intents: await state.pendingIntents(connection, family),
  };
}
