import type { Binding, BindingImage, Intent, StateStore } from '../state/state-store.js';
import type { RememberedLine } from './plan-lines.js';

/** What the state remembers of one document family. */
export interface FamilyMemory {
  readonly document?: Binding;
  readonly opportunity?: Binding;
  readonly quote?: Binding;
  /** DataLink values of the client and the user. */
  readonly client?: Binding;
  readonly user?: Binding;
  readonly lines: ReadonlyMap<string, RememberedLine>;
  /** By marker. */
  readonly attachments: ReadonlyMap<string, Binding>;
  readonly intents: readonly Intent[];
  /** What people decided for a push that is not through yet, by `DecisionKey`; the record id is the document's number. */
  readonly decisions: ReadonlyMap<string, Binding>;
}

/** `won`: it is completed as won; `opportunity`: an existing one was chosen; `edits`: values of the quote were given. */
export type DecisionKey = 'won' | 'opportunity' | 'edits';

/** What a person decided for this document in a push that was cut off before it was carried out. */
export function decisionOf(
  { decisions }: FamilyMemory,
  key: DecisionKey,
  documentNumber: string,
): BindingImage | undefined {
  const decision = decisions.get(key);
  return decision?.recordId === documentNumber ? decision.image : undefined;
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
  const client = one('client');
  const user = one('user');
  return {
    ...(document === undefined ? {} : { document }),
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(quote === undefined ? {} : { quote }),
    ...(client === undefined ? {} : { client }),
    ...(user === undefined ? {} : { user }),
    lines: new Map(bindings.filter(({ kind }) => kind === 'line').map((binding) => [binding.key, binding])),
    attachments: new Map(
      bindings.filter(({ kind }) => kind === 'attachment').map((binding) => [binding.key, binding]),
    ),
    decisions: new Map(
      bindings.filter(({ kind }) => kind === 'decision').map((binding) => [binding.key, binding]),
    ),
    intents: await state.pendingIntents(connection, family),
  };
}
