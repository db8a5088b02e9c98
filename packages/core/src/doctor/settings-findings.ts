import type { CheckFinding } from '../contract/check-report.js';
import type { SettingsFault } from '../resolve/settings-fault.js';

/**
 * What is wrong with the settings, as findings of a check: one for each setting.
 *
 * @param isAllRead whether everything that a check looks at could be read: only then all can be said to be there.
 */
export function settingsFindings(
  faults: readonly SettingsFault[],
  isAllRead: boolean,
): readonly CheckFinding[] {
  if (faults.length === 0) {
    if (!isAllRead) return [];
    const message = 'Everything that the settings name is there.';
    return [{ level: 'ok', topic: 'settings', message }];
  }
  return faults.map(({ about, message, next, candidates, level }): CheckFinding => {
    const names = candidates.map(({ name }) => name).join(', ');
    // Names that were probably meant stand in the message; with none at all, too, nothing is to be added.
    const isSaid = candidates.every(({ name }) => message.includes(name));
    return {
      level: level ?? 'error',
      topic: about,
      message,
      next: isSaid || next.includes(names) ? next : `${next} There are: ${names}.`,
    };
  });
}
