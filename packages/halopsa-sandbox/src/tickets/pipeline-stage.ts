import type { Draft } from '../entities/entity.js';
import { ruleError } from '../http/api-error.js';
import { numberIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { domainOf } from './ticket-domain.js';

/** Stages of the pipeline by number. No endpoint that lists them is public, so a client must be told their numbers. */
const stages: ReadonlyMap<number, string> = new Map([
  [1, 'Qualify'],
  [2, 'Propose'],
  [3, 'Negotiate'],
  [4, 'Commit'],
]);

/**
 * The rules of the switch `pipelineStages`.
 * @throws {ApiError} 400 for an unknown stage, and for a new opportunity without one where stages are mandatory
 */
export function checkStage({ row, sent, before }: Draft, world: World): void {
  const use = world.switches.get('pipelineStages');
  if (use === 'off' || domainOf(row, world) !== 'opps') return;
  const stage = numberIn(row, 'pipeline_stage_id');
  if (stage > 0 && !stages.has(stage)) throw ruleError(`There is no record with pipeline_stage_id ${stage}.`);
  const needed = use === 'mandatory' && !before && sent.request['_novalidate'] !== true;
  if (needed && stage <= 0) throw ruleError('pipeline_stage_id is mandatory and must be entered.');
}

export function stageName(row: Row, world: World): string {
  if (world.switches.get('pipelineStages') === 'off') return '';
  return stages.get(numberIn(row, 'pipeline_stage_id')) ?? '';
}
