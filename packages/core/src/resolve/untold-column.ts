import type { RuleError } from '@quotebridge/mapping-rules';
import type { Conflict } from '../plan/plan.js';
import type { SettingsFault } from './settings-fault.js';

/**
 * A column that no document of QuoteWerks has by itself may still be one that an export adds: without a document that is
 * no more than a warning.
 *
 * @param prefixes of the areas that the macro may name at all.
 */
export function untoldColumn(
  { code, message }: RuleError,
  prefixes: readonly string[],
  conflict: Conflict,
): SettingsFault {
  const mayBe =
    code === 'macro.unknownField' &&
    prefixes.some((prefix) => message.toUpperCase().startsWith(`“${prefix}`));
  if (!mayBe) return conflict;
  const untold = 'QuoteWerks knows no such column, and no document is here to tell whether it has it.';
  return { ...conflict, message: `${conflict.message} ${untold}`, level: 'warning' };
}
