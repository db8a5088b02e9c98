import type { Problem } from '@quotebridge/mapping-rules';
import type { Conflict } from '../plan/plan.js';
import type { SettingsFault } from './settings-fault.js';

/**
 * A column that no document of QuoteWerks has by itself may still be one that an export adds: without a document that is
 * no more than a warning.
 */
export function untoldColumn({ code, message, path }: Problem, conflict: Conflict): SettingsFault {
  // A summary has the header alone.
  const areas = path.startsWith('/summary/') ? ['DH_'] : ['DI_', 'DH_'];
  const mayBe =
    (code === 'macro.unknownField' || code === 'table.unknownField') &&
    !/“&?\{?APP_/i.test(message) &&
    (areas.length > 1 || /“&?\{?DH_/i.test(message));
  if (!mayBe) return conflict;
  const untold = 'QuoteWerks knows no such column, and no document is here to tell whether it has it.';
  return { ...conflict, message: `${conflict.message} ${untold}`, level: 'warning' };
}
