import { fieldReference } from '@quotebridge/mapping-rules';
import type { Conflict } from '../plan/plan.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { ConnectionRules } from '../rules/connection-rules.js';
import type { SettingsFault } from './settings-fault.js';

/** Settings that need another one which is missing, or that another one makes idle. */
export function unmetSettings(
  { opportunity, userMappings, products }: PushPolicy,
  { ruleSet, places }: Pick<ConnectionRules, 'ruleSet' | 'places'>,
): readonly SettingsFault[] {
  const faults: SettingsFault[] = [];
  const { completeOn, createWonWhenNone, wonStatus } = opportunity;
  if (wonStatus === undefined && completeOn !== 'never') {
    faults.push(
      fault(
        'opportunity.wonStatus',
        `Opportunities are completed as won (opportunity.completeOn: ${completeOn}), but no won status is set.`,
        'Set opportunity.wonStatus to a status of the list “statuses”, or opportunity.completeOn to never.',
      ),
    );
  } else if (wonStatus === undefined && createWonWhenNone) {
    faults.push(
      fault(
        'opportunity.wonStatus',
        'Won opportunities may be created (opportunity.createWonWhenNone), but no won status is set.',
        'Set opportunity.wonStatus to a status of the list “statuses”, or switch opportunity.createWonWhenNone off.',
      ),
    );
  }
  if (userMappings.unmapped === 'fallback' && userMappings.fallbackAgent === undefined) {
    faults.push(
      fault(
        'userMappings.fallbackAgent',
        'Users without a mapping get the fallback agent (userMappings.unmapped), but none is set.',
        'Set userMappings.fallbackAgent, or userMappings.unmapped to leave or stop.',
      ),
    );
  }
  const ofFile = places.isOfFile('/partNumber') ? ruleSet.partNumber : undefined;
  const field = ofFile?.field ?? products.itemNumberField;
  const mode =
    ofFile === undefined ? products.partNumberGeneration.mode : (ofFile.generation?.mode ?? 'none');
  if (mode !== 'none' && fieldReference(field).name.toLowerCase() === 'manufacturerpartnumber') {
    faults.push({
      ...fault(
        `${places.at('/partNumber/generation')}.mode`,
        `Part numbers are to be generated, which has no effect while the manufacturer part number is the item number (${places.at('/partNumber/field')}).`,
        `Name another field in ${places.at('/partNumber/field')}, or set ${places.at('/partNumber/generation')}.mode to none.`,
      ),
      level: 'warning',
    });
  }
  return faults;
}

function fault(about: string, message: string, next: string): Conflict {
  return { about, message, next, candidates: [] };
}
