import type { CheckFinding } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFlag, readId, readWholeNumber } from '../record/read-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';

const { control: names } = fieldProfile;

/** Fewer price decimals than that round the unit prices of a quoting tool. */
const usualPriceDecimals = 2;

const notShown: CheckFinding = {
  level: 'warning',
  topic: 'tenant settings',
  message: 'HaloPSA does not show which of its settings may get in the way.',
  next: 'Look at them in HaloPSA: the guide docs/halopsa-setup.md names them.',
};

/**
 * Settings of the tenant (`GET /Control`) that change what a push leaves behind.
 *
 * @param control undefined where the server knows no such address.
 */
export function controlFindings(
  control: HaloRecord | undefined,
  settings: HaloSettings,
): readonly CheckFinding[] {
  if (control === undefined || Object.values(names).every((name) => control[name] === undefined))
    return [notShown];
  const findings: CheckFinding[] = [];
  const warn = (message: string, next: string): void => {
    findings.push({ level: 'warning', topic: 'tenant settings', message, next });
  };
  if (readFlag(control, names.valueFromQuotes) === true) {
    warn(
      'HaloPSA computes the value of an opportunity from its quotes (oppvalue_from_quote).',
      'Expect HaloPSA’s figure in place of the value that Quotebridge writes, or switch this off.',
    );
  }
  if (readFlag(control, names.orderOnApproval) === true) {
    warn(
      'Approving a quote creates a sales order (create_so_on_quote_approved).',
      'Make sure that nobody creates the order in HaloPSA a second time.',
    );
  }
  if (readFlag(control, names.itemsFromLines) === true) {
    warn(
      'HaloPSA creates an item from every quote line without a product (createnewitemsfromquotes).',
      'Switch this off: discounts, freight and comments would become items.',
    );
  }
  const decimals = readWholeNumber(control, names.priceDecimals);
  if (decimals !== undefined && decimals < usualPriceDecimals) {
    warn(
      `Prices on quotes have ${decimals} decimal places (quotepricedp).`,
      'Allow as many as the quoting tool has; otherwise amounts are rounded and the proof fails.',
    );
  }
  const freeLineItem = readId(control, names.freeLineItem);
  if (freeLineItem !== undefined && freeLineItem !== settings.freeLineItemId) {
    warn(
      `HaloPSA puts item ${freeLineItem} on quote lines without a product (miscitemidquote).`,
      `Set “Item on free lines” to ${freeLineItem}.`,
    );
  }
  return findings.length > 0
    ? findings
    : [
        {
          level: 'ok',
          topic: 'tenant settings',
          message: 'No setting for values, orders, items and prices gets in the way.',
        },
      ];
}
