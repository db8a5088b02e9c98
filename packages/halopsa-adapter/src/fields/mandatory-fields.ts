import { isQuotebridgeError, type CallOptions, type RecordId } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { inParallel } from '../api/in-parallel.js';
import { fieldProfile } from '../profile/field-profile.js';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readFirstText, readId, readWholeNumber } from '../record/read-values.js';

const profile = fieldProfile.ticketType;

/** A field that a new opportunity of one ticket type must have. */
export interface MandatoryField {
  /** Name in the API, such as `CFLeadSource` or `oppreason`; undefined when the type does not tell. */
  readonly name: string | undefined;
  readonly label: string;
}

interface Demands {
  readonly id: RecordId;
  readonly fields: readonly MandatoryField[];
}

/** Mandatory fields of one ticket type. One request. */
export async function mandatoryFieldsOf(
  api: HaloApi,
  ticketTypeId: RecordId,
  options?: CallOptions,
): Promise<readonly MandatoryField[]> {
  const record = await api.get(entities.ticketType, Number(ticketTypeId), options);
  const fields = record?.[profile.fields];
  return Array.isArray(fields) ? flattened(fields.filter(isHaloRecord)).flatMap(toMandatoryField) : [];
}

/**
 * For each field, in lower case, the ticket types of opportunities that demand it. One request, and one for each ticket
 * type. Empty when the ticket types may not be read.
 */
export async function ticketTypesByMandatoryField(
  api: HaloApi,
  options?: CallOptions,
): Promise<ReadonlyMap<string, readonly RecordId[]>> {
  const demands = await mandatoryFieldsByType(api, options).catch((error: unknown): readonly Demands[] => {
    if (isQuotebridgeError(error, 'permission.missing')) return [];
    throw error;
  });
  const types = new Map<string, RecordId[]>();
  for (const { id, fields } of demands) {
    for (const { name } of fields) {
      const key = name?.toLowerCase();
      if (key !== undefined) types.set(key, [...(types.get(key) ?? []), id]);
    }
  }
  return types;
}

async function mandatoryFieldsByType(api: HaloApi, options?: CallOptions): Promise<readonly Demands[]> {
  const rows = await api.list(entities.ticketType, { domain: 'opps' }, options);
  const ids = rows.map((row) => readId(row, 'id')).filter((id) => id !== undefined);
  return inParallel(ids, async (id) => ({ id, fields: await mandatoryFieldsOf(api, id, options) }));
}

/** Fields may stand in groups, which have a list of fields of their own. */
function flattened(rows: readonly HaloRecord[]): readonly HaloRecord[] {
  return rows.flatMap((row) => {
    const group = row['group'];
    const inner = isHaloRecord(group) ? group['fields'] : undefined;
    return Array.isArray(inner) ? [row, ...inner.filter(isHaloRecord)] : [row];
  });
}

function toMandatoryField(row: HaloRecord): readonly MandatoryField[] {
  if (readWholeNumber(row, profile.onNewTicket) !== profile.mandatory) return [];
  const info = isHaloRecord(row['fieldinfo']) ? row['fieldinfo'] : {};
  const own = readFirstText(info, 'name') || readFirstText(row, 'fieldname');
  const custom = /^CF/i.test(own) ? own : '';
  const name = custom || readFirstText(info, profile.builtInName) || undefined;
  const label = readFirstText(info, 'label') || readFirstText(row, 'fieldname') || own;
  return name === undefined && label === '' ? [] : [{ name, label: label || (name ?? '') }];
}
