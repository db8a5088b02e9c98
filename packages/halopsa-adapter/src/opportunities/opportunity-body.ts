import {
  decimal,
  QuotebridgeError,
  type Completion,
  type Marker,
  type OpportunityFields,
} from '@quotebridge/core/plugin';
import { sameField } from '../fields/custom-field.js';
import { markerFields } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import { haloDate, optionalHaloCode, optionalHaloId } from '../record/write-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';

const profile = fieldProfile.opportunity;

/** The fields as HaloPSA names them, without what is not given. */
export function opportunityFields(
  fields: Partial<OpportunityFields>,
  marker: Marker,
): Record<string, unknown> {
  return {
    ...withoutUndefined<Record<string, unknown>>({
      summary: fields.title,
      client_id: optionalHaloId(fields.clientId, 'client_id'),
      site_id: optionalHaloId(fields.siteId, 'site_id'),
      user_id: optionalHaloId(fields.userId, 'user_id'),
      agent_id: optionalHaloId(fields.ownerId, 'agent_id'),
      tickettype_id: optionalHaloId(fields.ticketTypeId, 'tickettype_id'),
      [profile.value]: fields.value === undefined ? undefined : decimal.toNumber(fields.value),
      [profile.expectedCloseDate]: haloDate(fields.expectedCloseDate),
    }),
    ...markerFields(profile, marker),
  };
}

/** What only a new opportunity gets. */
export function newOpportunityFields(fields: Partial<OpportunityFields>, settings: HaloSettings): object {
  return {
    ...withoutUndefined<Record<string, unknown>>({
      [profile.pipelineStage]: settings.newOpportunityPipelineStage,
      [profile.probability]: settings.newOpportunityProbability,
    }),
    ...(fields.userId === undefined ? profile.withoutUser : {}),
    ...(settings.applyTicketTypeTemplate ? {} : { [profile.skipTemplate]: true }),
  };
}

/** The fixed custom fields of the settings besides those that DataLink writes; where both name one, DataLink's value counts. */
export function withFixedFields(
  linked: Readonly<Record<string, unknown>>,
  { newOpportunityCustomFields: fixed }: HaloSettings,
): object {
  const { list } = fieldProfile.customField;
  const written = Array.isArray(linked[list]) ? (linked[list] as readonly { readonly name: string }[]) : [];
  const added = fixed.filter(({ name }) => !written.some((field) => sameField(field.name, name)));
  return added.length === 0 ? {} : { [list]: [...added, ...written] };
}

/**
 * Won sets the conversion date, lost empties it: that date is what tells them apart.
 *
 * @throws `remote.rejected` for lost without a status.
 */
export function completionFields({
  outcome,
  statusId,
  closureCategoryId,
  on,
}: Completion): Record<string, unknown> {
  if (outcome === 'lost' && statusId === undefined) throw statusMissing();
  return withoutUndefined<Record<string, unknown>>({
    status_id: optionalHaloId(statusId, 'status_id'),
    [profile.closureCategory]: optionalHaloCode(closureCategoryId, profile.closureCategory),
    [profile.wonDate]: outcome === 'won' ? haloDate(on) : null,
  });
}

function statusMissing(): QuotebridgeError {
  return new QuotebridgeError(
    'remote.rejected',
    'HaloPSA marks an opportunity as lost by its status, and none is set.',
    {
      faults: [{ at: 'status_id', expected: 'a closed status from the list of statuses' }],
      next: 'Complete it with a status of the list “statuses”.',
      arrived: 'no',
    },
  );
}

export function opportunitySwitches(settings: HaloSettings): object {
  return settings.skipMandatoryFieldChecks ? { [profile.skipMandatoryChecks]: true } : {};
}
