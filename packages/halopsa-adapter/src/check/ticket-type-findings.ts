import type { CallOptions, CheckFinding } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { inParallel } from '../api/in-parallel.js';
import { sameField } from '../fields/custom-field.js';
import { mandatoryFieldsOf, type MandatoryField } from '../fields/mandatory-fields.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText, readFlag, readId } from '../record/read-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';

/** Fields that every new opportunity has. */
const alwaysFilled = ['summary', 'client_id', 'site_id', 'agent_id', 'tickettype_id', 'oppvalue'];

/**
 * An opportunity needs a ticket type, and mandatory fields of that type make its creation fail. One request, and one for
 * each ticket type that a new opportunity may have and that says, or does not deny, that it has mandatory fields.
 */
export async function ticketTypeFindings(
  api: HaloApi,
  settings: HaloSettings,
  options?: CallOptions,
): Promise<readonly CheckFinding[]> {
  const query = { domain: 'opps', include_mandatory_field_check: true };
  const types = await api.list(entities.ticketType, query, options);
  if (types.length === 0) {
    return [
      {
        level: 'error',
        topic: 'ticket types',
        message: 'There is no ticket type for opportunities.',
        next: 'Create one in HaloPSA (Configuration > Tickets > Ticket Types) and let the agent use it.',
      },
    ];
  }
  const found: CheckFinding = {
    level: 'ok',
    topic: 'ticket types',
    message: `For opportunities: ${types.map(nameOf).join(', ')}.`,
  };
  if (settings.skipMandatoryFieldChecks) return [found];
  const suspects = inUse(types, settings).filter(
    (row) => readFlag(row, fieldProfile.ticketType.hasMandatory) !== false,
  );
  const warnings = await inParallel(suspects, async (row) => {
    const id = readId(row, 'id');
    const fields = id === undefined ? [] : await mandatoryFieldsOf(api, id, options);
    return mandatoryFinding(row, fields, settings);
  });
  return [found, ...warnings.flat()];
}

/** The ticket type of the settings, by id or name; all of them when none is set. */
function inUse(types: readonly HaloRecord[], { ticketType }: HaloSettings): readonly HaloRecord[] {
  if (ticketType === undefined) return types;
  const wanted = ticketType.trim();
  const chosen = types.filter((row) => readId(row, 'id') === wanted || sameField(nameOf(row), wanted));
  return chosen.length === 0 ? types : chosen;
}

function mandatoryFinding(
  row: HaloRecord,
  fields: readonly MandatoryField[],
  { newOpportunityCustomFields, linkedOpportunityFields }: HaloSettings,
): readonly CheckFinding[] {
  const filled = [
    ...alwaysFilled,
    ...newOpportunityCustomFields.map(({ name }) => name),
    ...linkedOpportunityFields,
  ];
  const open = fields.filter(({ name }) => !filled.some((one) => name !== undefined && sameField(one, name)));
  const untold = fields.length === 0 && readFlag(row, fieldProfile.ticketType.hasMandatory) === true;
  if (open.length === 0 && !untold) return [];
  const which = open.map(({ name, label }) => (name === undefined ? label : `${label} (${name})`)).join(', ');
  return [
    {
      level: 'warning',
      topic: 'mandatory fields',
      message: `HaloPSA refuses a new opportunity of the ticket type ${nameOf(row)} that leaves a mandatory field empty${
        untold ? '; it does not say which these are.' : `: ${which}.`
      }`,
      next: 'Fill them by DataLink or under “Custom fields of a new opportunity”, or skip mandatory field checks.',
    },
  ];
}

function nameOf(row: HaloRecord): string {
  return readFirstText(row, 'name');
}
