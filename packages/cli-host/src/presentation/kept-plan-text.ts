import type { Plan } from '@quotebridge/core';

/** Where a plan was written to, and what it is good for: one with open questions is refused, but can be explained. */
export function keptPlanText(path: string, { conflicts, purpose }: Plan): string {
  if (conflicts.length === 0) return `Written to ${path}. Carry it out with: quotebridge apply ${path}`;
  const again = purpose === 'undo' ? 'undo' : 'plan';
  return `Written to ${path}. It cannot be carried out: settle what is open, then ${again} once more.`;
}
