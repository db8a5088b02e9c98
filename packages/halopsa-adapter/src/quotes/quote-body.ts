import type { Marker, QuoteFields } from '@quotebridge/core/plugin';
import { markerFields } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import { haloDate, optionalHaloCode, optionalHaloId } from '../record/write-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { addressFields, billingSlots, deliverySlots } from '../addresses/address-fields.js';

const profile = fieldProfile.quote;

/** The header fields as HaloPSA names them, without what is not given. */
export function quoteFields(fields: Partial<QuoteFields>, marker: Marker): Record<string, unknown> {
  return {
    ...withoutUndefined<Record<string, unknown>>({
      ticket_id: optionalHaloId(fields.opportunityId, 'ticket_id'),
      title: fields.title,
      [profile.description]: fields.description,
      client_id: optionalHaloId(fields.clientId, 'client_id'),
      site_id: optionalHaloId(fields.siteId, 'site_id'),
      user_id: optionalHaloId(fields.userId, 'user_id'),
      [profile.owner]: optionalHaloId(fields.ownerId, profile.owner),
      status: optionalHaloCode(fields.statusId, 'status'),
      date: haloDate(fields.date),
      expiry_date: haloDate(fields.expiresOn),
      [profile.purchaseOrder]: fields.purchaseOrder,
      [profile.currency]: optionalHaloId(fields.currencyId, profile.currency),
    }),
    ...addressFields(billingSlots, fields.billingAddress),
    ...addressFields(deliverySlots, fields.deliveryAddress),
    ...markerFields(profile, marker),
  };
}

export function quoteSwitches(settings: HaloSettings): object {
  return settings.skipMandatoryFieldChecks ? { [profile.skipMandatoryChecks]: true } : {};
}
