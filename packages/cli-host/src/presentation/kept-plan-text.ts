import { counted } from '@quotebridge/command-line/terminal';
import type { Plan } from '@quotebridge/core';

/** Where a plan was written to, and what it is good for: one with open questions is refused, but can be explained. */
export function keptPlanText(path: string, { conflicts, purpose, requests }: Plan): string {
  if (conflicts.length === 0) {
    const looks =
      requests.verifying === 0
        ? ''
        : ` It first sees whether the plan still holds: at least ${counted(requests.verifying, 'read')}.`;
    return `Written to ${path}. Carry it out with: quotebridge apply ${path}.${looks}`;
  }
  const again = purpose === 'undo' ? 'undo' : 'plan';
  return `Written to ${path}. It cannot be carried out: settle what is open, then ${again} once more.`;
}
