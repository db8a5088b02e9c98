import type { CheckFinding } from '@quotebridge/core/plugin';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText, readFlag } from '../record/read-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';

/** An opportunity needs a ticket type, and mandatory fields of that type make its creation fail. */
export function ticketTypeFindings(
  types: readonly HaloRecord[],
  settings: HaloSettings,
): readonly CheckFinding[] {
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
  const names = (rows: readonly HaloRecord[]): string =>
    rows.map((row) => readFirstText(row, 'name')).join(', ');
  const found: CheckFinding = {
    level: 'ok',
    topic: 'ticket types',
    message: `For opportunities: ${names(types)}.`,
  };
  const strict = types.filter((row) => readFlag(row, 'hasmandatorytechfields') === true);
  if (strict.length === 0 || settings.skipMandatoryFieldChecks) return [found];
  return [
    found,
    {
      level: 'warning',
      topic: 'mandatory fields',
      message: `Ticket types with mandatory fields: ${names(strict)}. HaloPSA refuses a new opportunity that leaves one empty.`,
      next: 'Fill them under “Custom fields of a new opportunity”, or skip mandatory field checks.',
    },
  ];
}
