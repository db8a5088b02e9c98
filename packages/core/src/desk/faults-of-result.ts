import type { PushResult } from '../apply/push-result.js';
import type { Fault } from './fault.js';

/** What a push that got to its end leaves for a person: everything that is an error or names a next step. */
export function faultsOfResult({ issues }: Pick<PushResult, 'issues'>): readonly Fault[] {
  return issues.flatMap(({ level, about, code, message, next, line }): readonly Fault[] => {
    if (level === 'warning' && next === undefined) return [];
    return [
      {
        level,
        stage: level === 'warning' ? 'plan' : about === 'proof' ? 'prove' : 'apply',
        about,
        ...(line === undefined ? {} : { line }),
        code: code ?? (level === 'warning' ? 'plan.conflict' : 'internal'),
        message,
        next: next ?? 'Look at the record in the PSA.',
      },
    ];
  });
}
