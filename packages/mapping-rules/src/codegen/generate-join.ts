import { fieldValue } from '../macro/field-value.js';
import { finishValue } from '../macro/finish-value.js';
import type { Join, JoinPiece } from '../macro/join-generator.js';
import { joinPieces } from '../macro/join-pieces.js';
import type { Transform } from '../macro/macro-filter.js';
import { planJoin, type JoinPlan } from '../macro/join-plan.js';
import { tooLongResult } from '../macro/too-long-result.js';
import { joinSource } from './join-source.js';

/** Longer functions cost more to make than they save. */
const mostValues = 64;

/**
 * One function of generated code that joins the pieces of a macro: the fastest way, for where a content security policy
 * does not forbid it. Where it does, and for macros of more than 64 values, the plain join is given.
 */
export function generateJoin(pieces: readonly JoinPiece[], purpose: 'number' | 'text'): Join {
  const plan = planJoin(pieces);
  if (plan.values.length === 0 || plan.values.length > mostValues) return joinPieces(pieces, purpose);
  const calls = plan.values.map((value) => (value.kind === 'call' ? value.value : undefined));
  const { body, transforms } = joinSource(plan, purpose);
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is of the macro in it are JSON strings, nothing else
    const make = new Function('calls', 'transforms', 'value', 'join', 'failed', body) as Maker;
    return make(calls, transforms, fieldValue, carefulJoin(plan, purpose), tooLongResult);
  } catch {
    return joinPieces(pieces, purpose);
  }
}

type Maker = (
  calls: readonly (Join | undefined)[],
  transforms: readonly Transform[],
  value: typeof fieldValue,
  join: (values: readonly unknown[]) => string,
  failed: typeof tooLongResult,
) => Join;

/** For values that want trimming, or are no texts, or leave nothing. */
function carefulJoin(
  { before, tail }: JoinPlan,
  purpose: 'number' | 'text',
): (values: readonly unknown[]) => string {
  return (values) => {
    const joined = values.map((value, at) => (before[at] ?? '') + fieldValue(value)).join('');
    return finishValue(joined + tail, purpose);
  };
}
