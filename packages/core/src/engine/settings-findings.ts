import type { CheckFinding } from '../contract/check-report.js';
import type { Conflict } from '../plan/plan.js';

/** What is wrong with the settings, as findings of a check: one for each setting. */
export function settingsFindings(faults: readonly Conflict[]): readonly CheckFinding[] {
  if (faults.length === 0) {
    const message = 'Everything that the settings name is there.';
    return [{ level: 'ok', topic: 'settings', message }];
  }
  return faults.map(({ about, message, next, candidates }) => {
    const names = candidates.map(({ name }) => name).join(', ');
    return {
      level: 'error',
      topic: about,
      message,
      next: names === '' || next.includes(names) ? next : `${next} There are: ${names}.`,
    };
  });
}
