import type { World } from './world.js';

/** The settings of the tenant as `GET /Control` shows them: those of its seed, and those that are switches here. */
export function controlOf({ tenant, switches }: World): Record<string, unknown> {
  const stages = switches.get('pipelineStages') !== 'off';
  return {
    ...tenant.control,
    oppvalue_from_quote: switches.get('opportunityValueFromQuote'),
    create_so_on_quote_approved: switches.get('salesOrderOnApproval'),
    show_pipeline_stages: stages,
    default_pipeline_stage: stages ? 1 : 0,
    next_quote_id: tenant.in('quotes').nextId(),
  };
}
