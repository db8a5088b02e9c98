import { QuotebridgeError, type InputFault } from '../errors/quotebridge-error.js';
import type { PlanContext } from '../plan/plan-context.js';
import { compileValidator } from '../settings/compile-validator.js';
import { withLease } from '../state/lease.js';
import type { Binding } from '../state/state-store.js';
import { bindingsFormat, type BindingsFamily, type BindingsHeader } from './bindings-file.js';
import { bindingsFamilySchema, bindingsHeaderSchema } from './bindings.schema.js';

/** What became of one family of the file. */
export interface ImportedFamily {
  readonly family: string;
  /** `known`: all of it was remembered already. `conflict`: the state knows other records, and nothing was taken over. */
  readonly status: 'imported' | 'known' | 'replaced' | 'conflict';
  readonly message?: string;
  readonly next?: string;
}

/**
 * Remembers the families of a file, line by line: nothing but one of them is in memory. A family that the state knows with
 * other records is left as it is, unless it is to be replaced; of one with the same records, what is remembered already
 * counts.
 *
 * @throws `document.invalid` for a line that cannot be read, `usage` when the file belongs to another tenant; the
 *   families before it are remembered
 */
export async function* importBindings(
  context: PlanContext,
  lines: AsyncIterable<string>,
  { replace = false }: { readonly replace?: boolean } = {},
): AsyncGenerator<ImportedFamily, void, undefined> {
  const headers = compileValidator<BindingsHeader>(bindingsHeaderSchema);
  const families = compileValidator<BindingsFamily>(bindingsFamilySchema);
  let number = 0;
  let header: BindingsHeader | undefined;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const at = `line ${number}`;
    if (header === undefined) {
      header = read(headers, line, at, `a header with the format “${bindingsFormat}”`);
      refuseOtherTenant(context, header);
      continue;
    }
    yield await importFamily(context, read(families, line, at, 'a family with its bindings'), replace);
    if (number % 100 === 0) context.report(`Importing bindings: ${number} lines`);
  }
  if (header === undefined)
    throw invalid([{ at: 'line 1', expected: `a header with the format “${bindingsFormat}”` }]);
}

function read<Line>(
  validator: {
    readonly validate: (input: unknown) => { readonly value: Line; readonly faults: readonly InputFault[] };
  },
  line: string,
  at: string,
  expected: string,
): Line {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    throw invalid([{ at, value: line.slice(0, 60), expected: `JSON: ${expected}` }]);
  }
  const { value, faults } = validator.validate(content);
  if (faults.length === 0) return value;
  throw invalid(faults.map((fault) => ({ ...fault, at: `${at}, ${fault.at === '' ? '/' : fault.at}` })));
}

function invalid(faults: readonly InputFault[]): QuotebridgeError {
  const [first] = faults;
  return new QuotebridgeError(
    'document.invalid',
    `The file holds no bindings that can be read: ${first?.at ?? 'it'} is not ${first?.expected ?? 'as expected'}.`,
    { faults, next: 'Export them again with quotebridge bindings export.' },
  );
}

function refuseOtherTenant(
  { connection, contactManager: { target } }: PlanContext,
  header: BindingsHeader,
): void {
  const same =
    header.target === undefined && target === undefined
      ? header.connection === connection
      : header.target === target;
  if (same) return;
  throw new QuotebridgeError(
    'usage',
    `The bindings belong to ${header.target ?? `the connection ${header.connection}`}, and this connection leads to ${target ?? connection}: ids of one tenant mean other records in another.`,
    { next: 'Import them with a connection to the same tenant (--connection).' },
  );
}

async function importFamily(
  context: PlanContext,
  { family, numbers, bindings }: BindingsFamily,
  replace: boolean,
): Promise<ImportedFamily> {
  const { connection, state, clock, owner } = context;
  const onWait = (): void => context.report(`Waiting for another process that is pushing ${family}`);
  const name = `document:${connection}:${family}`;
  return withLease({ state, clock, owner, name, onWait }, async () => {
    const before = await state.bindings(connection, family);
    const contradiction = contradicting(family, before, bindings);
    if (contradiction !== undefined && !replace) return contradiction;
    const kept = new Set(replace ? [] : before.map(keyOf));
    const bind = bindings.filter((binding) => !kept.has(keyOf(binding)));
    const imported = new Set(bindings.map(keyOf));
    await state.commit(connection, family, {
      bind,
      unbind: replace ? before.filter((binding) => !imported.has(keyOf(binding))) : [],
      numbers,
    });
    if (bind.length === 0) return { family, status: 'known' };
    return { family, status: replace && before.length > 0 ? 'replaced' : 'imported' };
  });
}

function contradicting(
  family: string,
  before: readonly Binding[],
  bindings: readonly Binding[],
): ImportedFamily | undefined {
  for (const kind of ['opportunity', 'quote'] as const) {
    const here = before.find((binding) => binding.kind === kind)?.recordId;
    const there = bindings.find((binding) => binding.kind === kind)?.recordId;
    if (here === undefined || there === undefined || here === there) continue;
    return {
      family,
      status: 'conflict',
      message: `${family} is bound to the ${kind} ${here} here, and to ${there} in the file.`,
      next: 'See in the PSA which of them is in use; --replace takes the one of the file.',
    };
  }
  return undefined;
}

function keyOf({ kind, key }: Binding): string {
  return `${kind} ${key}`;
}
