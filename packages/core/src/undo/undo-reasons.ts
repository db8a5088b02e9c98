import type { Reason } from '../plan/reason.js';

/** Why an undo does what it does. Which push it takes back, the plan says. */
export const undoReasons = {
  stoodBefore: { from: 'engine', text: 'as it stood before the push' },
  created: { from: 'engine', text: 'the push created it, and nobody has used it since' },
  uploaded: { from: 'engine', text: 'the push uploaded it' },
  completed: { from: 'engine', text: 'the push completed it' },
  freed: { from: 'engine', text: 'the push put the marker on an opportunity that was there before' },
  lineAdded: { from: 'engine', text: 'the push added the line' },
  lineRemoved: { from: 'engine', text: 'the push removed the line' },
} as const satisfies Readonly<Record<string, Reason>>;
