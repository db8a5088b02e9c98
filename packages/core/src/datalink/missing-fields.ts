import type { FieldDescription, FieldValues } from '../contract/field-port.js';
import type { RecordId } from '../contract/records.js';
import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import type { Conflict } from '../plan/plan.js';
import type { DataLinkRows } from './compile-rows.js';
import type { FieldReader } from './field-reader.js';

/** Asking takes a request for each ticket type: what is demanded changes more rarely than that. */
const day = 24 * 3_600_000;

/** Custom fields that a new opportunity must have and that nothing fills. */
export async function missingFields(
  read: FieldReader,
  linkRows: DataLinkRows,
  ticketTypeId: RecordId | undefined,
  values: FieldValues,
): Promise<readonly Conflict[]> {
  const missing = (entries: readonly FieldDescription[]): readonly FieldDescription[] =>
    entries.filter(
      (field) => field.custom && isRequired(field, ticketTypeId) && (values[field.name] ?? '') === '',
    );
  try {
    const first = await read('opportunities', { maximumAge: day });
    const found = missing(first.entries);
    if (found.length === 0) return [];
    // It may not be required any more.
    const still = first.fresh ? found : missing((await read('opportunities', { fresh: true })).entries);
    return still.map((field) => conflict(field, linkRows));
  } catch (error) {
    // Where the fields may not be read, the PSA itself says what is missing.
    if (isQuotebridgeError(error, 'permission.missing') || isQuotebridgeError(error, 'remote.rejected'))
      return [];
    throw error;
  }
}

function isRequired({ required }: FieldDescription, ticketTypeId: RecordId | undefined): boolean {
  if (typeof required === 'boolean') return required;
  return ticketTypeId !== undefined && required.includes(ticketTypeId);
}

function conflict({ name, label }: FieldDescription, { policy, rules: { places } }: DataLinkRows): Conflict {
  const rows = policy.dataLink.rows.flatMap((row, index) =>
    row.on === 'save' && row.object === 'opportunities' && row.to.trim() === name
      ? [{ index, from: row.from }]
      : [],
  );
  const last = rows.at(-1);
  const field = label === '' || label === name ? name : `“${label}” (${name})`;
  const demanded = `The PSA demands the custom field ${field} of new opportunities`;
  if (last === undefined) {
    return {
      about: places.at('/dataLink'),
      message: `${demanded}, and no DataLink row fills it.`,
      next: `Add a row that fills it: on save, opportunities, to ${name}; or stop demanding it in the PSA.`,
      candidates: [],
    };
  }
  return {
    about: places.at(`/dataLink/${last.index}`),
    message: `${demanded}, and the document has no value for it (${rows.map(({ from }) => from).join(', ')}).`,
    next: 'Fill the field in the document, or stop demanding it in the PSA.',
    candidates: [],
  };
}
