import { isQuotebridgeError, QuotebridgeError } from '@quotebridge/core/plugin';

/** A tenant may demand a pipeline stage of every new opportunity: its refusal leads to the setting that gives one. */
export function stageRefusal(error: unknown): unknown {
  if (!isQuotebridgeError(error, 'remote.rejected') || error.details.status !== 400) return error;
  const { faults = [] } = error.details;
  const said = [error.message, ...faults.flatMap(({ at, expected }) => [at, expected])].join('\n');
  if (!/pipeline[_ ]?stage/i.test(said)) return error;
  return new QuotebridgeError(
    error.code,
    error.message,
    {
      ...error.details,
      next: 'Set “Pipeline stage of a new opportunity” (halopsa.newOpportunityPipelineStage) to the id of a stage of the tenant.',
    },
    { cause: error },
  );
}
