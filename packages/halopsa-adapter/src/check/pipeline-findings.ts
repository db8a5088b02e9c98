import type { CheckFinding } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText, readFlag } from '../record/read-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';

const { control: names } = fieldProfile;

/**
 * A tenant with pipeline stages shows a new opportunity in none of them, or refuses it, unless one is set; whether a default
 * of the tenant applies to the API is not documented.
 *
 * @param opportunity any one; its stage tells where the settings of the tenant do not.
 */
export function pipelineFindings(
  control: HaloRecord,
  opportunity: HaloRecord | undefined,
  { newOpportunityPipelineStage }: HaloSettings,
): readonly CheckFinding[] {
  const inUse =
    readFlag(control, names.pipelineStages) ??
    readFirstText(opportunity ?? {}, fieldProfile.opportunity.pipelineStageName) !== '';
  if (!inUse) return [];
  return [
    newOpportunityPipelineStage !== undefined
      ? { level: 'ok', topic: 'pipeline stages', message: 'A stage is set for new opportunities.' }
      : {
          level: 'warning',
          topic: 'pipeline stages',
          message: `The tenant uses pipeline stages (${names.pipelineStages}), and none is set for a new opportunity.`,
          next: 'Set “Pipeline stage of a new opportunity” to the id of a stage.',
        },
  ];
}
